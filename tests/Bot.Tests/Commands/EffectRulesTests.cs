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
    public void The_id_of_what_is_brought_up_to_date_later_is_kept_and_no_other()
    {
        var to = Destination.Of(_incident);
        Assert.Equal(
            [new KeyedMessage("INC-1/card", "m1")],
            EffectRules.Posted(new PostMessage(to, Message.Of([]), "INC-1/card"), "m1").Messages);
        Assert.Equal(
            [new KeyedMessage("INC-1/doc", "f1")],
            EffectRules.Posted(new UploadDocument(to, "a.md", "", "INC-1/doc"), "f1").Messages);
        Assert.Equal(Decision.Nothing, EffectRules.Posted(new PostMessage(to, Message.Of([])), "m1"));
        Assert.Equal(Decision.Nothing, EffectRules.Posted(new UpdateMessage(to, Message.Of([]), "INC-1/card"), "m1"));
    }

    private static Incident Declare()
    {
        var situation = new Situation
        {
            Now = _now,
            User = Person.Named("slack", "ana"),
            Channel = new("slack", "general"),
            Settings = BotSettings.Default,
            NextNumber = 1,
            Open = [],
        };
        var known = Assert.IsType<KnownCommand>(CommandReader.Read("/incident start Checkout down"));
        return known.Command.Decide(situation, known.Arguments).Changes.OfType<Declared>().Single().New;
    }
}
