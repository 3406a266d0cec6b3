using Sitrep.Chat.Effects;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Escalations;

/// <summary>Everybody who is named is paged, or named in the answer as not reached.</summary>
public sealed class EscalationTargetTests
{
    [Theory]
    [InlineData("@one @two queue is growing", "@one|@two", "queue is growing")]
    [InlineData("@one and @two queue is growing", "@one|@two", "queue is growing")]
    [InlineData("@one, @two and @three: queue is growing", "@one|@two|@three", "queue is growing")]
    [InlineData("@one,@two queue is growing", "@one|@two", "queue is growing")]
    [InlineData("@one/@two & @three + @four; @five queue", "@one|@two|@three|@four|@five", "queue")]
    [InlineData("@one@two queue", "@one|@two", "queue")]
    [InlineData("＠one queue", "@one", "queue")]
    [InlineData("@one @One queue", "@one", "queue")]
    [InlineData("@one and the queue grows", "@one", "and the queue grows")]
    [InlineData("@one, please look", "@one", "please look")]
    [InlineData("@one, @two, please look", "@one|@two", "please look")]
    [InlineData("@one's queue", "@one", "'s queue")]
    [InlineData("to: @one queue", "@one", "queue")]
    [InlineData("to : @one queue", "@one", "queue")]
    [InlineData("TO:@one, @two queue", "@one|@two", "queue")]
    [InlineData("to @one queue", "@one", "queue")]
    [InlineData("queue is growing to: @one, @two", "@one|@two", "queue is growing")]
    [InlineData("to:\"@one and @two\" queue", "@one|@two", "queue")]
    [InlineData("to:\"@one @two, backend team\" queue", "@one|@two|backend team", "queue")]
    [InlineData("backend team queue is growing", "backend team", "queue is growing")]
    [InlineData("the backend team queue is growing", "backend team", "queue is growing")]
    [InlineData("network operations team, @one queue", "network operations team|@one", "queue")]
    [InlineData("@one and backend team queue", "@one|backend team", "queue")]
    [InlineData("@li, payments team please look", "@li|payments team", "please look")]
    [InlineData("payments, checkout", "payments|checkout", null)]
    [InlineData("payments, @one queue", "payments|@one", "queue")]
    [InlineData("DevOps error rate rising", "DevOps", "error rate rising")]
    [InlineData("payments-oncall error rate rising", "payments-oncall", "error rate rising")]
    [InlineData("@one write to ana@example.org", "@one", "write to ana@example.org")]
    public async Task Names_end_where_the_text_begins(string typed, string targets, string? text)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", "/escalate " + typed, channel);
        Assert.False(reply.Refused, reply.Message.PlainText);
        var escalation = Assert.Single(bot.Record().Escalations);
        Assert.Equal(targets.Split('|'), escalation.To);
        Assert.Equal(text, escalation.Text);
    }

    [Theory]
    [InlineData("13:20 @one queue is growing")]
    [InlineData("@one 13:20 queue is growing")]
    [InlineData("@one at 13:20 queue is growing")]
    [InlineData("at 13:20 @one queue is growing")]
    [InlineData("to: 13:20 @one queue is growing")]
    [InlineData("to:\"13:20, @one\" queue is growing")]
    [InlineData("to:@one 13:20 queue is growing")]
    [InlineData("to:\"@one\" 13:20 queue is growing")]
    [InlineData("@one at:13:20 queue is growing")]
    [InlineData("40m ago @one queue is growing")]
    public async Task A_moment_before_or_behind_the_names_is_when_it_was(string typed)
    {
        await using var bot = new TestBot("2026-03-10T14:00:00Z");
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", "/escalate " + typed, channel);
        Assert.False(reply.Refused, reply.Message.PlainText);
        Assert.Contains("13:20 UTC", reply.Message.PlainText);
        var escalation = Assert.Single(bot.Record().Escalations);
        Assert.Equal("@one", Assert.Single(escalation.To));
        Assert.Equal(("13:20", "queue is growing"), (escalation.At?.ToString("HH:mm"), escalation.Text));
    }

    [Theory]
    [InlineData("@one 16:00 queue")]
    [InlineData("16:00 @one queue")]
    public async Task A_moment_that_lies_ahead_is_asked_back_and_pages_nobody(string typed)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("ana", "/escalate " + typed, channel);
        Assert.True(asked.Refused);
        Assert.Empty(bot.Record().Escalations);
        await bot.Type("ana", asked.Message.Buttons[0].Command, channel);
        Assert.Equal(("@one", "queue"), (Assert.Single(bot.Record().Escalations[0].To), bot.Record().Escalations[0].Text));
    }

    [Theory]
    [InlineData("queue is growing", "Page queue", "queue", "is growing")]
    [InlineData("payments please look", "Page payments", "payments", "please look")]
    [InlineData("please page @one the queue grows", "Page @one", "@one", "please page @one the queue grows")]
    [InlineData("@one, payments broke it", "Page @one", "@one", "payments broke it")]
    [InlineData("@one, payments broke it", "Page @one, payments", "@one|payments", "broke it")]
    public async Task What_may_be_a_team_or_the_text_is_asked_and_nobody_is_paged_before(
        string typed,
        string label,
        string targets,
        string text)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("ana", "/escalate " + typed, channel);
        Assert.True(asked.Refused);
        Assert.Contains(typed, asked.Message.PlainText);
        Assert.Empty(bot.Record().Escalations);
        var offer = Assert.Single(asked.Message.Buttons, button => button.Label == label);
        Assert.False((await bot.Type("ana", offer.Command, channel)).Refused);
        Assert.Equal(targets.Split('|'), bot.Record().Escalations[0].To);
        Assert.Equal(text, bot.Record().Escalations[0].Text);
    }

    [Fact]
    public async Task A_team_that_was_called_in_before_is_known_by_its_name()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/escalate to:\"network operations\" look", channel);
        Assert.False((await bot.Type("ana", "/escalate network operations queue is growing", channel)).Refused);
        Assert.Equal("queue is growing", bot.Record().Escalations[1].Text);
    }

    [Theory]
    [InlineData("backend team queue", "Nobody was notified: backend team")]
    [InlineData("to:\"@ben, DBA\" queue", "Not notified: DBA")]
    [InlineData("@ben @everyone queue", "Not notified: @everyone")]
    [InlineData("@ben please tell @tom, too", "Not notified: @tom")]
    [InlineData("@zoe queue", "Nobody here has used the name @zoe")]
    public async Task Whoever_is_named_and_not_reached_stands_in_the_answer(string typed, string said)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ben", "/timeline looking", channel);
        Assert.Contains(said, (await bot.Type("ana", "/escalate " + typed, channel)).Message.PlainText);
    }

    [Fact]
    public async Task Whoever_is_known_is_paged_without_a_remark_and_by_the_name_they_have()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ben", "/timeline looking", channel);
        var reply = await bot.Type("ana", "/escalate @BEN queue", channel);
        Assert.DoesNotContain("⚠️", reply.Message.PlainText);
        Assert.Equal("@ben", Assert.Single(bot.Record().Escalations[0].To));
    }

    [Fact]
    public async Task A_name_with_a_blank_is_one_name_where_it_is_known()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("Zoe Park", "/timeline looking", channel);
        await bot.Type("ana", "/escalate @Zoe Park, @ana queue", channel);
        Assert.Equal(["@Zoe Park", "@ana"], bot.Record().Escalations[0].To);
    }

    [Fact]
    public async Task Everybody_is_never_paged()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("ana", "/escalate @everyone look", channel);
        Assert.NotNull(asked.Form);
        Assert.Contains("@everyone", asked.Message.PlainText);
        Assert.Empty(bot.Record().Escalations);
    }

    [Fact]
    public async Task The_page_says_who_took_it_and_its_button_goes()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/escalate @li first", channel);
        await bot.Type("ana", "/escalate @sam second", channel);
        var pages = bot.Delivered.Select(delivery => delivery.Effect).OfType<PostMessage>().Where(post => post.IsPage).ToList();
        bot.Clock.Move(TimeSpan.FromMinutes(2));
        await bot.Type("tom", Assert.Single(pages[0].Message.Buttons).Command, channel);
        Assert.Equal(["tom", null], bot.Record().Escalations.Select(escalation => escalation.AcknowledgedBy?.Name));
        var updated = Updates(bot).Single();
        Assert.Equal(pages[0].Key, updated.Key);
        Assert.Empty(updated.Message.Buttons);
        Assert.Contains("Acknowledged by @tom at 14:02 UTC (2 minutes after the page)", updated.Message.PlainText);
        Assert.Equal("tom", updated.Message.Page!.AcknowledgedBy!.Name);
        var again = await bot.Type("li", pages[0].Message.Buttons[0].Command, channel);
        Assert.True(again.Refused);
        Assert.Contains("@tom acknowledged the escalation to @li", again.Message.PlainText);
    }

    [Fact]
    public async Task A_page_follows_its_entry()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/escalate @li first", channel);
        await bot.Type("ana", "/timeline edit 1 come at once", channel);
        await bot.Type("ana", "/timeline remove 1", channel);
        var updates = Updates(bot);
        Assert.Contains("come at once", updates[0].Message.PlainText);
        Assert.Equal((0, null), (updates[1].Message.Buttons.Count, updates[1].Message.Page));
        await bot.Type("ana", "/timeline undo", channel);
        Assert.Single(Updates(bot)[^1].Message.Buttons);
        using var connection = bot.Store.Open();
        Assert.Equal(0, connection.QuerySingle<long>("select count(*) from outbox where key like '%/entry-%'"));
    }

    [Fact]
    public async Task Whoever_is_called_into_a_private_incident_may_see_it()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare("Leaked key private");
        Assert.True((await bot.Type("li", "/incident show INC-1", "general")).Refused);
        await bot.Type("ana", "/escalate @li rotate it", channel);
        Assert.False((await bot.Type("li", "/ack INC-1", "general")).Refused);
        Assert.True((await bot.Type("tom", "/incident show INC-1", "general")).Refused);
    }

    private static List<UpdateMessage> Updates(TestBot bot) =>
        [.. bot.Delivered.Select(delivery => delivery.Effect).OfType<UpdateMessage>().Where(update => update.Key.Contains("page"))];
}
