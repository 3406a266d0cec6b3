using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Sitrep.Configuration;

namespace Sitrep.Chat.Slack.Api;

/// <summary>
/// Slack's Web API (docs.slack.dev/apis/web-api): one call, one answer, or a refusal in Slack's own word. A broken
/// connection, a timeout, a 5xx and an answer that leaves it open are <see cref="HttpRequestException"/>: it may have
/// been done.
/// </summary>
internal sealed class SlackApi(HttpClient http, SlackOptions options, CallLimits limits, SlackStatus standing)
{
    /// <summary>Whether the bot may call at all.</summary>
    public bool HasToken => options.BotToken is not null;

    /// <summary>A call with a JSON body; for methods that write.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="write">Writes the arguments into the object that is open.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="channel">The channel it posts to, for the limit of a channel.</param>
    /// <exception cref="PlatformRefusalException">Slack said no; certainly nothing was done.</exception>
    /// <exception cref="HttpRequestException">Nobody knows whether it was done.</exception>
    public async Task<JsonElement> CallAsync(
        string method,
        Action<Utf8JsonWriter> write,
        CancellationToken cancellation,
        string? channel = null)
    {
        await limits.PassAsync(method, channel, cancellation);
        using var content = Json(write);
        return await SendAsync(method, content, options.BotToken, cancellation);
    }

    /// <summary>A call with a form body; methods that read take no JSON.</summary>
    public Task<JsonElement> AskAsync(string method, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellation) =>
        AskAsync(method, arguments, options.BotToken, cancellation);

    /// <summary>The same, page after page (docs.slack.dev/apis/web-api/pagination).</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="list">The answer's member that holds a page's elements.</param>
    /// <param name="arguments">The arguments, but for the cursor.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="mostPages">After so many pages it ends; a page may be short, or empty.</param>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string method,
        string list,
        IReadOnlyList<KeyValuePair<string, string>> arguments,
        [EnumeratorCancellation] CancellationToken cancellation,
        int mostPages = int.MaxValue)
    {
        string? cursor = null;
        for (var count = 0; count < mostPages; count++)
        {
            var page = await AskAsync(method, cursor is null ? arguments : [.. arguments, new("cursor", cursor)], cancellation);
            foreach (var one in page.Items(list)) yield return one;
            cursor = page.Text("response_metadata", "next_cursor");
            if (string.IsNullOrEmpty(cursor)) yield break;
        }
    }

    /// <summary>The same with the app's token, for what concerns the connection.</summary>
    public Task<JsonElement> AskAsAppAsync(string method, CancellationToken cancellation) =>
        AskAsync(method, [], options.AppToken, cancellation);

    /// <summary>Sends a file's bytes to the address that Slack gave for them.</summary>
    public async Task UploadAsync(Uri address, byte[] bytes, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await http.PostAsync(address, content, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>
    /// Answers where Slack said that an answer may go
    /// (docs.slack.dev/interactivity/handling-user-interaction#message_responses).
    /// </summary>
    public async Task RespondAsync(Uri address, Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        using var content = Json(write);
        using var answer = await http.PostAsync(address, content, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private static ByteArrayContent Json(Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, SlackAnswer.Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        return content;
    }

    private async Task<JsonElement> AskAsync(
        string method,
        IEnumerable<KeyValuePair<string, string>> arguments,
        Secret? token,
        CancellationToken cancellation)
    {
        await limits.PassAsync(method, null, cancellation, isApp: token?.Equals(options.AppToken) == true);
        using var content = new FormUrlEncodedContent(arguments);
        return await SendAsync(method, content, token, cancellation);
    }

    private async Task<JsonElement> SendAsync(string method, HttpContent content, Secret? token, CancellationToken cancellation)
    {
        if (token is null) throw new PlatformRefusalException("no token is set", permanent: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiUrl, method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) throw limits.Wait(method, RetryAfter(answer));
            answer.EnsureSuccessStatusCode();
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), default, cancellation);
            Check(method, json.RootElement, RetryAfter(answer), isApp: token.Equals(options.AppToken));
            standing.Answered(token.Equals(options.AppToken) ? null : Scopes(answer));
            return json.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new HttpRequestException($"{method}: the answer is no JSON", problem);
        }
        catch (HttpRequestException problem)
        {
            standing.Away(problem.Message);
            throw;
        }
        catch (OperationCanceledException problem) when (!cancellation.IsCancellationRequested)
        {
            standing.Away("no answer in time");
            throw new HttpRequestException($"{method}: no answer in time", problem);
        }
    }

    private void Check(string method, JsonElement answer, TimeSpan? retryAfter, bool isApp)
    {
        if (answer.Flag("ok")) return;
        var error = answer.Text("error") ?? "no error named";
        if (SlackErrors.LeaveItOpen(error)) throw new HttpRequestException($"{method}: {error}", null, HttpStatusCode.InternalServerError);
        if (SlackErrors.AreLimits(error)) throw limits.Wait(method, retryAfter);
        // The app's own token opens sockets and nothing else: the bot's goes on working.
        if (SlackErrors.ConcernTheToken(error) && !isApp) throw standing.Refused(error);
        if (error == "missing_scope") throw standing.Lacks(answer.Text("needed") ?? "a scope");
        throw new PlatformRefusalException(error, permanent: !SlackErrors.Pass(error), lost: SlackErrors.Loss(error));
    }

    private static IEnumerable<string> Scopes(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("x-oauth-scopes", out var values)
            ? values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))
            : [];

    private static TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter?.Delta;
}
