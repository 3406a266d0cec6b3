using Sitrep.Chat.Effects;
using Sitrep.Commands;
using Sitrep.Commands.Events;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class TimerRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);
    private static readonly Situation _nowhere = new()
    {
        Now = _now,
        User = Person.Named("bot", "sitrep"),
        Channel = new("slack", ""),
        Settings = BotSettings.Default,
    };

    [Fact]
    public void A_timer_whose_incident_is_gone_is_taken_away_and_says_nothing()
    {
        var decision = TimerRules.Decide(_nowhere, new("INC-1/update-due", new(1), _now, new UpdateDue(), "{}"));
        Assert.Equal(["INC-1/update-due"], decision.ClearedTimers);
        Assert.Empty(decision.Effects);
    }

    [Fact]
    public void A_timer_that_nobody_can_read_is_parked_and_said_with_what_it_holds()
    {
        var situation = _nowhere with { Incident = Records.Incident() };
        var decision = TimerRules.Decide(situation, new("INC-1/x", new(1), _now, null, """{"is":"page-again","level":2}"""));
        Assert.Equal(["INC-1/x"], decision.ParkedTimers);
        Assert.Empty(decision.ClearedTimers);
        var said = Assert.IsType<PostMessage>(Assert.Single(decision.Effects)).Message.PlainText;
        Assert.Contains("""{"is":"page-again","level":2}""", said);
        Assert.DoesNotContain("promised", said);
    }
}
