using Sitrep.Chat.Effects;
using Sitrep.Commands;
using Sitrep.Commands.Events;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;

namespace Sitrep.Tests.Commands;

public sealed class EffectRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);
    private static readonly Incident _incident = Declare();

    [Fact]
    public void A_channel_that_was_opened_under_another_name_is_remembered_and_announced_under_it()
    {
        var decision = EffectRules.Opened(_incident, "C1", "inc-1-checkout-down-2", BotSettings.Default);
        var after = Assert.IsType<Amended>(Assert.Single(decision.Changes)).New;
        Assert.Equal(("C1", "inc-1-checkout-down-2"), (after.ChannelId, after.ChannelName));
        Assert.IsType<UpdateMessage>(Assert.Single(decision.Effects));
    }

    [Fact]
    public void A_channel_that_is_known_already_changes_nothing()
    {
        Assert.Equal(Decision.Nothing, EffectRules.Opened(_incident with { ChannelId = "C1" }, "C1", null, BotSettings.Default));
        Assert.Equal(Decision.Nothing, EffectRules.Opened(null, "C1", null, BotSettings.Default));
    }

    [Fact]
    public void A_timer_whose_incident_is_gone_is_taken_away_and_says_nothing()
    {
        var decision = TimerRules.Decide(new("INC-1/update-due", new(1), _now, "update-due"), null, _now);
        Assert.Equal(["INC-1/update-due"], decision.Cleared);
        Assert.Empty(decision.Effects);
    }

    [Theory]
    [InlineData("page-again")]
    [InlineData("")]
    [InlineData("Update-Due")]
    public void A_timer_of_a_kind_that_nobody_knows_is_parked_and_not_taken_for_another(string kind)
    {
        var decision = TimerRules.Decide(new("INC-1/x", new(1), _now, kind), _incident, _now);
        Assert.Equal(["INC-1/x"], decision.Parked);
        Assert.Empty(decision.Cleared);
        Assert.DoesNotContain("promised", Assert.IsType<PostMessage>(Assert.Single(decision.Effects)).Message.PlainText);
    }

    private static Incident Declare()
    {
        var situation = new Situation { Now = _now, User = Person.Named("slack", "ana"), Channel = new("slack", "general"), Settings = BotSettings.Default, NextNumber = 1 };
        var known = Assert.IsType<KnownCommand>(CommandReader.Read("/incident start Checkout down"));
        return known.Command.Decide(situation, known.Arguments).Changes.OfType<Declared>().Single().New;
    }
}
