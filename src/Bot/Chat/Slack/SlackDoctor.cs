using System.Net.Http.Headers;
using System.Text.Json;
using Sitrep.Configuration;

namespace Sitrep.Chat.Slack;

/// <summary>Looks whether Slack lets the bot do what it must: the tokens, the scopes, the way deliveries come.</summary>
internal static class SlackDoctor
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>All findings; none where Slack is not connected.</summary>
    public static async Task<IReadOnlyList<DoctorResult>> LookAsync(SlackOptions options)
    {
        if (options == SlackOptions.None) return [];
        using var http = new HttpClient { Timeout = _patience };
        var findings = new List<DoctorResult>();
        findings.AddRange(await BotTokenAsync(http, options));
        findings.Add(await WayAsync(http, options));
        return findings;
    }

    private static async Task<IReadOnlyList<DoctorResult>> BotTokenAsync(HttpClient http, SlackOptions options)
    {
        const string name = "bot token";
        if (options.BotToken is null)
            return
            [
                new(name, false, "Slack:BotToken is not set, so the bot cannot speak. Fix: OAuth & Permissions > Bot User OAuth Token."),
            ];
        var (answer, scopes, problem) = await AskAsync(http, options, "auth.test", options.BotToken);
        if (problem is not null) return [new(name, false, problem)];
        var lacking = Manifest.Scopes.Keys.Except(scopes, StringComparer.Ordinal).ToList();
        return
        [
            new(name, true, $"{answer.Text("team")} as @{answer.Text("user")}"),
            lacking.Count == 0
                ? new("scopes", true, $"all {Manifest.Scopes.Count}")
                : new(
                    "scopes",
                    false,
                    $"missing {string.Join("; ", lacking.Select(Manifest.Line))}. Fix: add to the app's manifest, then reinstall."),
        ];
    }

    private static async Task<DoctorResult> WayAsync(HttpClient http, SlackOptions options)
    {
        const string name = "deliveries";
        if (options.AppToken is { } app)
        {
            var (_, _, problem) = await AskAsync(http, options, "apps.connections.open", app);
            return problem is null
                ? new(name, true, "Socket Mode opens; commands and events come as slack-manifest.yaml lists them")
                : new(name, false, $"{problem} Fix: Socket Mode > on, and an app-level token with connections:write in Slack:AppToken.");
        }

        return options.SigningSecret is not null
            ? new(name, true, "over HTTP, at /slack/events of this bot's public address: commands, interactivity and events each name it")
            : new(
                name,
                false,
                "none: nothing that people type reaches the bot. Fix: set Slack:AppToken (Socket Mode) or Slack:SigningSecret (HTTP).");
    }

    // Never the token itself: what doctor prints is pasted into tickets.
    private static async Task<(JsonElement Answer, IReadOnlyCollection<string> Scopes, string? Problem)> AskAsync(
        HttpClient http,
        SlackOptions options,
        string method,
        Secret token)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiUrl, method))
            {
                Content = new FormUrlEncodedContent([]),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
            var answer = json.RootElement.Clone();
            var scopes = response.Headers.TryGetValues("x-oauth-scopes", out var values)
                ? string.Join(',', values).Split(',', StringSplitOptions.TrimEntries)
                : [];
            return answer.Flag("ok")
                ? (answer, scopes, null)
                : (answer, [], $"{method}: {answer.Text("error")}. Fix: copy the token again, or reinstall the app.");
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or OperationCanceledException)
        {
            return (default, [], $"{method}: {problem.Message}. Fix: let this machine reach {options.ApiUrl}.");
        }
    }
}
