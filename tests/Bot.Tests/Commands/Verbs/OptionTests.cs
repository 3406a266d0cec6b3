using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Verbs;

/// <summary>Words that could be options, and options that could be words: read, or asked about, never left out.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("Checkout down severity:critical", 1)]
    [InlineData("Checkout down severity:1", 1)]
    [InlineData("Checkout down severity:P1", 1)]
    [InlineData("Checkout down severity: P2", 2)]
    [InlineData("Checkout down severity:\"major\"", 2)]
    [InlineData("Checkout down sev:3", 3)]
    [InlineData("priority:high Checkout down", 2)]
    [InlineData("Checkout down SEV-4", 4)]
    public async Task A_severity_in_another_tool_s_words_is_read_and_said(string typed, int severity)
    {
        await using var bot = new TestBot();
        var declared = await bot.Type("ana", "/incident start " + typed);
        Assert.Equal(((Severity)severity, "Checkout down"), (bot.Record().Incident.Severity, bot.Record().Incident.Title));
        Assert.Contains($"SEV{severity}", declared.Message.PlainText);
    }

    [Theory]
    [InlineData("Checkout down severity:banana")]
    [InlineData("severity:7 Checkout down")]
    [InlineData("Checkout down severity:\"very bad\" service:shop")]
    public async Task A_severity_that_nobody_can_read_is_asked_about_and_the_button_loses_nothing(string typed)
    {
        await using var bot = new TestBot();
        var asked = await bot.Type("ana", "/incident start " + typed);
        Assert.True(asked.Refused);
        Assert.Contains("severity", asked.Message.PlainText);
        Assert.False((await bot.Type("ana", asked.Message.Buttons[1].Command)).Refused);
        Assert.Equal(("Checkout down", Severity.Sev2), (bot.Record().Incident.Title, bot.Record().Incident.Severity));
        if (typed.Contains("shop")) Assert.Equal("shop", bot.Record().Incident.Service);
    }

    [Theory]
    [InlineData("P1 Checkout down", 1)]
    [InlineData("SEV1: Checkout down", 1)]
    [InlineData("[SEV1] Checkout down", 1)]
    [InlineData("Checkout down (sev2)", 2)]
    [InlineData("Checkout down, p3", 3)]
    [InlineData("Critical: Checkout down", 1)]
    [InlineData("sev 2 Checkout down", 2)]
    [InlineData("Checkout down severity=critical", 1)]
    public async Task A_severity_in_the_title_is_offered_and_the_title_kept(string title, int severity)
    {
        await using var bot = new TestBot();
        var declared = await bot.Type("ana", "/incident start " + title);
        Assert.Equal((title, null), (bot.Record().Incident.Title, bot.Record().Incident.Severity));
        var offered = Assert.Single(declared.Message.Buttons, button => button.Label == $"Set SEV{severity}");
        await bot.Type("ana", offered.Command);
        Assert.Equal((Severity)severity, bot.Record().Incident.Severity);
    }

    [Fact]
    public async Task The_answer_to_start_says_the_severity_or_that_there_is_none()
    {
        await using var bot = new TestBot();
        Assert.Contains("SEV2", (await bot.Type("ana", "/incident start Checkout down sev2")).Message.PlainText);
        Assert.Contains("No severity is set", (await bot.Type("ana", "/incident start Search is slow")).Message.PlainText);
    }

    [Theory]
    [InlineData("Fire drill", "Fire", "Fire drill")]
    [InlineData("Quarterly failover drill sev4", "Quarterly failover", "Quarterly failover drill")]
    public async Task A_word_that_can_be_the_title_s_or_a_flag_is_asked_about(string typed, string flagged, string whole)
    {
        foreach (var (button, title, drill) in ((int, string, bool)[])[(0, whole, false), (1, flagged, true)])
        {
            await using var bot = new TestBot();
            var asked = await bot.Type("ana", "/incident start " + typed);
            Assert.True(asked.Refused);
            await bot.Type("ana", asked.Message.Buttons[button].Command);
            Assert.Equal((title, drill), (bot.Record().Incident.Title, bot.Record().Incident.Drill));
            Assert.Equal(typed.Contains("sev4") ? Severity.Sev4 : null, bot.Record().Incident.Severity);
        }
    }

    [Theory]
    [InlineData("The repo is no longer private", false)]
    [InlineData("Leaked key private", true)]
    [InlineData("Payroll export leaked sev1 private", true)]
    public async Task A_flag_behind_a_sentence_about_it_is_asked_about(string typed, bool isFlag)
    {
        await using var bot = new TestBot();
        Assert.Equal(!isFlag, (await bot.Type("ana", "/incident start " + typed)).Refused);
    }

    [Theory]
    [InlineData("1", Severity.Sev1)]
    [InlineData("p2", Severity.Sev2)]
    [InlineData("critical", Severity.Sev1)]
    [InlineData("SEV 3", Severity.Sev3)]
    [InlineData("low", Severity.Sev4)]
    internal async Task A_severity_may_be_said_as_other_tools_do(string typed, Severity meant)
    {
        await using var bot = new TestBot();
        var channel = (await bot.Type("ana", "/incident start Checkout down")).Channel!;
        var answer = await bot.Type("ana", "/incident severity " + typed, channel);
        Assert.Equal(meant, bot.Record().Incident.Severity);
        Assert.Contains($"\"{typed}\" as sev{(int)meant}", answer.Message.PlainText);
    }

    [Fact]
    public async Task The_reason_for_a_severity_and_for_a_status_is_kept()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var severe = await bot.Type("ana", "/incident severity sev1 because all of EU is down, no longer sev2", channel);
        Assert.Contains("because all of EU is down, no longer sev2", severe.Message.PlainText);
        await bot.Type("ana", "/incident status mitigated with a rollback", channel);
        Assert.Equal(Severity.Sev1, bot.Record().Incident.Severity);
        Assert.Contains(bot.Record().Notes, note => note is { What: NoteKind.Severity, Text: "because all of EU is down, no longer sev2" });
        Assert.Contains(bot.Record().Notes, note => note is { What: NoteKind.Status, Value: "monitoring", Text: "with a rollback" });
    }

    [Theory]
    [InlineData("mitigated", IncidentStatus.Monitoring)]
    [InlineData("fixed", IncidentStatus.Monitoring)]
    [InlineData("triage", IncidentStatus.Investigating)]
    [InlineData("restored", IncidentStatus.Resolved)]
    internal async Task A_status_in_another_tool_s_word_is_read_and_said(string word, IncidentStatus meant)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var answer = await bot.Type("ana", "/incident status " + word, channel);
        Assert.Equal(meant, bot.Record().Incident.Status);
        Assert.Contains($"\"{word}\"", answer.Message.PlainText);
    }

    [Theory]
    [InlineData("/incident attach https://x.example/a.png place:left")]
    [InlineData("/incident update all well next:banana")]
    [InlineData("/incident postmortem zone:Mars")]
    public async Task An_option_with_a_value_that_means_nothing_is_asked_about(string typed)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("ana", typed, channel);
        Assert.True(asked.Refused);
        Assert.Contains(typed.Split(':')[^1], asked.Message.PlainText);
    }

    [Fact]
    public async Task An_option_given_twice_loses_neither()
    {
        await using var bot = new TestBot();
        await bot.Type("ana", "/incident start Checkout down service:shop service:pay");
        Assert.Equal(("Checkout down service:pay", "shop"), (bot.Record().Incident.Title, bot.Record().Incident.Service));
    }

    [Theory]
    [InlineData("severity", "banana")]
    [InlineData("private", "perhaps")]
    public async Task A_filled_value_that_means_nothing_is_asked_about(string part, string value)
    {
        await using var bot = new TestBot();
        var asked = await bot.Fill("ana", "/incident start", ("title", "Checkout down"), (part, value));
        Assert.True(asked.Refused);
        Assert.Contains(value, asked.Message.PlainText);
    }

    [Theory]
    [InlineData("cause A bad rule", "A bad rule")]
    [InlineData("root cause A bad rule", "A bad rule")]
    [InlineData("root_cause: A bad rule", "A bad rule")]
    public async Task A_field_in_people_s_words_is_read(string typed, string kept)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident set " + typed, channel);
        Assert.Equal(kept, bot.Record().Incident.RootCause);
    }

    [Theory]
    [InlineData("role commander @li", "lead")]
    [InlineData("role incident commander @li", "lead")]
    [InlineData("role @li communications", "comms")]
    [InlineData("assign scribe @li", "scribe")]
    [InlineData("commander @li", "lead")]
    [InlineData("owner @li", "lead")]
    [InlineData("comms @li", "comms")]
    public async Task A_role_in_other_teams_words_is_given(string typed, string role)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident " + typed, channel);
        Assert.Equal("li", bot.Record().Incident.Roles[role].Name);
    }
}
