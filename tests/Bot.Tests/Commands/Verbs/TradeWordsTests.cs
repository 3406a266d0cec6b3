using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Verbs;

/// <summary>The verbs of other incident tools reach the command that they mean, and commands are seen however they are typed.</summary>
public sealed class TradeWordsTests
{
    [Theory]
    [InlineData("/inc create Checkout down", "StartIncident")]
    [InlineData("/incident report Checkout down", "StartIncident")]
    [InlineData("/incident trigger Checkout down", "StartIncident")]
    [InlineData("/incident log rolled back", "RecordEntry")]
    [InlineData("/incident pin rolled back", "RecordEntry")]
    [InlineData("/incident add note rolled back", "RecordEntry")]
    [InlineData("/incident add timeline event rolled back", "RecordEntry")]
    [InlineData("/page @li db is down", "EscalateIncident")]
    [InlineData("/incident page @li", "EscalateIncident")]
    [InlineData("/incident engage @li", "EscalateIncident")]
    [InlineData("/incident acknowledge", "AcknowledgeEscalation")]
    [InlineData("/acknowledge", "AcknowledgeEscalation")]
    [InlineData("/inc ack", "AcknowledgeEscalation")]
    [InlineData("/inc resolve", "ResolveIncident")]
    [InlineData("/inc sev 2", "SetSeverity")]
    [InlineData("/incident priority P2", "SetSeverity")]
    [InlineData("/incident mitigated", "SetStatus")]
    [InlineData("/incident monitoring", "SetStatus")]
    [InlineData("/incident stage fixed", "SetStatus")]
    [InlineData("/incident rename Payments fail", "SetTitle")]
    [InlineData("/incident assign lead @li", "AssignRole")]
    [InlineData("/incident commander", "TakeLead")]
    [InlineData("/incident ic @li", "TakeLead")]
    [InlineData("/incident scribe @li", "AssignRole")]
    [InlineData("/incident summary It was down", "SetField")]
    [InlineData("/incident impact Nobody could pay", "SetField")]
    [InlineData("/incident root cause A bad rule", "SetField")]
    [InlineData("/incident status-update All well", "UpdateStakeholders")]
    [InlineData("/incident todo test the rollback", "AddActionItem")]
    [InlineData("/incident followup test the rollback", "AddActionItem")]
    [InlineData("/incident follow-up test the rollback", "AddActionItem")]
    [InlineData("/incident add task test the rollback", "AddActionItem")]
    [InlineData("/incident tasks", "ListActionItems")]
    [InlineData("/incident task done 1", "FinishActionItem")]
    [InlineData("/incident end", "CloseIncident")]
    [InlineData("/incident decline", "CancelIncident")]
    [InlineData("/incident false alarm", "CancelIncident")]
    [InlineData("/incident merge INC-3", "MarkDuplicate")]
    [InlineData("/incident mark as duplicate of INC-3", "MarkDuplicate")]
    [InlineData("/incident relate INC-3", "LinkIncidents")]
    [InlineData("/incident find pool", "SearchIncidents")]
    [InlineData("/incident download html", "ExportIncident")]
    [InlineData("/incident retro", "ShowPostmortem")]
    [InlineData("/incident catch up", "CatchUp")]
    [InlineData("/incident who", "ShowOnCall")]
    [InlineData("/incident INC-7 commander @li", "TakeLead")]
    [InlineData("/incident edit 3 better words", "EditEntry")]
    [InlineData("/incident undo", "UndoCorrection")]
    public void A_verb_of_the_trade_reaches_its_command(string typed, string command) =>
        Assert.Equal(command, Assert.IsType<KnownCommand>(Read(typed)!.Input).Command.GetType().Name);

    [Theory]
    [InlineData("subscribe", "announcement channel")]
    [InlineData("statuspage", "update")]
    [InlineData("call", "attach")]
    [InlineData("snooze 2h", "next:2h")]
    [InlineData("delete", "cancel")]
    [InlineData("workflow restart", "runbook")]
    [InlineData("jira", "action add")]
    [InlineData("done", "close")]
    public async Task A_verb_for_what_does_not_exist_is_answered_with_what_there_is(string typed, string said)
    {
        await using var bot = new TestBot();
        var answer = await bot.Type("ana", "/incident " + typed, await bot.Declare());
        Assert.True(answer.Refused);
        Assert.Contains(said, answer.Message.PlainText);
        Assert.True(bot.Record().Incident.IsOpen);
    }

    [Theory]
    [InlineData("/resolve at:13:50", "/incident resolve at:13:50")]
    [InlineData("/sev 1", "/incident sev 1")]
    [InlineData("/declare Checkout down", "/incident declare Checkout down")]
    [InlineData("/todo fix it", "/incident action add fix it")]
    public async Task A_verb_without_its_first_word_is_offered_with_every_word(string typed, string meant)
    {
        await using var bot = new TestBot();
        var refused = await bot.Type("li", typed, await bot.Declare());
        Assert.Equal(meant, refused.Message.Buttons[0].Command);
    }

    [Fact]
    public async Task What_can_only_be_a_title_is_offered_as_one()
    {
        await using var bot = new TestBot();
        var asked = await bot.Type("ana", "/incident Zahlungen kaputt seit heute");
        await bot.Type("ana", asked.Message.Buttons[0].Command);
        Assert.Equal("Zahlungen kaputt seit heute", bot.Record().Incident.Title);
    }

    [Theory]
    [InlineData("\u200B/timeline restarted")]
    [InlineData("\u2060 /timeline restarted")]
    [InlineData("\uFEFF/timeline restarted")]
    [InlineData("\u200E/timeline restarted")]
    [InlineData("\u00AD/timeline restarted")]
    [InlineData("／timeline restarted")]
    [InlineData("／ｔｉｍｅｌｉｎｅ restarted")]
    [InlineData("/\u200Btimeline restarted")]
    [InlineData("/ timeline restarted")]
    [InlineData("/incident \u200Bnote restarted")]
    [InlineData("/TIMELINE restarted")]
    public async Task A_command_is_seen_behind_what_nobody_sees(string typed)
    {
        await using var bot = new TestBot();
        var answer = await bot.Type("li", typed, await bot.Declare());
        Assert.False(answer.Refused);
        Assert.Equal("restarted", Assert.Single(bot.Record().Timeline).Text);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("#1")]
    [InlineData("inc1")]
    [InlineData("INC 1")]
    public async Task An_incident_s_number_alone_is_its_id_where_one_is_expected(string typed)
    {
        await using var bot = new TestBot();
        await bot.Declare();
        Assert.Contains("INC-1", (await bot.Type("li", "/incident show " + typed)).Message.PlainText);
    }

    [Fact]
    public async Task A_command_that_takes_no_text_gives_it_back()
    {
        await using var bot = new TestBot();
        var answer = await bot.Type("li", "/incident postmortem of the pool", await bot.Declare());
        Assert.True(answer.Refused);
        Assert.Contains("of the pool", answer.Message.PlainText);
    }

    private static ParsedEvent? Read(string typed) =>
        EventReader.Read(new TextTyped(new(Platforms.Web, "general"), Person.Named(Platforms.Web, "li"), null, typed));
}
