using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class TimelineTests
{
    [Fact]
    public async Task An_entry_keeps_both_clocks_and_its_words()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("li", "/timeline 13:45 rolled  back the api, 30% of traffic #mitigation", channel);
        Assert.Contains("13:45 UTC", reply.Message.PlainText);
        Assert.Contains("typed 14:00 UTC", reply.Message.PlainText);
        var entry = Assert.Single(bot.Record().Timeline);
        Assert.Equal("rolled  back the api, 30% of traffic", entry.Text);
        Assert.Equal("2026-03-10T13:45:00Z", entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        Assert.Equal("2026-03-10T14:00:00Z", entry.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        Assert.Equal([EntryKind.Mitigation], entry.Kinds);
        Assert.Contains(bot.Posted, text => text.Contains("13:45 UTC") && text.Contains("rolled  back"));
    }

    [Theory]
    [InlineData("/incident note")]
    [InlineData("/incident timeline")]
    public async Task It_is_recorded_under_the_incident_s_own_words_too(string words)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        Assert.False((await bot.Type("li", words + " 13:45 rolled back", channel)).Refused);
        Assert.Equal("rolled back", Assert.Single(bot.Record().Timeline).Text);
        Assert.Contains("rolled back", (await bot.Type("li", "/incident timeline", channel)).Message.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30% of traffic moved")]
    [InlineData("503 errors again")]
    [InlineData("2nd attempt failed")]
    [InlineData("edit of the config rolled out")]
    [InlineData("undo of the migration is running")]
    [InlineData("remove the feature flag, says #backend")]
    public async Task Text_that_only_looks_like_something_else_is_text(string text)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        Assert.False((await bot.Type("li", "/timeline " + text, channel)).Refused);
        Assert.Equal(text, Assert.Single(bot.Record().Timeline).Text);
    }

    [Theory]
    [InlineData("25:70 rolled back api")]
    [InlineData("16:00 rolled back api")]
    [InlineData("01:30 rolled back api")]
    [InlineData("14:00")]
    public async Task A_time_that_is_not_clear_stores_nothing_and_gives_the_text_back(string typed)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("li", "/timeline " + typed, channel);
        Assert.True(reply.Refused);
        Assert.Contains(typed, reply.Message.PlainText);
        Assert.Empty(bot.Record().Timeline);
    }

    [Fact]
    public async Task What_is_offered_for_an_unclear_time_works_when_clicked()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("li", "/timeline 16:00 rolled back api #mitigation", channel);
        Assert.NotEmpty(asked.Message.Buttons);
        foreach (var button in asked.Message.Buttons)
            Assert.False((await bot.Type("li", button.Command, channel)).Refused, button.Command);
        Assert.All(bot.Record().Timeline, entry => Assert.Equal(("rolled back api", EntryKind.Mitigation), (entry.Text, entry.Kinds[0])));
        Assert.Equal(asked.Message.Buttons.Count, bot.Record().Timeline.Count);
    }

    [Fact]
    public async Task Corrections_keep_the_number_and_undo_takes_them_back_one_by_one()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/timeline 13:10 looking at the databse", channel);
        await bot.Type("li", "/timeline 13:20 found it", channel);
        bot.Clock.Move(TimeSpan.FromMinutes(1));
        await bot.Type("li", "/timeline edit 1 looking at the database", channel);
        await bot.Type("li", "/timeline move 1 13:15", channel);
        await bot.Type("li", "/timeline mark 1 #dead-end #investigation note:\"it was fine\"", channel);
        var entry = bot.Record().Timeline[0];
        Assert.Equal(("looking at the database", "13:15", "it was fine"), (entry.Text, entry.At.ToString("HH:mm"), entry.Note));
        Assert.Equal([EntryKind.DeadEnd, EntryKind.Investigation], entry.Kinds);
        foreach (var _ in Enumerable.Range(0, 3)) await bot.Type("li", "/timeline undo", channel);
        entry = bot.Record().Timeline[0];
        Assert.Equal(("looking at the databse", "13:10", null), (entry.Text, entry.At.ToString("HH:mm"), entry.Note));
    }

    [Fact]
    public async Task A_removed_entry_leaves_its_number_unused_and_comes_back_by_undo()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/timeline first", channel);
        await bot.Type("li", "/timeline second", channel);
        await bot.Type("li", "/timeline remove 2", channel);
        await bot.Type("li", "/timeline third", channel);
        Assert.Equal([1, 3], bot.Record().Timeline.Select(entry => entry.Number));
        Assert.True((await bot.Type("li", "/timeline edit 2 x", channel)).Refused);
        Assert.Contains("no entry 2", (await bot.Type("li", "/timeline edit 2 x", channel)).Message.PlainText);
    }

    [Fact]
    public async Task An_escalation_moves_and_goes_with_its_entry()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/escalate to:\"backend team, DevOps team\" at:13:30 please look", channel);
        await bot.Type("li", "/timeline move 1 13:40", channel);
        Assert.Equal("13:40", Assert.Single(bot.Record().Escalations).At!.Value.ToString("HH:mm"));
        await bot.Type("li", "/timeline remove 1", channel);
        Assert.Empty(bot.Record().Escalations);
        await bot.Type("li", "/timeline undo", channel);
        Assert.Equal(["backend team", "DevOps team"], Assert.Single(bot.Record().Escalations).To);
    }

    [Fact]
    public async Task A_guessed_kind_is_shown_and_can_be_changed()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("li", "/timeline rolled back the release", channel);
        Assert.Contains("mitigation (a guess", reply.Message.PlainText);
        Assert.True(bot.Record().Timeline[0].KindGuessed);
        await bot.Type("li", "/timeline mark 1 #resolution", channel);
        Assert.False(bot.Record().Timeline[0].KindGuessed);
    }

    [Fact]
    public async Task An_id_in_front_reaches_the_incident_from_any_channel()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        Assert.True((await bot.Type("li", "/timeline hello", "kitchen")).Refused);
        Assert.False((await bot.Type("li", "/timeline INC-1 13:05 hello", "kitchen")).Refused);
        Assert.False((await bot.Type("li", "/timeline inc-1 mark 1 #finding", "kitchen")).Refused);
        Assert.False((await bot.Type("li", "/incident INC-1 severity sev4", "kitchen")).Refused);
        Assert.False((await bot.Type("li", "/incident severity INC-1 sev3", "kitchen")).Refused);
        Assert.Equal(Severity.Sev3, bot.Record().Incident.Severity);
    }

    [Fact]
    public async Task The_same_delivery_twice_is_recorded_once_and_answered_alike()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var first = await bot.Type("li", "/timeline hello", channel, key: "same");
        bot.Clock.Move(TimeSpan.FromHours(1));
        var second = await bot.Type("li", "/timeline hello", channel, key: "same");
        Assert.Equal(first.Message.PlainText, second.Message.PlainText);
        Assert.Single(bot.Record().Timeline);
    }

    [Fact]
    public async Task Forty_thousand_characters_are_kept_whole_and_shown_short()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var text = string.Concat(Enumerable.Repeat("👩‍🚒 | `x` <b> ", 2_700))[..40_000];
        await bot.Type("li", "/timeline " + text, channel);
        Assert.Equal(text.Trim(), bot.Record().Timeline[0].Text);
        Assert.All(bot.Posted, posted => Assert.True(posted.Length < 3_000));
    }

    [Fact]
    public async Task What_no_reader_can_see_is_left_out_and_said()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("li", "/timeline a\0b \u202Eevil \uD800x @everyone <!channel>", channel);
        Assert.Contains("Left out: 2", reply.Message.PlainText);
        Assert.Equal("ab evil \uFFFDx @everyone <!channel>", bot.Record().Timeline[0].Text);
        Assert.DoesNotContain(bot.Platform.Delivered, Pings);
    }

    private static bool Pings(Sitrep.Chat.OutboxItem delivery) =>
        delivery.Effect is Sitrep.Chat.Effects.PostMessage post && post.Message.Blocks.OfType<Sitrep.Prose.Paragraph>()
            .SelectMany(paragraph => paragraph.Line.Spans).OfType<Sitrep.Prose.Mention>().Any(mention => mention.Ping);
}
