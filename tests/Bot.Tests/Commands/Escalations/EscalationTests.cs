using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Escalations;

public sealed class EscalationTests
{
    [Theory]
    [InlineData("to:\"backend team, DevOps team\" error rate rising", "backend team|DevOps team", "error rate rising")]
    [InlineData("\"network operations team\" to check the routes", "network operations team", "to check the routes")]
    [InlineData("@li, @sam please look", "@li|@sam", "please look")]
    [InlineData("@li , @sam please look", "@li|@sam", "please look")]
    [InlineData("to:devops", "devops", null)]
    [InlineData("devops", "devops", null)]
    public async Task Targets_and_text_are_told_apart(string typed, string targets, string? text)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", "/escalate " + typed, channel);
        Assert.False(reply.Refused, reply.Message.PlainText);
        var escalation = Assert.Single(bot.Record().Escalations);
        Assert.Equal(targets.Split('|'), escalation.To);
        Assert.Equal(text, escalation.Text);
        Assert.Equal(text ?? "Escalated to " + string.Join(", ", escalation.To), Assert.Single(bot.Record().Timeline).Text);
    }

    [Fact]
    public async Task Undoing_an_edit_takes_the_escalation_along_even_where_the_entry_was_removed_meanwhile()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/escalate @sam please look", channel);
        await bot.Type("ana", "/timeline edit 1 come at once", channel);
        await bot.Type("ben", "/timeline remove 1", channel);
        await bot.Type("ana", "/timeline undo", channel);
        Assert.Equal("please look", Assert.Single(bot.Record().Timeline).Text);
        Assert.Equal("please look", Assert.Single(bot.Record().Escalations).Text);
    }

    [Fact]
    public async Task An_escalation_is_an_entry_like_any_other_and_may_be_more()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/escalate to:\"DevOps team\" from:\"backend team\" at:\"1:30 PM\" they rolled it back #mitigation", channel);
        var entry = Assert.Single(bot.Record().Timeline);
        Assert.Equal([EntryKind.Escalation, EntryKind.Mitigation], entry.Kinds);
        Assert.Equal("13:30", entry.At.ToString("HH:mm"));
        Assert.Equal("backend team", bot.Record().Escalations[0].From);
    }

    [Fact]
    public async Task An_unknown_time_is_kept_as_unknown()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", "/escalate to:\"Devops team\" from:dev at:unknown it was the server", channel);
        Assert.Contains("unknown time", reply.Message.PlainText);
        Assert.Empty(bot.Record().Timeline);
        Assert.Null(Assert.Single(bot.Record().Escalations).At);
    }

    [Fact]
    public async Task Only_a_person_called_in_is_pinged()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/escalate @li @everyone <!channel> look", channel);
        var mentions = bot
            .Platform.Delivered.Select(delivery => delivery.Effect)
            .OfType<PostMessage>()
            .SelectMany(post => post.Message.Blocks.OfType<Paragraph>())
            .SelectMany(paragraph => paragraph.Line.Spans)
            .OfType<Mention>()
            .Where(mention => mention.Ping);
        Assert.Equal(["li"], mentions.Select(mention => mention.Person.Name));
    }

    [Fact]
    public async Task Whoever_is_named_takes_their_own_escalation_and_nobody_takes_it_twice()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/escalate @li first", channel);
        await bot.Type("ana", "/escalate @sam second", channel);
        bot.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Contains("2 min", (await bot.Type("li", "/ack", channel)).Message.PlainText);
        Assert.Equal(["li", null], bot.Record().Escalations.Select(escalation => escalation.AcknowledgedBy?.Name));
        Assert.False((await bot.Type("tom", "/ack INC-1", "kitchen")).Refused);
        var late = await bot.Type("sam", "/ack", channel);
        Assert.True(late.Refused);
        Assert.Contains("@tom acknowledged", late.Message.PlainText);
    }

    [Fact]
    public async Task Without_a_target_a_form_asks()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("ana", "/escalate", channel);
        Assert.False(
            (await bot.Fill("ana", asked.Form!.Command, ("to", "@li"), ("text", "from:here to: there"), ("at", "unknown"))).Refused);
        Assert.Equal("from:here to: there", bot.Record().Escalations[0].Text);
    }
}
