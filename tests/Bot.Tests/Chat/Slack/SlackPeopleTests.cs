using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Slack;

/// <summary>Whom people name in Slack: by the name that everybody sees, as a group, in a form.</summary>
public sealed class SlackPeopleTests
{
    [Fact]
    public async Task People_are_called_by_the_name_that_everybody_sees_and_never_by_the_deprecated_one()
    {
        await using var team = await SlackTeam.StartAsync();
        Named(team, "ana", "Ana Díaz", "Ana Maria Díaz");
        Named(team, "li", "", "Li Wang");
        var channel = await team.DeclareAsync();
        var outcome = await team.As("ana").Command(channel.Name, "/escalate @li and @ana the cache is cold");
        Assert.Contains("Escalated INC-1 to @Li Wang, @Ana Díaz", outcome.Reply!.ToJsonString(Readable));
        await team.As("li").Command(channel.Name, "/timeline rolled back");
        var incident = await Incident(team);
        Assert.Equal(["@Li Wang", "@Ana Díaz"], ((JsonArray)incident["escalations"]![0]!["to"]!).Select(name => (string?)name));
        Assert.Equal(["Ana Díaz", "Li Wang"], ((JsonArray)incident["timeline"]!).Select(entry => (string?)entry!["by"]));
        await team.As("ana").Command(channel.Name, "/incident lead @li");
        await team.As("ana").Command(channel.Name, "/incident action add patch nginx owner:@li");
        incident = await Incident(team);
        Assert.Equal(("Li Wang", "Li Wang"), ((string?)incident["roles"]!["lead"], (string?)incident["action_items"]![0]!["owner"]));
    }

    [Fact]
    public async Task A_user_group_is_mentioned_so_that_it_notifies_and_its_members_are_brought_in()
    {
        await using var team = await SlackTeam.StartAsync();
        var sam = team.As("sam").User.Id;
        var group = team.Slack.Administration.AddUsergroup("dba", "sam");
        var channel = await team.DeclareAsync();
        var outcome = await team.As("ana").Command(channel.Name, "/escalate @dba queue is growing");
        Assert.DoesNotContain("notified", outcome.Reply!.ToJsonString());
        await team.SeenAsync(channel.Name, $"<!subteam^{group}>");
        Assert.Contains(sam, channel.Members);
    }

    [Fact]
    public async Task A_form_lets_people_be_picked_and_says_of_a_typed_name_that_nobody_has_it()
    {
        await using var team = await SlackTeam.StartAsync();
        var li = team.As("li").User.Id;
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        await ana.Command(channel.Name, "/escalate");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        var types = ((JsonArray)ana.View!.Sent["blocks"]!).Select(block => (string?)block!["element"]?["type"]);
        Assert.Contains("multi_users_select", types);
        var outcome = await ana.Fill("to", li).Fill("to-names", "@zoe, backend team").Fill("text", "look").Submit();
        Assert.True(outcome.IsWell, outcome.Notice);
        Assert.Contains("Not notified: @zoe (no account of this name is known here); backend team", outcome.Reply!.ToJsonString());
        await team.SeenAsync(channel.Name, $"<@{li}>");
        Assert.Contains(li, channel.Members);
    }

    [Theory]
    [InlineData("@zoe park")]
    [InlineData("@zoe")]
    public async Task A_name_typed_into_a_form_finds_the_account_of_that_name(string typed)
    {
        await using var team = await SlackTeam.StartAsync();
        var zoe = team.As("zoe").User.Id;
        Named(team, "zoe", "Zoe Park", "Zoe Park");
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        await ana.Command(channel.Name, "/escalate");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        var outcome = await ana.Fill("to-names", typed).Submit();
        Assert.Contains("Escalated INC-1 to @Zoe Park", outcome.Reply!.ToJsonString());
        await team.SeenAsync(channel.Name, $"<@{zoe}>");
    }

    [Fact]
    public async Task The_button_of_a_page_goes_once_somebody_took_it()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        team.As("li");
        await team.As("ana").Command(channel.Name, "/escalate @li look");
        await team.SeenAsync(channel.Name, "Paged ");
        await team.As("li").Command(channel.Name, "/ack");
        await team.SeenAsync(channel.Name, "Acknowledged by @li");
        SlackMessage page;
        lock (team.Slack.Workspace.Gate)
            page = channel.Messages.First(message => message.Blocks?.ToJsonString().Contains("Paged ") == true);
        Assert.DoesNotContain("actions", page.Blocks!.ToJsonString());
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static void Named(SlackTeam team, string user, string display, string real)
    {
        team.As(user);
        team.Slack.Administration.Change(user, one => (one.DisplayName, one.RealName) = (display, real));
    }

    private static async Task<JsonNode> Incident(SlackTeam team) =>
        JsonNode.Parse(await team.Bot.Http.GetStringAsync("/api/incidents/INC-1/postmortem?format=json"))!;
}
