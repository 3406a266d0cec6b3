using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.Rest;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

/// <summary>A running server and a plain client of its API.</summary>
internal sealed class RunningDiscord : IAsyncDisposable
{
    private RunningDiscord(DiscordServer server)
    {
        Server = server;
        Http = new() { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(15) };
        Http.DefaultRequestHeaders.Add("User-Agent", "DiscordBot (https://sitrep.example, 1.0)");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", server.World.Options.Token);
    }

    public DiscordServer Server { get; }

    public World World => Server.World;

    public HttpClient Http { get; }

    /// <summary>Starts one.</summary>
    /// <param name="options">No rate limits unless they are the point.</param>
    public static async Task<RunningDiscord> StartAsync(DiscordOptions? options = null) =>
        new(await DiscordServer.StartAsync(options ?? new() { RateLimits = new() { IsOn = false }, IdentifyInterval = TimeSpan.Zero }));

    public Task<Answered> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answered> Post(string path, JsonNode body) => Send(HttpMethod.Post, path, body);

    public Task<Answered> Patch(string path, JsonNode body) => Send(HttpMethod.Patch, path, body);

    public Task<Answered> Put(string path, JsonNode? body = null) => Send(HttpMethod.Put, path, body);

    public Task<Answered> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<Answered> Say(string text, Snowflake? channel = null) =>
        Post($"/channels/{channel ?? World.GeneralId}/messages", new JsonObject { ["content"] = text });

    public async Task<Answered> Send(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, RestApi.Base + path);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await SendAsync(request);
    }

    public async Task<Answered> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new(
            (int)response.StatusCode,
            isJson ? JsonNode.Parse(text) : null,
            text,
            response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
internal sealed record Answered(int Status, JsonNode? Body, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public int? Code => (int?)(Body as JsonObject)?["code"];

    public string Id => (string)Body!["id"]!;

    /// <summary>The first complaint at a dotted path of the errors tree.</summary>
    public string? ErrorAt(string path) =>
        (string?)path.Split('.').Aggregate(Body?["errors"], (node, part) => node?[part])?["_errors"]?[0]?["code"];
}

internal static class AnsweredReading
{
    public static async Task<(int Status, int? Code)> StatusAndCode(this Task<Answered> answer) =>
        ((await answer).Status, (await answer).Code);
}
