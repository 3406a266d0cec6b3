using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

/// <summary>What was typed and not done is given back, and what is offered instead loses none of it.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task In_the_wrong_channel_the_offered_button_corrects_the_entry_that_was_meant()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/timeline it was the database", channel);
        var refused = await bot.Type("li", "/timeline mark 1 #dead-end note:\"it was not\"", "kitchen");
        await bot.Type("li", Assert.Single(refused.Message.Buttons).Command, "kitchen");
        var entry = Assert.Single(bot.Record().Timeline);
        Assert.Equal([EntryKind.DeadEnd], entry.Kinds);
        Assert.Equal("it was not", entry.Note);
    }

    [Fact]
    public async Task In_the_wrong_channel_the_offered_button_keeps_kinds_and_options()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        var refused = await bot.Type("li", "/escalate to:\"a team, @li\" look here from:ops at:13:50 #finding", "kitchen");
        await bot.Type("li", Assert.Single(refused.Message.Buttons).Command, "kitchen");
        var escalation = Assert.Single(bot.Record().Escalations);
        Assert.Equal(("a team|@li", "ops", "look here"), (string.Join('|', escalation.To), escalation.From, escalation.Text));
        Assert.Equal([EntryKind.Escalation, EntryKind.Finding], Assert.Single(bot.Record().Timeline).Kinds);
    }

    [Fact]
    public async Task A_private_incident_stays_private_when_its_time_is_asked_again()
    {
        await using var bot = new TestBot();
        var asked = await bot.Type("ana", "/incident start Leaked key sev1 zone:EAT service:\"key store\" at:23:00 private drill");
        Assert.True(asked.Refused);
        await bot.Type("ana", asked.Message.Buttons[0].Command);
        var incident = bot.Record().Incident;
        Assert.Equal(
            ("Leaked key", Severity.Sev1, "EAT", "key store", true, true),
            (incident.Title, incident.Severity, incident.Zone.Label, incident.Service, incident.Private, incident.Drill));
    }

    [Theory]
    [InlineData("/close at:13:50", "/incident close at:13:50")]
    [InlineData("/help", "/incident help")]
    [InlineData("/edit 3 better words", "/timeline edit 3 better words")]
    [InlineData("/timelin fix the pump", "/timeline fix the pump")]
    [InlineData("/incident action fix the pump", "/incident action add fix the pump")]
    [InlineData("/incident acton ad fix the pump", "/incident action add fix the pump")]
    [InlineData("/incident stat Checkout down", "/incident start Checkout down")]
    public async Task What_may_have_been_meant_is_offered_with_every_word(string typed, string meant)
    {
        await using var bot = new TestBot();
        var refused = await bot.Type("li", typed, await bot.Declare());
        Assert.True(refused.Refused);
        Assert.Equal(meant, refused.Message.Buttons[0].Command);
    }

    [Fact]
    public async Task An_unclear_time_offers_now_once()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("li", "/timeline 16:00 rolled back", channel);
        Assert.Single(asked.Message.Buttons, button => button.Label.Contains("now", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/timeline mark 99 #finding note:\"the pool\"")]
    [InlineData("/timeline mark 99999999999 #finding")]
    [InlineData("/timeline #finding")]
    [InlineData("/escalate to:\"\" look here")]
    [InlineData("/escalate to:, look")]
    [InlineData("/incident start title:\"\" sev2")]
    [InlineData("/incident action add renew it due:2026-13-45 owner:@bob")]
    [InlineData("/incident attach https://x.example/a.png place:left alt:\"the graph\"")]
    [InlineData("/incident postmortem zone:Mars")]
    [InlineData("/incident set resolution +")]
    [InlineData("/incident set affected -5% users")]
    public async Task A_refusal_stores_nothing_and_holds_every_word_that_was_typed(string typed)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident set resolution Rolled back", channel);
        var refused = await bot.Type("li", typed, channel);
        Assert.True(refused.Refused, refused.Message.PlainText);
        Assert.All(typed.Split(' '), word => Assert.Contains(word.Replace("\"", ""), refused.Message.PlainText.Replace("\"", "")));
        var record = bot.Record();
        Assert.Empty(record.Timeline);
        Assert.Empty(record.Escalations);
        Assert.Equal(["Rolled back"], record.Incident.Resolution);
        Assert.Null(record.Incident.AffectedPercent);
        Assert.Empty(record.Incident.ActionItems);
        Assert.Empty(record.Incident.Attachments);
        Assert.DoesNotContain("INC-2", (await bot.Type("ana", "/incident list")).Message.PlainText);
    }

    [Theory]
    [InlineData("/timeline 25:70 rolled  back", "/timeline 25:70 rolled  back")]
    [InlineData("/incident update going well next:\"banana split\"", "/incident update going well next:\"banana split\"")]
    [InlineData("/timeline mark 9 #finding", "/timeline mark 9 #finding")]
    [InlineData("/incident note", null)]
    [InlineData("/incident title INC-1", null)]
    [InlineData("/ack INC-1", null)]
    [InlineData("/incident INC-1 role dragon @ben", "dragon @ben")]
    [InlineData("/oncal who", "who")]
    public async Task A_refusal_gives_back_exactly_what_was_typed_and_once(string typed, string? text)
    {
        await using var bot = new TestBot();
        var refused = await bot.Type("li", typed, await bot.Declare());
        Assert.True(refused.Refused, refused.Message.PlainText);
        var said = refused.Message.PlainText.Split("Your text: ");
        Assert.Equal(text is null ? 1 : 2, said.Length);
        if (text is not null) Assert.StartsWith($"\"{text}\".", said[1]);
    }

    [Fact]
    public async Task What_a_form_held_is_given_back_and_no_command_that_nobody_typed()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        var refused = await bot.Fill("li", "/incident INC-1 update", ("text", "going well"), ("next", "banana"));
        Assert.EndsWith("Your text: \"going well\nbanana\".", refused.Message.PlainText);
    }

    [Fact]
    public async Task Saying_resolved_again_does_not_move_the_end_of_what_was_closed()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident close", channel);
        var end = bot.Record().Incident.EndedAt;
        bot.Clock.Move(TimeSpan.FromHours(20));
        Assert.True((await bot.Type("ana", "/incident status resolved", channel)).Refused);
        Assert.Equal(end, bot.Record().Incident.EndedAt);
    }

    [Fact]
    public async Task Curly_quotes_hold_a_list_of_targets_together()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/escalate “backend team, DevOps team” look here", channel);
        Assert.Equal(["backend team", "DevOps team"], Assert.Single(bot.Record().Escalations).To);
    }
}
