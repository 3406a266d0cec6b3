using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Sitrep.Conformance.Slack;
using Sitrep.LocalSlack;

namespace Sitrep.Tests.LocalSlack;

/// <summary>Calls the server as any bot would, and holds every refusal against Slack's documented errors.</summary>
internal sealed class SlackCaller(LocalSlackServer slack) : IDisposable
{
    // Reported by many (slack-go/slack#1066) and on no page: a bot may not unarchive. Blocks are too long for updates too.
    private static readonly (string Method, string Error)[] _undocumented =
    [
        ("conversations.unarchive", "not_in_channel"),
        ("chat.update", "msg_blocks_too_long"),
    ];
    private readonly HttpClient _http = new() { BaseAddress = slack.ApiUrl };

    public string? Token { get; set; } = slack.Workspace.App.BotToken;

    /// <summary>A call with a form.</summary>
    public Task<JsonObject> Form(string method, params (string Name, string Value)[] arguments) =>
        Call(method, new FormUrlEncodedContent(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value))));

    /// <summary>A call with a JSON body.</summary>
    public Task<JsonObject> Json(string method, string body) => Call(method, new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>A call that must be refused; the error.</summary>
    public async Task<string> Refused(string method, params (string Name, string Value)[] arguments)
    {
        var answer = await Form(method, arguments);
        Assert.False((bool)answer["ok"]!, answer.ToJsonString());
        return (string)answer["error"]!;
    }

    public async Task<HttpResponseMessage> Send(string method, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content };
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject> Call(string method, HttpContent content)
    {
        using var response = await Send(method, content);
        var answer = (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        if ((string?)answer["error"] is { } error && PlatformSpecs.Found is { } specs)
            Assert.True(
                _undocumented.Contains((method, error)) || new SlackSpecs(specs).Documents(method, error),
                $"{method} documents no {error}");
        return answer;
    }
}
