using System.Text.Json.Nodes;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Stories;

/// <summary>What people live through in Slack, over both connections.</summary>
public sealed class SlackStories
{
    public static TheoryData<bool> Connections => [true, false];

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task I_can_declare_note_and_close_and_get_a_postmortem(bool socketMode)
    {
        await using var team = await SlackTeam.StartAsync(socketMode);
        var ana = team.As("ana");
        var declared = await ana.Command("general", "/incident start Payments <!channel> & returning 500s sev2");
        Assert.Null(declared.Notice);
        Assert.Equal("ephemeral", (string?)declared.Reply!["response_type"]);
        var channel = await team.ChannelAsync("inc-1-payments");
        Assert.Contains(ana.User.Id, channel.Members);
        Assert.StartsWith("INC-1: Payments", channel.Topic);
        await team.SeenAsync("incidents", "INC-1");
        var noted = await ana.Command(channel.Name, "/timeline rolled back the api");
        Assert.StartsWith("Added to INC-1 as no. 1", (string?)noted.Reply!["text"]);
        await team.SeenAsync(channel.Name, "rolled back the api");
        await ana.Command(channel.Name, "/incident close");
        await team.SeenAsync(channel.Name, "*Timeline*");
        await Eventually.Async(() => Task.FromResult(channel.Messages.Any(message => message.Files.Count == 1)));
        Assert.DoesNotContain(team.Posts(channel.Name), post => post.Contains("<!channel>"));
        Assert.Empty(team.Slack.Ledger.Calls.SelectMany(call => call.Violations));
        Assert.DoesNotContain(team.Slack.Ledger.Calls, call => call.Error is not null and not ("name_taken" or "already_in_channel"));
    }

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task I_can_fill_a_form_and_am_told_at_the_field_what_is_wrong(bool socketMode)
    {
        await using var team = await SlackTeam.StartAsync(socketMode);
        var ana = team.As("ana");
        Assert.Null((await ana.Command("general", "/incident start")).Notice);
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        await ana.Fill("title", "Search is down").Fill("severity", "sev3").Fill("at", "25:70").Submit();
        Assert.Contains("25:70", Assert.Contains("at", (IDictionary<string, string>)ana.View!.Errors));
        var done = await ana.Fill("at", "").Submit();
        Assert.Equal("update", (string?)done.Reply!["response_action"]);
        Assert.StartsWith("INC-1 declared", SlackTeam.Words((JsonArray)ana.View!.Sent["blocks"]!));
        await team.ChannelAsync("inc-1-search-is-down");
    }

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task I_can_take_the_lead_with_a_button_and_the_card_says_so(bool socketMode)
    {
        await using var team = await SlackTeam.StartAsync(socketMode);
        var channel = await team.DeclareAsync();
        var card = channel.Messages.First(message => message.BotId is not null && message.Subtype is null);
        Assert.Null((await team.As("li").Click(channel.Name, card.Ts, "Take lead")).Notice);
        await Eventually.Async(() => Task.FromResult(SlackTeam.Words(card.Blocks)!.Contains("Lead: @li")));
        await Eventually.Async(() => Task.FromResult(team.Posts("incidents")[0].Contains("Lead: @li")));
        Assert.Contains("lead", Assert.Single(team.Whispers(channel.Name, "li")));
    }

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task I_can_record_a_message_and_a_reply_by_a_reaction(bool socketMode)
    {
        await using var team = await SlackTeam.StartAsync(socketMode);
        var channel = await team.DeclareAsync();
        var (ana, li) = (team.As("ana"), team.As("li"));
        Join(team, channel, li);
        var root = li.Post(channel.Name, "errors on <b>checkout</b> & rising");
        var answer = li.Post(channel.Name, "rolled back the api", root);
        ana.React(channel.Name, answer, "pushpin");
        ana.React(channel.Name, root, "pushpin");
        await Eventually.Async(async () => (await Timeline(team)).Count == 2);
        var timeline = await Timeline(team);
        Assert.Equal(
            ["errors on <b>checkout</b> & rising", "rolled back the api"],
            timeline.Select(entry => (string?)entry!["text"]).Order());
        Assert.All(timeline, entry => Assert.Equal("li", (string?)entry!["by"]));
        await Eventually.Async(() => Task.FromResult(team.Whispers(channel.Name, "ana").Count == 2));
        ana.Unreact(channel.Name, answer, "pushpin");
        await Eventually.Async(async () => (await Timeline(team)).Count == 1);
        li.Edit(channel.Name, root, "errors on checkout fell");
        await Eventually.Async(async () => (string?)(await Timeline(team))[0]!["text"] == "errors on checkout fell");
    }

    [Fact]
    public async Task I_can_record_a_message_from_its_menu_and_declare_from_one()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        var here = ana.Post(channel.Name, "the database is full");
        await ana.MessageShortcut(channel.Name, here, "add_to_timeline");
        await Eventually.Async(async () => (await Timeline(team)).Count == 1);
        var there = ana.Post("general", "search is slow");
        await ana.MessageShortcut("general", there, "declare_from_message");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        await ana.Submit();
        await team.ChannelAsync("inc-2-search-is-slow");
        Assert.Equal("search is slow", (string?)(await Timeline(team, 2))[0]!["text"]);
    }

    [Fact]
    public async Task I_close_with_a_checklist_that_the_timeline_has_filled()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        await ana.Command(channel.Name, "/timeline the disk was full #finding");
        await ana.Command(channel.Name, "/timeline freed 20 GB #resolution");
        var card = channel.Messages.First(message => message.BotId is not null && message.Subtype is null);
        Assert.Null((await ana.Click(channel.Name, card.Ts, "Close")).Notice);
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        Assert.Contains("freed 20 GB", ana.View!.Sent.ToJsonString());
        await ana.Fill("root-cause-summary", "A log file filled the disk").Submit();
        await team.SeenAsync(channel.Name, "A log file filled the disk");
        var incident = JsonNode.Parse(await team.Bot.Http.GetStringAsync("/api/incidents/INC-1"))!;
        Assert.Equal("freed 20 GB", (string?)incident["resolution"]![0]);
    }

    [Fact]
    public async Task I_see_the_open_incidents_on_the_home_tab()
    {
        await using var team = await SlackTeam.StartAsync();
        await team.DeclareAsync();
        var ana = team.As("ana");
        ana.OpenHome();
        await Eventually.Async(() => Task.FromResult(ana.Home is not null));
        Assert.Contains("INC-1", ana.Home!.Sent.ToJsonString());
        await ana.ClickInView("Declare an incident");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
    }

    private static void Join(SlackTeam team, Sitrep.LocalSlack.State.SlackChannel channel, Sitrep.LocalSlack.People.Person person) =>
        team.As("ana").Invite(channel.Name, person.User.Name);

    private static async Task<JsonArray> Timeline(SlackTeam team, int incident = 1) =>
        (JsonArray)JsonNode.Parse(await team.Bot.Http.GetStringAsync($"/api/incidents/INC-{incident}/timeline"))!;
}
