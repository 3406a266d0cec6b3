using Microsoft.Extensions.Logging.Abstractions;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Outbox;
using Sitrep.Prose;
using Sitrep.Storage.Outbox;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Outbox;

public sealed class LaneTests
{
    private static readonly Destination _channel = new("slack", null, "incidents");

    [Fact]
    public async Task A_burst_of_notes_leaves_as_few_messages_in_order()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform();
        var outbox = Outbox(bot, platform);
        for (var i = 1; i <= 200; i++) await Add(bot, Post($"note {i}"));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(10, platform.Said.Count);
        Assert.Equal(
            Enumerable.Range(1, 200).Select(i => $"note {i}"),
            platform.Said.SelectMany(said => said.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Long_notes_stay_within_a_section_and_none_is_cut()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform();
        for (var i = 0; i < 5; i++) await Add(bot, Post(new string('x', 900)));
        await Outbox(bot, platform).DrainAsync(CancellationToken.None);
        Assert.Equal(3, platform.Said.Count);
        Assert.Equal(4_500, platform.Said.Sum(said => said.Count(c => c == 'x')));
    }

    [Fact]
    public async Task What_left_as_one_and_may_have_arrived_is_looked_for_as_one_and_sent_as_the_same_one()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform { Next = _ => throw new IOException("cut") };
        var outbox = Outbox(bot, platform);
        foreach (var text in (string[])["one", "two"]) await Add(bot, Post(text));
        await outbox.DrainAsync(CancellationToken.None);
        await Add(bot, Post("three"));
        platform.Next = null;
        bot.Clock.Move(TimeSpan.FromMinutes(1));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["one\ntwo", "three"], platform.Said);
        Assert.Equal(1, platform.Searches);
    }

    [Fact]
    public async Task Of_several_that_left_as_one_the_readable_ones_stay_together()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform { Next = _ => throw new IOException("cut"), Found = Search.Found("m") };
        var outbox = Outbox(bot, platform);
        foreach (var text in (string[])["one", "damaged", "three"]) await Add(bot, Post(text));
        await outbox.DrainAsync(CancellationToken.None);
        await bot.Writes.RunAsync(transaction => transaction.Run("update outbox set effect = '{' where effect like '%damaged%'"));
        platform.Next = null;
        bot.Clock.Move(TimeSpan.FromMinutes(1));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(1, platform.Searches);
        Assert.Empty(platform.Said);
    }

    [Fact]
    public async Task Of_several_that_are_refused_as_one_only_the_bad_one_is_taken_out()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform
        {
            Next = text => text.Contains("poison") ? throw new PlatformRefusalException("msg_too_long", permanent: true) : "m",
        };
        foreach (var text in (string[])["one", "poison", "three"]) await Add(bot, Post(text));
        await Outbox(bot, platform).DrainAsync(CancellationToken.None);
        Assert.Equal(["one", "three"], platform.Said);
    }

    [Fact]
    public async Task A_page_overtakes_the_notes_that_wait_for_the_same_channel()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform
        {
            Next = _ => throw new PlatformRefusalException("ratelimited", permanent: false, TimeSpan.FromSeconds(30)),
        };
        var outbox = Outbox(bot, platform);
        await Add(bot, Post("a note"));
        await outbox.DrainAsync(CancellationToken.None);
        platform.Next = null;
        await Add(bot, Post("@li, the database is down") with { IsPage = true });
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["@li, the database is down"], platform.Said);
        bot.Clock.Move(TimeSpan.FromSeconds(30));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["@li, the database is down", "a note"], platform.Said);
    }

    [Fact]
    public async Task A_page_that_may_have_arrived_is_sent_again_and_says_so_and_a_note_waits_a_minute()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform { Next = _ => throw new IOException("cut"), Found = Search.Unknown };
        var outbox = Outbox(bot, platform);
        await Add(bot, Post("a note"));
        await Add(bot, Post("@li!") with { IsPage = true });
        await outbox.DrainAsync(CancellationToken.None);
        platform.Next = null;
        bot.Clock.Move(TimeSpan.FromSeconds(5));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal("@li!\nSent again: nobody can say whether the first one arrived.", Assert.Single(platform.Said));
        bot.Clock.Move(TimeSpan.FromMinutes(1));
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal("a note", platform.Said[^1]);
    }

    [Fact]
    public async Task What_is_for_a_platform_that_is_not_connected_waits()
    {
        await using var bot = new TestBot();
        var platform = new ScriptedPlatform();
        await Add(bot, new PostMessage(_channel with { Platform = "discord" }, Message.Of(Line.Typed("hello"))));
        await Outbox(bot, platform).DrainAsync(CancellationToken.None);
        using var connection = bot.Store.Open();
        Assert.Equal("pending", Assert.Single(OutboxRows.Depths(connection)).State);
    }

    [Fact]
    public async Task One_channel_that_does_not_answer_holds_up_no_other()
    {
        await using var bot = new TestBot();
        var hung = new TaskCompletionSource();
        var platform = new ScriptedPlatform { Hold = text => text == "hangs" ? hung.Task : Task.CompletedTask };
        var outbox = Outbox(bot, platform);
        await Add(bot, Post("hangs"));
        await outbox.BeginAsync(CancellationToken.None);
        await Add(bot, Post("behind it"));
        await Add(bot, new PostMessage(_channel with { Channel = "elsewhere" }, Message.Of(Line.Typed("beside it"))));
        await outbox.BeginAsync(CancellationToken.None);
        await Eventually.Async(() => Task.FromResult(platform.Said.Contains("beside it")));
        Assert.Equal(["beside it"], platform.Said);
        hung.SetResult();
        await outbox.DrainAsync(CancellationToken.None);
        Assert.Equal(["beside it", "hangs", "behind it"], platform.Said);
    }

    private static OutboxSender Outbox(TestBot bot, IEffectTarget platform) =>
        new(bot.Store, bot.Writes, [platform], bot.Clock, Sitrep.Commands.BotSettings.Default, NullLogger<OutboxSender>.Instance);

    private static PostMessage Post(string text) => new(_channel, Message.Of(Line.Typed(text)));

    private static Task<int> Add(TestBot bot, Effect effect) => bot.Writes.RunAsync(transaction =>
    {
        OutboxRows.Add(transaction, effect, bot.Clock.GetUtcNow());
        return 0;
    });

    /// <summary>A platform that takes one message a second, and does what it is told with the next.</summary>
    private sealed class ScriptedPlatform : IEffectTarget
    {
        private readonly List<string> _said = [];

        public string Name => "slack";

        public Func<string, string>? Next { get; set; }

        public Func<string, Task> Hold { get; init; } = _ => Task.CompletedTask;

        public Search Found { get; init; } = Search.Absent;

        public int Searches { get; private set; }

        public IReadOnlyList<string> Said
        {
            get
            {
                lock (_said) return [.. _said];
            }
        }

        public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation)
        {
            Searches++;
            return Task.FromResult(Found);
        }

        public async Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
        {
            var text = ((PostMessage)delivery.Effect).Message.PlainText;
            await Hold(text);
            lock (_said)
            {
                var id = Next?.Invoke(text) ?? "m";
                _said.Add(text);
                return new(id);
            }
        }
    }
}
