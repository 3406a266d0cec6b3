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
        var attachment = new SlackMessage("1773151380.000100", "U9") { Attachments = [JsonNode.Parse("""{"fallback":"[FIRING] High","title":"[FIRING] High latency","text":"p99 &gt; 2 s","fields":[{"title":"Service","value":"checkout"}]}""")] };
        var blocks = new SlackMessage("1773151380.000200", "U9") { Blocks = (JsonArray)JsonNode.Parse("""[{"type":"header","text":{"type":"plain_text","text":"Disk full"}},{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"on db-3 & "},{"type":"link","url":"https://x.example"}]}]}]""")! };
        lock (team.Slack.Workspace.Gate) channel.Messages.AddRange([attachment, blocks]);
        team.As("ana").React(channel.Name, attachment.Ts, "pushpin");
        await Eventually.Async(async () => (await Timeline(team)).Count == 1);
        await team.As("ana").MessageShortcut(channel.Name, blocks.Ts, "add_to_timeline");
        Assert.Equal(["[FIRING] High latency\np99 > 2 s\nService: checkout", "Disk full\non db-3 & https://x.example"], (await Timeline(team)).Select(entry => (string?)entry!["text"]));
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

    private static async Task<JsonArray> Timeline(SlackTeam team) =>
        (JsonArray)JsonNode.Parse(await team.Bot.Http.GetStringAsync("/api/incidents/INC-1/timeline"))!;
}
