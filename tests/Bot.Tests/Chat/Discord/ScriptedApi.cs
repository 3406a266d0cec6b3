using System.Net;
using System.Text;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Configuration;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Discord;

/// <summary>An API that answers as a test says and remembers what it was asked.</summary>
internal sealed class ScriptedApi(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<(HttpMethod Method, string Path, string Body, string Agent, string? Authorization)> _asked = [];

    public IReadOnlyList<(HttpMethod Method, string Path, string Body, string Agent, string? Authorization)> Asked
    {
        get { lock (_asked) return [.. _asked]; }
    }

    public ManualClock Clock { get; } = new(new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero));

    public DiscordRest Rest()
    {
        var http = new HttpClient(this, disposeHandler: false) { BaseAddress = new("https://discord.test/api/v10/") };
        return new(http, Secret.Of("token-of-a-test")!, new RateLimits(Clock), Clock);
    }

    public static HttpResponseMessage Json(HttpStatusCode status, string json, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_asked)
            _asked.Add(
                (
                    request.Method,
                    request.RequestUri!.AbsolutePath["/api/v10/".Length..] + request.RequestUri.Query,
                    body,
                    request.Headers.UserAgent.ToString(),
                    request.Headers.Authorization?.ToString()));
        return answer(request, body);
    }
}
