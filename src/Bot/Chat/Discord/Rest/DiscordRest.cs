using System.Net;
using System.Net.Http.Headers;
using Sitrep.Configuration;
using Sitrep.Storage;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>
/// The HTTP API, version 10. It waits for nobody: where Discord asks to wait, the caller learns how long, and the outbox
/// comes back. What may or may not have been done is an <see cref="HttpRequestException"/>.
/// </summary>
internal sealed class DiscordRest(HttpClient http, Secret token, RateLimits limits, TimeProvider clock)
{
    // Discord answers within seconds; who hears nothing asks what became of it.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _afterRevoked = TimeSpan.FromSeconds(60);
    private readonly InvalidRequestBudget _invalid = new(clock);
    private DateTimeOffset? _revokedAt;

    /// <summary>The user agent of every request (docs: reference, "User Agent").</summary>
    public static string UserAgent { get; } = "DiscordBot (https://sitrep.invalid, 1.0)";

    /// <summary>The problem while Discord refuses the token, with its remedy; null otherwise.</summary>
    public string? Problem => _revokedAt is null ? null : Revoked;

    /// <summary>Sends.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="content">Makes the body; null for none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A yes, or a no that says certainly nothing was done.</returns>
    /// <exception cref="PlatformRefusalException">It must wait, or the token is refused: nothing was done.</exception>
    /// <exception cref="HttpRequestException">Nobody knows whether it was done.</exception>
    public async Task<RestAnswer> SendAsync(RestRoute operation, Func<HttpContent>? content, CancellationToken cancellation)
    {
        Admit(operation);
        using var request = new HttpRequestMessage(operation.Method, operation.Path) { Content = content?.Invoke() };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (!operation.IsInteraction) request.Headers.Authorization = new AuthenticationHeaderValue("Bot", token.Reveal());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = clock.CreateTimer(_ => patience.Cancel(), null, _patience, Timeout.InfiniteTimeSpan);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (operation.Method != HttpMethod.Get) CrashPoint.Reach(operation.IsInteraction ? "after-answer" : "in-effect");
            var body = await answer.Content.ReadAsByteArrayAsync(patience.Token);
            limits.Learn(operation, answer);
            return Judge(operation, answer, body);
        }
        catch (Exception problem)
            when (problem is OperationCanceledException or ObjectDisposedException && !cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"Discord did not answer within {_patience.TotalSeconds:0} s", problem);
        }
    }

    private void Admit(RestRoute operation)
    {
        var now = clock.GetUtcNow();
        if (_revokedAt is { } since && now >= since && now - since < _afterRevoked && !operation.IsInteraction)
            throw new PlatformRefusalException(Revoked, permanent: false, _afterRevoked - (now - since));
        if (_invalid.Wait() is { } spent)
            throw new PlatformRefusalException(
                $"{InvalidRequestBudget.Most} invalid requests within 10 minutes: Discord is left alone for a while. Fix: run doctor.",
                permanent: false,
                spent);
        if (limits.Take(operation) is { } wait) throw new PlatformRefusalException("rate limited", permanent: false, wait);
    }

    private RestAnswer Judge(RestRoute operation, HttpResponseMessage answer, byte[] body)
    {
        var status = answer.StatusCode;
        if (status == HttpStatusCode.TooManyRequests) throw Slower(operation, answer, body);
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) _invalid.Count();
        if (status == HttpStatusCode.Unauthorized && !operation.IsInteraction)
        {
            _revokedAt = clock.GetUtcNow();
            throw new PlatformRefusalException(Revoked, permanent: false, _afterRevoked);
        }

        if ((int)status >= 500) throw new HttpRequestException($"Discord answered {(int)status}", null, status);
        if (!operation.IsInteraction) _revokedAt = null;
        return new(status, body, answer.IsSuccessStatusCode ? null : RestError.Of(status, body));
    }

    private PlatformRefusalException Slower(RestRoute operation, HttpResponseMessage answer, byte[] body)
    {
        var slow = RateLimitResponse.Read(answer, body);
        // "429 errors returned with X-RateLimit-Scope: shared are not counted against you."
        if (!slow.IsShared) _invalid.Count();
        limits.Refused(operation, slow);
        return new($"rate limited{(slow.Everything ? " everywhere" : "")}", permanent: false, slow.Wait);
    }

    private const string Revoked =
        "401 the token is refused. Fix: discord.com/developers/applications, your application, Bot > Reset Token, then set Discord:BotToken.";
}
