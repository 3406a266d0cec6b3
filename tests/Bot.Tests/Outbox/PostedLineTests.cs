using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Outbox;

/// <summary>A line that was posted in the channel says what its entry says now.</summary>
public sealed class PostedLineTests
{
    [Fact]
    public async Task A_line_follows_its_entry_through_edit_move_remove_and_undo()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/timeline 13:50 restarted db-1", channel);
        await bot.Type("ana", "/timeline edit 1 restarted db-2", channel);
        Assert.StartsWith("13:50 UTC · restarted db-2 — @ana", Updated(bot));
        await bot.Type("ana", "/timeline move 1 13:40", channel);
        Assert.StartsWith("13:40 UTC · restarted db-2", Updated(bot));
        await bot.Type("ana", "/timeline remove 1", channel);
        Assert.EndsWith(" — removed", Updated(bot));
        await bot.Type("ana", "/timeline undo", channel);
        Assert.DoesNotContain("removed", Updated(bot));
        Assert.All(bot.Delivered.Where(delivery => delivery.Effect is UpdateMessage), delivery => Assert.NotNull(delivery.MessageId));
    }

    [Fact]
    public async Task Of_lines_that_left_as_one_message_each_follows_its_own_entry()
    {
        await using var bot = new TestBot(platform: new(Platforms.Slack));
        var channel = await bot.Declare();
        foreach (var text in (string[])["first", "second", "third"]) await bot.Ask("ana", $"/timeline {text} sign", channel, text);
        await bot.DrainAsync();
        Assert.Single(bot.Posted, text => text.Contains("first sign") && text.Contains("second sign") && text.Contains("third sign"));
        await bot.Type("ana", "/timeline edit 3 third proof", channel);
        Assert.Equal(["first sign", "second sign", "third proof"], Lines(bot));
        await bot.Type("ana", "/timeline edit 1 first proof", channel);
        Assert.Equal(["first proof", "second sign", "third proof"], Lines(bot));
    }

    [Fact]
    public async Task An_entry_without_a_line_has_none_to_follow_it()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var message = new PickedMessage("m7", Person.Named("web", "li"), bot.Clock.GetUtcNow(), "disk is full");
        await bot.Happen(new MessagePicked(new("web", channel), Person.Named("web", "ana"), "e1", message, PickWay.Menu));
        await bot.Type("ana", "/timeline edit 1 disk of db-1 is full", channel);
        Assert.DoesNotContain(bot.Delivered, delivery => delivery.Effect is UpdateMessage { Key: "INC-1/entry-1" });
    }

    private static string Updated(TestBot bot) =>
        bot.Delivered.Select(delivery => delivery.Effect).OfType<UpdateMessage>().Last(update => update.Key == "INC-1/entry-1").Message.PlainText;

    private static IEnumerable<string> Lines(TestBot bot) =>
        bot.Delivered.Select(delivery => delivery.Effect).OfType<UpdateMessage>().Last().Message.PlainText.Split('\n')
            .Select(line => line.Split(" · ")[1].Split(" — ")[0]);
}
