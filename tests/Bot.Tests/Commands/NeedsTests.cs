using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Timelines;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

/// <summary>A decider declares what it needs. What it did not ask for is not "none" and not 0: looking at it throws.</summary>
public sealed class NeedsTests
{
    private static readonly string[] _behind =
    [
        "",
        " 1",
        " @ben look here",
        " 13:50 it broke #finding",
        " 25:70",
        " resolved at:13:55",
        " INC-1",
        " INC-9",
    ];

    public static TheoryData<string> EveryCommand => [.. CommandTable.All.SelectMany(command => command.Aliases.Prepend(command.Name))];

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task A_command_looks_only_at_what_it_asked_for(string command)
    {
        var example = CommandTable.Find(command)!.Example;
        await using var bot = new TestBot();
        foreach (var text in _behind.Select(rest => $"/{command}{rest}").Append(example))
        {
            await bot.Type("li", text, "kitchen");
            await bot.Type("ana", "/incident start Checkout down sev1");
            await bot.Type("li", text, "kitchen");
            var channel = await bot.Declare();
            await bot.Type("li", text, channel);
            await bot.Type("li", "/timeline it was the database", channel);
            await bot.Type("li", "/escalate @ben look", channel);
            await bot.Type("li", text, channel);
            await bot.Type("ana", "/incident close", channel);
            await bot.Type("li", text, channel);
            await bot.DrainAsync();
            await bot.Type("li", text, channel);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chat_event_s_rule_looks_only_at_what_it_asked_for(bool closed)
    {
        await using var bot = new TestBot();
        var channel = new ChannelRef(Platforms.Web, await bot.Declare());
        var (li, elsewhere) = (Person.Named(Platforms.Web, "li"), new ChannelRef(Platforms.Web, "kitchen"));
        if (closed) await bot.Type("ana", "/incident close", channel.Id);
        foreach (var where in (ChannelRef[])[channel, elsewhere])
        {
            var message = new PickedMessage("17", li, bot.Clock.GetUtcNow(), "it was the database");
            ChatEvent[] events =
            [
                new MessagePicked(where, li, null, message, PickWay.Menu),
                new MessageEdited(where, li, null, "17", "it was the pool"),
                new MessageUnpicked(where, li, null, "17", PickWay.Menu),
                new MessageDeleted(where, li, null, "17"),
                new MessagePointedAt(where, li, null, "18", null, PickWay.Reaction),
                new ChannelRenamed(where, li, null, "new-name"),
                new ChannelLost(where, li, null, ChannelLoss.Archived),
                new ChannelRestored(where, li, null),
            ];
            foreach (var chatEvent in events) await bot.Happen(chatEvent);
        }
    }

    [Fact]
    public void A_decider_that_forgets_to_ask_for_the_last_number_cannot_overwrite_the_first_entry()
    {
        var situation = new Situation
        {
            Now = DateTimeOffset.UnixEpoch,
            User = Person.Named(Platforms.Web, "li"),
            Channel = new(Platforms.Web, "general"),
            Settings = BotSettings.Default,
            Incident = Records.Incident(),
        };
        var forgotten = Assert.Throws<InvalidOperationException>(() =>
            new RecordEntry().Decide(situation, new Arguments { Text = "it broke" }));
        Assert.Contains(nameof(Needs.LastNumbers), forgotten.Message);
        var known = new RecordEntry().Decide(situation with { LastEntry = 7, LastEscalation = 0 }, new Arguments { Text = "it broke" });
        Assert.Equal(8, known.Changes.OfType<EntryRecorded>().Single().Entry.Number);
    }
}
