using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Slack;

/// <summary>What Slack does differently from what its pages lead one to expect.</summary>
public sealed class SlackSurpriseTests
{
    [Fact]
    public async Task A_recorded_message_that_was_answered_and_is_deleted_keeps_its_words()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        var root = ana.Post(channel.Name, "the cache is cold");
        ana.Post(channel.Name, "I see it too", root);
        ana.React(channel.Name, root, "pushpin");
        await Eventually.Async(async () => (await Timeline(team)).Count == 1);
        ana.Delete(channel.Name, root);
        await Eventually.Async(async () => ((string?)(await Timeline(team))[0]!["note"])?.Contains("was deleted") == true);
        Assert.Equal("the cache is cold", (string?)(await Timeline(team))[0]!["text"]);
    }

    [Fact]
    public async Task An_alert_that_says_everything_in_an_attachment_or_in_blocks_is_recorded_with_its_words()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var attachment = new SlackMessage("1773151380.000100", "U9")
        {
            Attachments =
            [
                JsonNode.Parse(
                    """{"fallback":"[FIRING] High","title":"[FIRING] High latency","text":"p99 &gt; 2 s","fields":[{"title":"Service","value":"checkout"}]}"""
                ),
            ],
        };
        var blocks = new SlackMessage("1773151380.000200", "U9")
        {
            Blocks = (JsonArray)
                JsonNode.Parse(
                    """[{"type":"header","text":{"type":"plain_text","text":"Disk full"}},{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"on db-3 & "},{"type":"link","url":"https://x.example"}]}]}]"""
                )!,
        };
        lock (team.Slack.Workspace.Gate) channel.Messages.AddRange([attachment, blocks]);
        team.As("ana").React(channel.Name, attachment.Ts, "pushpin");
        await Eventually.Async(async () => (await Timeline(team)).Count == 1);
        await team.As("ana").MessageShortcut(channel.Name, blocks.Ts, "add_to_timeline");
        Assert.Equal(
            ["[FIRING] High latency\np99 > 2 s\nService: checkout", "Disk full\non db-3 & https://x.example"],
            (await Timeline(team)).Select(entry => (string?)entry!["text"]));
    }

    [Fact]
    public async Task A_message_picked_by_its_menu_bears_its_author_s_name_though_they_never_spoke_to_the_bot()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        team.As("ana").Invite(channel.Name, "ben");
        var said = team.As("ben").Post(channel.Name, "ask @alice, she knows");
        await team.Bot.RestartAsync();
        await Eventually.Async(() => Task.FromResult(team.Slack.Ledger.Accepted("users.list").Count == 2 && team.Slack.Sockets.Open > 0));
        await team.As("ana").MessageShortcut(channel.Name, said, "add_to_timeline");
        var entry = Assert.Single(await Timeline(team))!;
        Assert.Equal(("ben", "ask @alice, she knows"), ((string?)entry["by"], (string?)entry["text"]));
    }

    [Fact]
    public async Task Out_of_a_channel_that_has_no_incident_the_bot_stays_once_it_is_sent()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        ana.Invite("random", "sitrep");
        ana.Remove("random", "sitrep");
        ana.Create("old-project");
        ana.Archive("old-project");
        ana.Unarchive("old-project");
        ana.Remove(channel.Name, "sitrep");
        await Eventually.Async(() => Task.FromResult(channel.Members.Contains("U0SITREP")));
        Assert.DoesNotContain("U0SITREP", team.Slack.Workspace.ChannelNamed("random").Members);
        Assert.DoesNotContain("U0SITREP", team.Slack.Workspace.ChannelNamed("old-project").Members);
    }

    [Fact]
    public async Task A_channel_that_was_archived_and_is_taken_out_again_has_its_incident_back()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        team.As("ana").Archive(channel.Name);
        await team.SeenAsync("incidents", "was archived");
        team.As("ana").Unarchive(channel.Name);
        await team.SeenAsync(channel.Name, "has its channel back");
    }

    [Fact]
    public async Task Whoever_is_called_in_or_given_a_role_is_brought_into_the_channel_first()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var (li, sam) = (team.As("li"), team.As("sam"));
        Assert.True((await team.As("ana").Command(channel.Name, "/escalate @li the cache is cold")).IsWell);
        await team.SeenAsync(channel.Name, $"<@{li.User.Id}>");
        Assert.Contains(li.User.Id, channel.Members);
        await Eventually.Async(() =>
            Task.FromResult(team.Slack.Ledger.Calls.Any(call => call.Arguments.ToJsonString().Contains("Paged "))));
        var calls = team.Slack.Ledger.Calls.ToList();
        Assert.True(
            calls.FindLastIndex(call => call.Method == "conversations.invite")
                < calls.FindIndex(call => call.Arguments.ToJsonString().Contains("Paged ")));
        await team.As("ana").Command(channel.Name, "/incident lead @sam");
        await Eventually.Async(() => Task.FromResult(channel.Members.Contains(sam.User.Id)));
    }

    [Fact]
    public async Task Who_calls_in_somebody_that_cannot_come_is_told_and_the_others_come()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        var li = team.As("li");
        Assert.True((await ana.Command(channel.Name, "/escalate to:\"@dan, @li\" the cache is cold")).IsWell);
        await Eventually.Async(() =>
            Task.FromResult(ana.Sees(ana.DirectWithBot().Id).Any(message => message.Text.Contains("@dan (user_not_found"))));
        await team.SeenAsync(channel.Name, "Paged ");
        Assert.Contains(li.User.Id, channel.Members);
    }

    [Fact]
    public async Task The_announcement_leads_to_the_channel_under_whatever_name_it_got()
    {
        await using var team = await SlackTeam.StartAsync();
        team.As("ana").Create("inc-1-checkout-down");
        await team.As("ana").Command("general", "/incident start Checkout down");
        var channel = await team.ChannelAsync("inc-1-checkout-down-2");
        await team.SeenAsync("incidents", $"<#{channel.Id}>");
        await team.As("ana").Command(channel.Name, "/timeline it is the cache");
        Assert.Contains("inc-1-checkout-down-2", (await team.Bot.Type("ana", "/incident INC-1")).ToJsonString());
    }

    [Fact]
    public async Task A_long_timeline_is_in_the_posted_postmortem_entry_by_entry()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        for (var i = 1; i <= 220; i++) await team.As("ana").Command(channel.Name, $"/timeline \"n{i};\" 🔥 & <rose>");
        await team.As("ana").Command(channel.Name, "/incident close");
        await Eventually.Async(() => Task.FromResult(channel.Messages.Any(message => message.Files.Count > 0)));
        var posts = team.Posts(channel.Name).ToList();
        var document = string.Join('\n', posts.Skip(posts.FindIndex(post => post.Contains("*Timeline*"))));
        Assert.DoesNotContain("does not fit", document);
        Assert.All(Enumerable.Range(1, 220), i => Assert.Contains($"n{i};", document));
    }

    [Fact]
    public async Task A_private_announcement_channel_that_the_bot_is_in_is_used()
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        ana.Rename("incidents", "old-incidents");
        var channel = ana.Create("incidents", isPrivate: true);
        ana.Invite("incidents", "sitrep");
        await ana.Command("general", "/incident start Checkout down");
        await team.SeenAsync(channel.Id, "INC-1");
    }

    [Fact]
    public async Task The_card_is_pinned_and_bookmarked()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        await Eventually.Async(() => Task.FromResult(channel.Bookmarks.Count == 1));
        Assert.Equal("INC-1 at a glance", (string?)channel.Bookmarks[0]["title"]);
        Assert.EndsWith("/p" + channel.Pins[0].Ts.Replace(".", ""), (string?)channel.Bookmarks[0]["link"]);
    }

    [Fact]
    public async Task A_scope_that_is_granted_later_is_missing_no_more()
    {
        await using var team = await SlackTeam.StartAsync();
        team.Slack.Administration.TakeScope("pins:write");
        await team.As("ana").Command("general", "/incident start Checkout down");
        await Eventually.Async(async () => (await team.Bot.Http.GetStringAsync("/healthz/ready")).Contains("- pins:write"));
        team.Slack.Administration.GrantScope("pins:write");
        await team.As("ana").Command("general", "/timeline INC-1 it is the cache");
        await Eventually.Async(async () => !(await team.Bot.Http.GetStringAsync("/healthz/ready")).Contains("- pins:write"));
    }

    [Theory]
    [InlineData("и")]
    [InlineData("漢")]
    public async Task A_long_message_in_any_script_from_which_an_incident_is_declared_is_recorded_whole(string letter)
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        var words = string.Join(' ', Enumerable.Repeat(new string(letter[0], 9), 240));
        await ana.MessageShortcut("general", ana.Post("general", words), "declare_from_message");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        await ana.Fill("title", "Checkout down").Submit();
        await team.ChannelAsync("inc-1");
        Assert.Equal(words, (string?)(await Timeline(team))[0]!["text"]);
    }

    [Theory]
    [InlineData("/incident resovle", "`/incident resovle`", "`/incident resolve`")]
    [InlineData("/incident reso`vle", "`/incident reso`vle`", "Did you mean")]
    public async Task What_looks_alike_stands_between_one_pair_of_marks(string typed, params string[] shown)
    {
        await using var team = await SlackTeam.StartAsync();
        var answer = SlackTeam.Words((JsonArray)(await team.As("ana").Command("general", typed)).Reply!["blocks"]!);
        Assert.All(shown, words => Assert.Contains(words, answer));
    }

    [Fact]
    public async Task Of_a_scope_that_is_missing_who_runs_the_incident_is_told_once()
    {
        await using var team = await SlackTeam.StartAsync();
        team.Slack.Administration.TakeScope("files:write");
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        await ana.Command(channel.Name, "/incident close");
        await Eventually.Async(() => Task.FromResult(Told(ana) == 1));
        await ana.Command(channel.Name, "/incident set summary It was the cache");
        await Eventually.Async(() => Task.FromResult(team.Slack.Ledger.Calls.Count(call => call.Error == "missing_scope") == 2));
        await ana.Command(channel.Name, "/timeline afterwards");
        await team.SeenAsync(channel.Name, "afterwards");
        Assert.Equal(1, Told(ana));
        static int Told(Sitrep.LocalSlack.People.Person person) =>
            person.Sees(person.DirectWithBot().Id).Count(message => SlackTeam.Words(message.Blocks)!.Contains("- files:write"));
    }

    [Fact]
    public async Task A_private_channel_that_is_said_not_to_exist_is_one_the_bot_was_removed_from()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync("Payroll leak private");
        var ana = team.As("ana");
        team.Slack.Workspace.App.Events = ["app_home_opened"];
        ana.Remove(channel.Name, "sitrep");
        await ana.Command("general", "/timeline INC-1 a secret");
        await Eventually.Async(() =>
            Task.FromResult(ana.Sees(ana.DirectWithBot().Id).Any(message => message.Text.Contains("I was removed"))));
    }

    private static async Task<JsonArray> Timeline(SlackTeam team) =>
        (JsonArray)JsonNode.Parse(await team.Bot.Http.GetStringAsync("/api/incidents/INC-1/timeline"))!;
}
