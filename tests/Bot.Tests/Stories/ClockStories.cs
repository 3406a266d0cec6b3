using Microsoft.Extensions.Logging.Abstractions;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Outbox;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Stories;

/// <summary>A clock that jumps, and a machine that sleeps.</summary>
public sealed class ClockStories
{
    private const string Promised = "INC-1: an update is due";

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(42)]
    public async Task I_am_reminded_once_and_never_before_the_time_I_named(int jump)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident update rolling back next:30m", channel);
        bot.Clock.Move(TimeSpan.FromMinutes(10));
        var fired = await bot.Reminders.FireDueAsync();
        bot.Clock.Move(TimeSpan.FromMinutes(jump));
        // The whole of two hours by the second, and once more from the start where the clock is set back behind it.
        for (var round = 0; round < 2; round++)
        {
            for (var second = 0; second < 7_200; second += 60)
            {
                var isDue = bot.Clock.GetUtcNow() >= DateTimeOffset.Parse("2026-03-10T14:30:00Z");
                var now = await bot.Reminders.FireDueAsync();
                Assert.True(now == 0 || isDue, $"Reminded at {bot.Clock.GetUtcNow():HH:mm}");
                fired += now;
                bot.Clock.Move(TimeSpan.FromMinutes(1));
            }

            bot.Clock.Move(TimeSpan.FromHours(-2));
        }

        Assert.Equal(1, fired);
        await bot.Type("ana", "/incident", channel);
        bot.Clock.Move(RetrySchedule.Longest);
        await bot.Type("ana", "/incident", channel);
        Assert.Single(bot.Posted, text => text.Contains(Promised));
    }

    [Fact]
    public async Task I_wake_the_machine_after_42_minutes_and_each_of_my_reminders_comes_once()
    {
        await using var bot = new TestBot();
        foreach (var number in Enumerable.Range(1, 5))
        {
            var channel = await bot.Declare($"Number {number}");
            await bot.Type("ana", $"/incident update working on it next:{number * 5}m", channel);
        }

        bot.Clock.Move(TimeSpan.FromMinutes(42));
        Assert.Equal(5, await bot.Reminders.FireDueAsync());
        Assert.Equal(0, await bot.Reminders.FireDueAsync());
        await bot.Type("ana", "/incident list");
        Assert.Equal(
            Enumerable.Range(1, 5).Select(number => $"INC-{number}: an update is due"),
            bot.Posted.Where(text => text.Contains("an update is due"))
                .Select(text => text[text.IndexOf("INC-", StringComparison.Ordinal)..][.."INC-1: an update is due".Length])
                .Order());
    }

    [Fact]
    public async Task What_I_typed_last_stays_last_when_the_clock_is_set_back()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/timeline one", channel);
        await bot.Type("ana", "/timeline two", channel);
        bot.Clock.Move(TimeSpan.FromHours(-1));
        await bot.Type("ana", "/timeline edit 1 better", channel);
        await bot.Type("ana", "/timeline undo", channel);
        Assert.Equal(["one", "two"], bot.Record().Timeline.Select(entry => entry.Text));
        await bot.Type("ana", "/timeline edit 2 worse", channel);
        await bot.Type("ana", "/timeline three", channel);
        await bot.Type("ana", "/timeline undo", channel);
        Assert.Equal(["one", "worse"], bot.Record().Timeline.Select(entry => entry.Text));
        Assert.Equal([1, 2], bot.Record().Timeline.Select(entry => entry.Number));
        Assert.Equal("Added to INC-1 as no. 4", (await bot.Type("ana", "/timeline four", channel)).Message.PlainText[..23]);
    }

    [Fact]
    public async Task What_I_was_told_waits_to_be_posted_is_posted_in_order_though_the_clock_was_set_back()
    {
        await using var bot = new TestBot();
        var platform = new CollectingPlatform();
        var away = new AwayPlatform();
        var channel = await bot.Declare();
        await bot.Ask("ana", "/timeline one", channel, "a");
        var outbox = new OutboxSender(
            bot.Store,
            bot.Writes,
            [away],
            bot.Clock,
            Sitrep.Commands.BotSettings.Default,
            NullLogger<OutboxSender>.Instance);
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(1, away.Tries);
        bot.Clock.Move(TimeSpan.FromHours(-1));
        await bot.Ask("ana", "/timeline two", channel, "b");
        away.Then = platform;
        await outbox.DrainAsync(CancellationToken.None);
        // The longest wait that the bot chooses by itself; not the hour by which the clock was wrong.
        bot.Clock.Move(RetrySchedule.Longest);
        await outbox.DrainAsync(CancellationToken.None);
        var posted = platform.Delivered.Select(delivery => ((PostMessage)delivery.Effect).Message.PlainText).ToList();
        Assert.Equal(2, posted.Count);
        Assert.Contains("one", posted[0]);
        Assert.Contains("two", posted[1]);
    }

    [Fact]
    public async Task My_repeat_is_known_an_hour_before_it_was_sent()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var first = await bot.Type("ana", "/timeline one", channel, "same");
        bot.Clock.Move(TimeSpan.FromHours(-1));
        var again = await bot.Type("ana", "/timeline one", channel, "same");
        Assert.Equal(first.Message.PlainText, again.Message.PlainText);
        Assert.Single(bot.Record().Timeline);
    }

    /// <summary>Is away until it is told what to do instead.</summary>
    private sealed class AwayPlatform : IEffectTarget
    {
        public string Name => Platforms.Web;

        public CollectingPlatform? Then { get; set; }

        public int Tries { get; private set; }

        public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => Task.FromResult(Search.Absent);

        public Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
        {
            Tries++;
            return Then?.DeliverAsync(delivery, cancellation) ?? throw new HttpRequestException("connection refused");
        }
    }
}
