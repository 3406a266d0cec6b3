using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.LocalSlack.Faults;
using Sitrep.LocalSlack.State;
using Sitrep.Storage;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Slack;

/// <summary>What Slack does to bots, and what must come of it.</summary>
public sealed class SlackFaultTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(4, true)]
    [InlineData(11, false)]
    public async Task An_event_delivered_many_times_under_one_id_or_many_has_one_effect(int times, bool sameId)
    {
        await using var team = await SlackTeam.StartAsync(socketMode: false);
        var channel = await team.DeclareAsync();
        for (var i = 0; i < times; i++)
            await Deliver(
                team,
                Event(
                    $"Ev{(sameId ? 0 : i)}",
                    new()
                    {
                        ["type"] = "message",
                        ["channel"] = channel.Id,
                        ["user"] = "U9",
                        ["text"] = " /timeline it is the cache",
                        ["ts"] = "1773151380.000100",
                        ["event_ts"] = "1773151380.000100",
                    }));
        Assert.Single(await Timeline(team));
        output.WriteLine($"{times} deliveries -> 1 effect");
    }

    [Fact]
    public async Task A_delivery_that_comes_again_an_hour_later_and_after_a_restart_is_known()
    {
        var clock = new MovedClock("2026-03-10T14:00:00Z");
        await using var team = await SlackTeam.StartAsync(socketMode: false, clock);
        var channel = await team.DeclareAsync();
        var happened = Event(
            "Ev1",
            new()
            {
                ["type"] = "message",
                ["channel"] = channel.Id,
                ["user"] = "U9",
                ["text"] = " /timeline once",
                ["ts"] = "1773151380.000100",
                ["event_ts"] = "1773151380.000100",
            });
        await Deliver(team, happened, clock);
        clock.Move(TimeSpan.FromHours(1));
        await team.Bot.RestartAsync();
        await Deliver(team, happened, clock);
        Assert.Single(await Timeline(team));
    }

    [Fact]
    public async Task What_slack_asks_to_wait_is_waited_to_the_second()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        await team.SeenAsync("incidents", "INC-1");
        team.Slack.Faults.Add(new(FaultKind.RateLimited, "chat.postMessage", Wait: TimeSpan.FromSeconds(2)));
        await team.As("ana").Command(channel.Name, "/timeline replica lag falls");
        await team.SeenAsync(channel.Name, "replica lag falls");
        await Eventually.Async(() => Task.FromResult(team.Slack.Ledger.Calls.Last(call => call.Method == "chat.postMessage").IsAccepted));
        var calls = team.Slack.Ledger.Calls.Where(call => call.Method == "chat.postMessage").ToList();
        var limited = calls.FindIndex(call => call.Status == 429);
        var waited = calls[limited + 1].At - calls[limited].At;
        output.WriteLine($"asked 2 s, waited {waited.TotalSeconds:0.00} s");
        Assert.True(waited >= TimeSpan.FromSeconds(2), $"waited only {waited}");
    }

    [Fact]
    public async Task A_burst_of_notes_reaches_its_channel_in_order_and_within_the_limit()
    {
        await using var team = await SlackTeam.StartAsync(
            change: options => options with { PostsEvery = TimeSpan.FromSeconds(1) },
            slack: new() { RateLimits = true });
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        var since = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 1; i <= 60; i++) await ana.Command(channel.Name, $"/timeline note number {i};");
        await team.SeenAsync(channel.Name, "note number 60;");
        output.WriteLine(
            $"60 notes in {since.Elapsed.TotalSeconds:0.0} s and {team.Slack.Ledger.Accepted("chat.postMessage").Count} messages");
        var all = string.Join('\n', team.Posts(channel.Name));
        var places = Enumerable.Range(1, 60).Select(i => all.IndexOf($"note number {i};", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(team.Slack.Ledger.Calls, call => call.Status == 429);
    }

    [Theory]
    [InlineData(FaultKind.AcceptThenCut, "chat.postMessage")]
    [InlineData(FaultKind.AcceptThenCut, "conversations.create")]
    [InlineData(FaultKind.AcceptThenRefusal, "chat.postMessage")]
    [InlineData(FaultKind.AcceptThenRefusal, "conversations.create")]
    [InlineData(FaultKind.CutBefore, "chat.postMessage")]
    [InlineData(FaultKind.ServerError, "conversations.create")]
    [InlineData(FaultKind.AcceptThenCut, "files.completeUploadExternal")]
    public async Task What_may_have_been_done_is_looked_for_before_it_is_done_again(FaultKind kind, string method)
    {
        await using var team = await SlackTeam.StartAsync();
        team.Slack.Faults.Add(new(kind, method, Error: "fatal_error"));
        var channel = await team.DeclareAsync();
        await team.As("ana").Command(channel.Name, "/timeline once");
        await team.As("ana").Command(channel.Name, "/incident close");
        await team.SeenAsync(channel.Name, "*Timeline*");
        await Eventually.Async(() => Task.FromResult(channel.Messages.Any(message => message.Files.Count > 0)));
        await team.SeenAsync("incidents", "INC-1");
        lock (team.Slack.Workspace.Gate)
        {
            Assert.Single(team.Slack.Workspace.Channels.Values, known => known.Name.StartsWith("inc-1", StringComparison.Ordinal));
            Assert.Single(channel.Messages, message => message.Files.Count > 0);
        }

        Assert.Single(team.Posts(channel.Name), post => post.Contains("once") && post.Contains("no. 1"));
        Assert.Single(team.Posts("incidents"), post => post.Contains("INC-1"));
    }

    [Fact]
    public async Task A_name_that_is_taken_ends_in_one_that_is_not()
    {
        await using var team = await SlackTeam.StartAsync();
        for (var n = 1; n <= 10; n++) team.As("ana").Create(n == 1 ? "inc-1-checkout-down" : $"inc-1-checkout-down-{n}");
        await team.As("ana").Command("general", "/incident start Checkout down");
        await Eventually.Async(() => Task.FromResult(Stored(team) is { Length: > 0 }));
        var id = Stored(team);
        lock (team.Slack.Workspace.Gate) Assert.StartsWith("inc-1-", team.Slack.Workspace.Channels[id!].Name);
    }

    [Fact]
    public async Task Whatever_the_title_a_channel_is_opened()
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        string[] titles = ["🔥🔥🔥", new('x', 300), "UPPER Case", "...", "ÄÖÜ ß", "日本語", "a/b\\c", "-", "'\"<>&"];
        foreach (var title in titles) Assert.True((await ana.Command("general", $"/incident start {title}")).IsWell);
        await Eventually.Async(() =>
            Task.FromResult(
                team.Slack.Ledger.Accepted("conversations.create").Count(call => ((string?)call.Arguments["name"])!.StartsWith("inc-"))
                    == titles.Length));
        output.WriteLine($"{titles.Length} of {titles.Length} channels opened");
    }

    [Fact]
    public async Task In_a_channel_that_somebody_archived_the_incident_goes_on_elsewhere()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        ana.Archive(channel.Name);
        await Eventually.Async(() =>
            Task.FromResult(ana.Sees(ana.DirectWithBot().Id).Any(message => message.Text.Contains("was archived"))));
        Assert.True((await ana.Command("general", "/timeline INC-1 still going on")).IsWell);
        await team.SeenAsync("incidents", "still going on");
        Assert.Single(ana.Sees(ana.DirectWithBot().Id), message => message.Text.Contains("was archived"));
    }

    [Fact]
    public async Task Removed_from_a_public_channel_the_bot_comes_back()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        team.As("ana").Remove(channel.Name, "sitrep");
        await team.As("ana").Command(channel.Name, "/timeline INC-1 back again");
        await team.SeenAsync(channel.Name, "back again");
        Assert.NotEmpty(team.Slack.Ledger.Accepted("conversations.join"));
    }

    [Fact]
    public async Task Removed_from_a_private_channel_who_leads_is_told_once()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync("Payroll leak private");
        var ana = team.As("ana");
        ana.Remove(channel.Name, "sitrep");
        await Eventually.Async(() =>
            Task.FromResult(ana.Sees(ana.DirectWithBot().Id).Any(message => message.Text.Contains("I was removed"))));
        await ana.Command(channel.Name, "/timeline INC-1 a secret");
        await Eventually.Async(() =>
            Task.FromResult(ana.Sees(ana.DirectWithBot().Id).Any(message => SlackTeam.Words(message.Blocks)!.Contains("a secret"))));
        Assert.Single(ana.Sees(ana.DirectWithBot().Id), message => message.Text.Contains("I was removed"));
        lock (team.Slack.Workspace.Gate)
            Assert.DoesNotContain(
                team.Slack.Workspace.Channels.Values.Where(known => known.Name == "incidents").SelectMany(known => known.Messages),
                message => SlackTeam.Words(message.Blocks)?.Contains("secret") == true);
    }

    [Theory]
    [InlineData(TokenState.Revoked, "token_revoked")]
    [InlineData(TokenState.AccountInactive, "account_inactive")]
    public async Task With_a_token_that_is_refused_nothing_hammers_nothing_is_lost_and_health_says_it(TokenState state, string word)
    {
        var clock = new MovedClock("2026-03-10T14:00:00Z");
        await using var team = await SlackTeam.StartAsync(socketMode: false, clock);
        var channel = await team.DeclareAsync();
        // What is under way when the token goes is refused as well, and would be counted.
        await team.SentAsync();
        team.Slack.Administration.SetBotToken(state);
        var before = team.Slack.Ledger.Calls.Count;
        for (var i = 1; i <= 5; i++) await team.As("ana").Command(channel.Name, $"/timeline note {i}");
        await Eventually.Async(async () => (await team.Bot.Http.GetStringAsync("/healthz/ready")).Contains(word));
        var calls = team.Slack.Ledger.Calls.Count - before;
        output.WriteLine($"{calls} call in the first minute after {word}");
        Assert.Equal(1, calls);
        Assert.Equal("note 5", (string?)(await Timeline(team))[4]!["text"]);
        team.Slack.Administration.SetBotToken(TokenState.Valid);
        clock.Move(TimeSpan.FromSeconds(61));
        await team.SeenAsync(channel.Name, "note 5");
        Assert.DoesNotContain(word, await team.Bot.Http.GetStringAsync("/healthz/ready"));
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named_with_its_line_and_the_rest_works()
    {
        await using var team = await SlackTeam.StartAsync();
        team.Slack.Administration.TakeScope("pins:write");
        Assert.True((await team.As("ana").Command("general", "/incident start Checkout down")).IsWell);
        await team.SeenAsync("incidents", "INC-1");
        await Eventually.Async(async () => (await team.Bot.Http.GetStringAsync("/healthz/ready")).Contains("- pins:write"));
        await Eventually.Async(() =>
            Task.FromResult(team.Slack.Workspace.Channels.Values.Any(known => known.Name == "inc-1-checkout-down")));
        await team.SeenAsync("inc-1-checkout-down", "Checkout down");
    }

    [Fact]
    public async Task While_slack_is_down_the_built_in_chat_carries_the_incident_and_slack_gets_it_all_afterwards()
    {
        var clock = new MovedClock("2026-03-10T14:00:00Z");
        await using var team = await SlackTeam.StartAsync(socketMode: false, clock);
        var channel = await team.DeclareAsync();
        team.Slack.Faults.Add(new(FaultKind.ServerError, Times: null));
        await team.Bot.Type("ana", "/timeline INC-1 the network is gone");
        clock.Move(TimeSpan.FromHours(2));
        await team.Bot.Type("ana", "/timeline INC-1 it is back");
        await Eventually.Async(async () => (await team.Bot.Http.GetStringAsync("/healthz/ready")).Contains("does not answer"));
        team.Slack.Faults.Clear();
        clock.Move(TimeSpan.FromMinutes(2));
        await team.SeenAsync(channel.Name, "the network is gone");
        await team.SeenAsync(channel.Name, "it is back");
        Assert.Equal(2, (await Timeline(team)).Count);
    }

    private static async Task<JsonArray> Timeline(SlackTeam team) =>
        (JsonArray)JsonNode.Parse(await team.Bot.Http.GetStringAsync("/api/incidents/INC-1/timeline"))!;

    private static string? Stored(SlackTeam team)
    {
        using var connection = team.Bot.Services.GetRequiredService<IStore>().Open();
        return connection.QuerySingleOrDefault<string?>("select channel_id from incidents where number = 1");
    }

    private static JsonObject Event(string id, JsonObject happened) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = "T0LOCAL",
        ["event_id"] = id,
        ["event_time"] = 1773151380,
        ["event"] = happened,
    };

    private static async Task Deliver(SlackTeam team, JsonObject payload, TimeProvider? clock = null)
    {
        using var request = SlackRequests.Json(payload.ToJsonString(), (clock ?? TimeProvider.System).GetUtcNow());
        using var response = await team.Bot.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
