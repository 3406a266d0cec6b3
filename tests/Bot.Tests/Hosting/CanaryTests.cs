using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Sitrep.Configuration;
using Sitrep.Hosting;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Hosting;

/// <summary>Secrets are planted in the configuration, and searched for in everything the bot says.</summary>
public sealed class CanaryTests : IDisposable
{
    // Every value holds this word, whatever else it must look like.
    private const string Canary = "c4n4ry";
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-canary-").FullName;

    private static readonly Dictionary<string, string> _everywhere = new()
    {
        ["OTEL_EXPORTER_OTLP_HEADERS"] = $"authorization=Bearer {Canary}-collector-credential",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9",
        ["Backup__Token"] = $"{Canary}-that-nobody-ever-types",
    };

    // A platform that answers nothing: every attempt to reach it is an error, and errors are where secrets slip out.
    private static readonly Dictionary<string, string> _slack = new()
    {
        ["Slack__BotToken"] = $"xoxb-{Canary}-1111111111-abcdefghijkl",
        ["Slack__AppToken"] = $"xapp-1-A0{Canary}-2222222222-abcdefghijkl",
        ["Slack__SigningSecret"] = $"8f742231b10e{Canary}e461b17d4eba0c51",
        ["Slack__ApiUrl"] = "http://127.0.0.1:9/api/",
    };

    private static readonly Dictionary<string, string> _discord = new()
    {
        ["Discord__BotToken"] = $"MTAx{Canary}ODg2NjU0MzIxMDk4NzY.GxYzAb.{Canary}-0123456789-0123456789-01",
        ["Discord__GuildId"] = "41771983423143937",
        ["Discord__ApiUrl"] = "http://127.0.0.1:9/api/v10/",
        ["Discord__GatewayUrl"] = "ws://127.0.0.1:9/",
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("json")]
    [InlineData("simple")]
    public async Task Nothing_the_running_bot_says_holds_a_planted_secret(string format)
    {
        var environment = Environment(format);
        var said = new StringBuilder();
        await using (var bot = await BotProcess.ServeAsync(_folder, environment))
        {
            said.Append(await DriveAsync(bot.Http));
            // Everything was logged by the time its last sign is: the writer's and the outbox's own lines come before.
            await Eventually.Async(() =>
                Task.FromResult(
                    bot.Talk.Any(line => line.Contains("incident close", StringComparison.Ordinal))
                        && bot.Talk.Any(line => line.Contains("PostMessage", StringComparison.Ordinal))));
            said.AppendJoin('\n', bot.Data).AppendJoin('\n', bot.Talk);
            if (format == "json") HoldStructure(bot.Talk);
        }

        foreach (
            var verb in (string[][])
                [
                    ["doctor"],
                    ["export", "INC-1"],
                    ["export", "INC-1", "--format", "html"],
                    ["export", "INC-1", "--format", "json"],
                    ["export", "INC-9"],
                    ["export", "--nothing"],
                    ["backup", "copy.db"],
                    ["--help"],
                ])
            said.AppendLine((await BotProcess.RunAsync(_folder, environment, verb)).Printed);
        Assert.Contains("database write", said.ToString());
        Assert.Contains("sitrep_commands_total", said.ToString());
        Assert.DoesNotContain(Canary, said.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("demo")]
    public async Task A_refused_configuration_is_refused_without_its_secrets(string verb)
    {
        var environment = new Dictionary<string, string>(Environment("simple"))
        {
            ["Urls"] = $"http://admin:{Canary}-password@127.0.0.1:0",
            ["Database__ConnectionString"] = $"Data Source=x.db;Password={Canary};{Canary}=1",
            ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"http://user:{Canary}@collector:4318",
        };
        foreach (var (name, value) in _slack.Concat(_discord)) environment[name] = value;
        var (exitCode, printed) = await BotProcess.RunAsync(_folder, environment, verb);
        Assert.Equal(78, exitCode);
        foreach (var key in (string[])["Urls", "Database:ConnectionString", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"])
            Assert.Contains(key, printed);
        Assert.DoesNotContain(Canary, printed, StringComparison.OrdinalIgnoreCase);
    }

    // Commands, talk, refusals, wrong requests and every page: each answer with its headers.
    private static async Task<string> DriveAsync(HttpClient http)
    {
        var said = new StringBuilder();
        async Task KeepAsync(HttpResponseMessage response)
        {
            using (response) said.Append(response.ToString()).AppendLine(await response.Content.ReadAsStringAsync());
        }

        async Task<string> TypeAsync(string text, string channel = "general")
        {
            using var response = await http.PostAsJsonAsync($"/api/chat/{channel}/messages", new { user = "ana", text });
            var answer = await response.Content.ReadAsStringAsync();
            said.AppendLine(answer);
            return answer;
        }

        var room = JsonNode.Parse(await TypeAsync("/incident start Checkout down sev2"))!["channel"]!.GetValue<string>();
        foreach (
            var text in (string[])
                [
                    "/timeline it is the database #finding",
                    "/timeline 25:99 what",
                    "/timelin x",
                    "/incident nonsense",
                    "/incident help",
                    "/oncall",
                    "only talk",
                    "/incident update soon next:30m",
                    "/incident close",
                ])
            await TypeAsync(text, room);
        foreach (
            var path in (string[])
                [
                    "/",
                    "/nothing",
                    "/metrics",
                    "/healthz/live",
                    "/healthz/ready",
                    "/openapi/v1.json",
                    "/api/incidents",
                    "/api/incidents/INC-1",
                    "/api/incidents/INC-1/timeline",
                    "/api/incidents/INC-1/postmortem?format=html",
                    "/api/incidents/INC-1/postmortem?format=docx",
                    "/api/incidents/INC-7",
                    "/api/chat/channels",
                    $"/api/chat/{room}/messages",
                    "/api/chat/a%20b/messages",
                    "/api/commands",
                ])
            await KeepAsync(await http.GetAsync(path));
        foreach (var path in (string[])["/slack/events", "/alerts/generic", "/api/chat/general/messages", "/metrics"])
            await KeepAsync(await http.PostAsync(path, new StringContent("{\"type\":", Encoding.UTF8, "application/json")));
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        elsewhere.Headers.Host = "evil.example";
        await KeepAsync(await http.SendAsync(elsewhere));
        return said.ToString();
    }

    // Each line is an object whose fields a program can filter by.
    private static void HoldStructure(IReadOnlyList<string> lines)
    {
        var logged = lines.Select(line => JsonNode.Parse(line)!).ToList();
        Assert.All(logged, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT[\d:.]+Z$", line["Timestamp"]!.GetValue<string>()));
        var command = logged.First(line => line["State"]?["Command"]?.GetValue<string>() == "incident start");
        Assert.Equal(
            ("web", "done", "Debug"),
            (
                command["State"]!["Platform"]!.GetValue<string>(),
                command["State"]!["Result"]!.GetValue<string>(),
                command["LogLevel"]!.GetValue<string>()));
        Assert.Contains(logged, line => line["State"]?["Kind"]?.GetValue<string>() == "OpenChannel");
    }

    private Dictionary<string, string> Environment(string format)
    {
        var environment = new Dictionary<string, string>(_everywhere)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Database__ConnectionString"] = $"Data Source={Path.Combine(_folder, "sitrep.db")}",
            ["Logging__Console__FormatterName"] = format,
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft"] = "Trace",
        };
        foreach (var platform in (Dictionary<string, string>[])[_slack, _discord])
        {
            if (!IsKnown(platform)) continue;
            foreach (var (name, value) in platform) environment[name] = value;
        }

        return environment;
    }

    // A version that cannot speak with a platform refuses its section; that is the other test's.
    private static bool IsKnown(Dictionary<string, string> platform)
    {
        try
        {
            BotOptions.Read(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        platform.Select(pair => new KeyValuePair<string, string?>(
                            pair.Key.Replace("__", ":", StringComparison.Ordinal),
                            pair.Value)))
                    .Build());
            return true;
        }
        catch (ConfigurationException refused)
            when (refused.Problems.Any(problem => problem.Contains("cannot do that yet", StringComparison.Ordinal)))
        {
            Console.WriteLine($"Skipped: the secrets of {platform.Keys.First()}; this version has no such platform.");
            return false;
        }
    }
}
