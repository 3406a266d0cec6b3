using Microsoft.Extensions.Logging.Abstractions;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Outbox;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Timers;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Outbox;

public sealed class OutboxTests
{
    [Fact]
    public async Task A_platform_that_fails_for_a_while_gets_everything_once_and_in_order()
    {
        await using var bot = new TestBot();
        var platform = new FailingPlatform(failures: 8);
        var outbox = new OutboxSender(
            bot.Store,
            bot.Writes,
            [platform],
            bot.Clock,
            Sitrep.Commands.BotSettings.Default,
            NullLogger<OutboxSender>.Instance);
        foreach (var text in (string[])["one", "two", "three"]) await Add(bot, Post("a", text));
        for (var i = 0; i < 20; i++)
        {
            await outbox.DrainAsync(CancellationToken.None);
            bot.Clock.Move(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["one", "two", "three"], platform.Said);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_parked_and_holds_up_nothing()
    {
        await using var bot = new TestBot();
        var platform = new FailingPlatform(failures: 0, refuses: "poison");
        var outbox = new OutboxSender(
            bot.Store,
            bot.Writes,
            [platform],
            bot.Clock,
            Sitrep.Commands.BotSettings.Default,
            NullLogger<OutboxSender>.Instance);
        foreach (var text in (string[])["one", "poison", "three"]) await Add(bot, Post("a", text));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["one", "three"], platform.Said);
        using var connection = bot.Store.Open();
        Assert.Equal("is_archived", connection.QuerySingle<string>("select problem from outbox where state = 'dead'"));
    }

    [Fact]
    public async Task A_row_that_always_fails_is_parked_after_five_tries_while_other_lanes_go_on()
    {
        await using var bot = new TestBot();
        var platform = new FailingPlatform(failures: 0, only: "bad");
        var outbox = new OutboxSender(
            bot.Store,
            bot.Writes,
            [platform],
            bot.Clock,
            Sitrep.Commands.BotSettings.Default,
            NullLogger<OutboxSender>.Instance);
        await Add(bot, Post("a", "bad"));
        await Add(bot, Post("a", "behind it"));
        await Add(bot, Post("b", "beside it"));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["beside it"], platform.Said);
        for (var i = 0; i < RetrySchedule.MostAttempts; i++)
        {
            bot.Clock.Move(TimeSpan.FromMinutes(1));
            await outbox.DrainAsync(CancellationToken.None);
        }

        Assert.Equal(["beside it", "behind it"], platform.Said);
        Assert.Equal(RetrySchedule.MostAttempts, platform.Tries("bad"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"is":"pin-message","Key":"k"}""")]
    [InlineData("""{"is":"post-message"}""")]
    [InlineData("""{"is":"post-message","Message":{"Blocks":[]}}""")]
    [InlineData("""{"is":"from-a-newer-version"}""")]
    public async Task A_row_that_cannot_be_read_is_parked_and_holds_up_nothing(string effect)
    {
        await using var bot = new TestBot();
        var platform = new FailingPlatform(failures: 0);
        var outbox = new OutboxSender(
            bot.Store,
            bot.Writes,
            [platform],
            bot.Clock,
            Sitrep.Commands.BotSettings.Default,
            NullLogger<OutboxSender>.Instance);
        foreach (var text in (string[])["damaged", "behind it"]) await Add(bot, Post("a", text));
        await Add(bot, Post("b", "beside it"));
        await bot.Writes.RunAsync(transaction => transaction.Run("update outbox set effect = $1 where id = 1", effect));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["behind it", "beside it"], platform.Said.Order());
        using var connection = bot.Store.Open();
        Assert.StartsWith("It cannot be read: ", connection.QuerySingle<string>("select problem from outbox where state = 'dead'"));
    }

    [Fact]
    public async Task A_channel_whose_incident_cannot_be_read_holds_up_nothing()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        var platform = new FailingPlatform(failures: 0);
        var outbox = new OutboxSender(
            bot.Store,
            bot.Writes,
            [platform],
            bot.Clock,
            Sitrep.Commands.BotSettings.Default,
            NullLogger<OutboxSender>.Instance);
        await Add(bot, new OpenChannel(To("a") with { Incident = new(1) }, "INC-1", Private: false, []));
        await Add(bot, Post("a", "behind it") with { To = To("a") with { Incident = new(1) } });
        await bot.Writes.RunAsync(transaction => transaction.Run("update incidents set details = '{' where number = 1"));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Contains("behind it", platform.Said);
    }

    [Fact]
    public async Task Of_updates_that_wait_for_one_message_only_the_newest_is_sent()
    {
        await using var bot = new TestBot();
        var platform = new FailingPlatform(failures: 0);
        var outbox = new OutboxSender(
            bot.Store,
            bot.Writes,
            [platform],
            bot.Clock,
            Sitrep.Commands.BotSettings.Default,
            NullLogger<OutboxSender>.Instance);
        await Add(bot, new PostMessage(To("a"), Said("first"), "card"));
        foreach (var text in (string[])["old", "older", "newest"]) await Add(bot, new UpdateMessage(To("a"), Said(text), "card"));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["first", "newest"], platform.Said);
    }

    [Fact]
    public async Task A_promised_update_is_reminded_of_once_and_not_after_the_close()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident update rolling back next:30m", channel);
        Assert.Equal(0, await bot.Reminders.FireDueAsync());
        bot.Clock.Move(TimeSpan.FromHours(3));
        Assert.Equal(1, await bot.Reminders.FireDueAsync());
        Assert.Equal(0, await bot.Reminders.FireDueAsync());
        await bot.Type("ana", "/incident", channel);
        Assert.Contains(bot.Posted, text => text.Contains("update is due (14:30 UTC)"));
        await bot.Type("ana", "/incident update again next:30m", channel);
        await bot.Type("ana", "/incident close", channel);
        bot.Clock.Move(TimeSpan.FromHours(3));
        Assert.Equal(0, await bot.Reminders.FireDueAsync());
    }

    [Fact]
    public async Task A_reminder_of_an_incident_that_cannot_be_read_keeps_no_other_from_firing()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        await bot.Type("ana", "/incident INC-1 update rolling back next:30m");
        await bot.Type("ana", "/incident start Search down");
        await bot.Type("ana", "/incident INC-2 update looking next:30m");
        await bot.Writes.RunAsync(transaction => transaction.Run("update incidents set details = '{' where number = 1"));
        bot.Clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(2, await bot.Reminders.FireDueAsync());
        Assert.Equal(0, await bot.Reminders.FireDueAsync());
        using var connection = bot.Store.Open();
        Assert.Equal(1, connection.QuerySingle<int>("select count(*) from outbox where effect like '%update is due%' and incident = 2"));
    }

    [Fact]
    public async Task A_timer_of_a_newer_version_is_kept_and_said_once_and_taken_for_no_other()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Writes.RunAsync(transaction =>
        {
            TimerRows.Set(transaction, new(new(1), bot.Clock.GetUtcNow(), new UpdateDue()));
            return transaction.Run("update reminders set key = 'INC-1/next-level', purpose = $1", """{"is":"next-level","Level":2}""");
        });
        Assert.Equal(1, await bot.Reminders.FireDueAsync());
        Assert.Equal(0, await bot.Reminders.FireDueAsync());
        await bot.DrainAsync();
        Assert.Single(bot.Posted, text => text.Contains("""({"is":"next-level","Level":2}). It is kept, and nothing was done."""));
        Assert.DoesNotContain(bot.Posted, text => text.Contains("promised"));
        using var connection = bot.Store.Open();
        Assert.Equal(1, connection.QuerySingle<int>("select parked from reminders where key = 'INC-1/next-level'"));
    }

    private static Destination To(string channel) => new(Platforms.Web, null, channel);

    private static Message Said(string text) => Message.Of(Sitrep.Prose.Line.Typed(text));

    private static PostMessage Post(string channel, string text) => new(To(channel), Said(text));

    private static Task<int> Add(TestBot bot, Effect effect) => bot.Writes.RunAsync(transaction =>
    {
        OutboxRows.Add(transaction, effect, bot.Clock.GetUtcNow());
        return 0;
    });

    /// <summary>Is away a number of times, breaks at one text, or refuses one for good; remembers what it said.</summary>
    private sealed class FailingPlatform(int failures, string? refuses = null, string? only = null) : IEffectTarget
    {
        private readonly List<string> _said = [];
        private readonly List<string> _tried = [];
        private int _left = failures;

        public string Name => Platforms.Web;

        public IReadOnlyList<string> Said => _said;

        public int Tries(string text) => _tried.Count(tried => tried == text);

        public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => Task.FromResult(Search.Absent);

        public Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
        {
            var text = delivery.Effect switch
            {
                PostMessage post => post.Message.PlainText,
                UpdateMessage update => update.Message.PlainText,
                _ => "",
            };
            lock (_said)
            {
                _tried.Add(text);
                if (text == refuses) throw new PlatformRefusalException("is_archived", permanent: true);
                if (text == only) throw new InvalidOperationException("the adapter cannot do this one");
                if (only is null && _left-- > 0) throw new HttpRequestException("connection reset");
                _said.Add(text);
                return Task.FromResult(new DeliveryResult($"m{delivery.Id}"));
            }
        }
    }
}
