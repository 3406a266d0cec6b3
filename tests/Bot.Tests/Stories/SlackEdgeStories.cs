using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Stories;

/// <summary>What people see in Slack is what they wrote, and stays true.</summary>
public sealed class SlackEdgeStories
{
    [Fact]
    public async Task What_I_write_appears_letter_by_letter_and_a_topic_follows_a_new_title()
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        await ana.Command("general", "/incident start Pay *now* <!channel> & _later_ :fire: sev2");
        var channel = await team.ChannelAsync("inc-1");
        Assert.Equal("INC-1: Pay *now* &lt;!channel&gt; &amp; _later_ :fire:", channel.Topic);
        await team.SeenAsync(channel.Name, "Pay *now* <!channel> & _later_ :fire:");
        await ana.Command(channel.Name, "/timeline ran `kubectl  get` *twice*");
        await team.SeenAsync(channel.Name, "ran `kubectl  get` *twice*");
        await ana.Command(channel.Name, "/incident title Cards <!here> fail");
        await Eventually.Async(() => Task.FromResult(channel.Topic == "INC-1: Cards &lt;!here&gt; fail"));
        ana.OpenHome();
        await Eventually.Async(() => Task.FromResult(ana.Home is not null));
        Assert.Contains("Cards &lt;!here&gt; fail", ana.Home!.Sent.ToJsonString(_plain));
        Assert.Empty(team.Slack.Ledger.Calls.SelectMany(call => call.Violations));
    }

    [Fact]
    public async Task A_posted_line_follows_its_entry()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        var ana = team.As("ana");
        await ana.Command(channel.Name, "/timeline restarted db-1");
        await team.SeenAsync(channel.Name, "restarted db-1");
        await team.SentAsync();
        var line = Line(channel, "restarted db-1");
        await ana.Command(channel.Name, "/timeline edit 1 restarted db-2");
        await Eventually.Async(() => Task.FromResult(SlackTeam.Words(line.Blocks)!.Contains("restarted db-2")));
        await ana.Command(channel.Name, "/timeline remove 1");
        await Eventually.Async(() => Task.FromResult(SlackTeam.Words(line.Blocks)!.EndsWith(" — removed")));
        Assert.Contains("\"strike\":true", line.Blocks!.ToJsonString());
        await ana.Command(channel.Name, "/timeline undo");
        await Eventually.Async(() => Task.FromResult(!SlackTeam.Words(line.Blocks)!.Contains("removed")));
    }

    [Fact]
    public async Task A_long_message_is_whole_in_the_incident_that_is_declared_from_it()
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        var text = "Search is slow\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"line {i} ж\n"));
        var said = ana.Post("general", text);
        await ana.MessageShortcut("general", said, "declare_from_message");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        await ana.Submit();
        await team.ChannelAsync("inc-1");
        var incident = JsonNode.Parse(await team.Bot.Http.GetStringAsync("/api/incidents/INC-1"))!;
        Assert.Equal(text.Trim(), (string?)incident["timeline"]![0]!["text"]);
    }

    [Theory]
    [InlineData("half past", "checkout", "at")]
    [InlineData("25:70", "25:70", "at")]
    public async Task A_mistake_stands_at_its_own_field(string at, string service, string field)
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        await ana.Command("general", "/incident start");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        await ana.Fill("title", "Search is down").Fill("severity", "sev2").Fill("service", service).Fill("at", at).Submit();
        Assert.Equal([field], ana.View!.Errors.Keys);
    }

    [Fact]
    public async Task A_title_of_blanks_is_missing_at_the_title()
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        await ana.Command("general", "/incident start");
        await Eventually.Async(() => Task.FromResult(ana.View is not null));
        await ana.Fill("title", "   ").Fill("severity", "sev2").Submit();
        Assert.Equal(["title"], ana.View!.Errors.Keys);
    }

    [Fact]
    public async Task A_private_incident_that_lost_its_channel_says_where_it_speaks_now()
    {
        await using var team = await SlackTeam.StartAsync();
        var ana = team.As("ana");
        await ana.Command("general", "/incident start Leak of keys private");
        var channel = await team.ChannelAsync("inc-1");
        ana.Archive(channel.Name);
        await Eventually.Async(() => Task.FromResult(Told(team, ana).Any(text => text.Contains("was archived"))));
        var told = Told(team, ana).Single(text => text.Contains("was archived"));
        Assert.Contains("comes to @ana alone, as a direct message", told);
        Assert.DoesNotContain("#incidents", told);
    }

    private static readonly System.Text.Json.JsonSerializerOptions _plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static SlackMessage Line(SlackChannel channel, string text) =>
        channel.Messages.Last(message => message.BotId is not null && SlackTeam.Words(message.Blocks)?.Contains(text) == true);

    private static IEnumerable<string> Told(SlackTeam team, Sitrep.LocalSlack.People.Person person) =>
        person.Sees(person.DirectWithBot().Id).Select(message => SlackTeam.Words(message.Blocks) ?? message.Text);
}
