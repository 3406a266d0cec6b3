using System.Text.Json;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Inbox;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Timers;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

/// <summary>The bot's own rows on an engine: the inbox, the outbox's lanes, timers, incidents.</summary>
public abstract class StoredRowsContract : StoreContract
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);
    private static readonly string[] _web = ["web"];

    [Fact]
    public async Task A_seen_event_has_its_first_answer()
    {
        var reply = new Reply(Message.Of(Sitrep.Prose.Line.Of($"done")), Refused: true, Incident: new(7));
        await Writes.RunAsync(transaction =>
        {
            Assert.Null(SeenEvents.Find(transaction, "web/1"));
            SeenEvents.Remember(transaction, "web/1", _now, reply);
            return 0;
        });
        var first = await Writes.RunAsync(transaction => SeenEvents.Find(transaction, "web/1"));
        Assert.Equal(("done", true, new IncidentId(7)), (first!.Message.PlainText, first.Refused, first.Incident));
        Assert.Null(await Writes.RunAsync(transaction => SeenEvents.Find(transaction, "web/2")));
    }

    [Fact]
    public async Task A_lane_gives_its_head_when_it_is_due_and_pages_first()
    {
        await AddAsync(
            Post("b", "second"),
            Post("a", "first"),
            Post("a", "behind it") with
            {
                Key = "k",
            },
            Post("c", "page") with
            {
                IsPage = true,
            },
            Post("x", "of another", "slack"));
        var due = Due(_now);
        Assert.Equal(["page", "second", "first"], due.Select(Text));
        Assert.True(await Writes.RunAsync(transaction => OutboxRows.Start(transaction, due[2].Ids)));
        Assert.Equal(["page", "second"], Due(_now).Select(Text));
        await Writes.RunAsync(transaction =>
        {
            OutboxRows.Finish(transaction, due[2], "m1");
            OutboxRows.Retry(transaction, due[1], _now.AddMinutes(1), "later");
            return 0;
        });
        Assert.Equal(["page", "behind it"], Due(_now).Select(Text));
        Assert.Equal(["page", "second", "behind it"], Due(_now.AddMinutes(1)).Select(Text));
    }

    [Fact]
    public async Task Whether_somebody_was_told_of_something_is_known_to_the_letter()
    {
        await AddAsync(TellPerson.Of(new("slack", "U1", "ana"), Message.Of(Sitrep.Prose.Line.Of($"I lack pins:write"))));
        bool[] known = await Writes.RunAsync(transaction => (bool[])
            [.. ((string[])["pins:write", "pins_write", "PINS:write", "pins:read"]).Select(words => OutboxRows.IsKnown(transaction, nameof(TellPerson), words))]);
        Assert.Equal([true, false, false, false], known);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_died_is_looked_for()
    {
        await AddAsync(Post("a", "first"));
        await Writes.RunAsync(transaction => OutboxRows.Start(transaction, Due(_now).Single().Ids));
        Assert.Empty(Due(_now));
        Assert.Equal(1, await Writes.RunAsync(OutboxRows.TakeOver));
        Assert.True(Assert.Single(Due(_now)).Ambiguous);
        using var reads = Store.Open();
        Assert.Equal(
            ("web", "ambiguous", 1),
            OutboxRows.Depths(reads).Select(depth => (depth.Platform, depth.State, depth.Count)).Single());
    }

    [Fact]
    public async Task A_row_that_nobody_can_read_is_told_and_holds_up_no_other_lane()
    {
        await AddAsync(Post("a", "first"), Post("b", "second"));
        await Writes.RunAsync(transaction => transaction.Run("update outbox set effect = '{broken' where lane = 'web/a'"));
        var unreadable = new List<(long Id, string Problem)>();
        using var reads = Store.Open();
        Assert.Equal(["second"], OutboxLanes.Due(reads, _now, _web, 10, unreadable).Select(Text));
        Assert.Single(unreadable);
    }

    [Fact]
    public async Task A_timer_is_due_once_the_earliest_first_and_a_newer_one_takes_its_place()
    {
        await DeclareAsync();
        await Writes.RunAsync(transaction =>
        {
            TimerRows.Set(transaction, new(new(1), _now.AddMinutes(2), new ArchiveDue()));
            TimerRows.Set(transaction, new(new(1), _now.AddMinutes(9), new UpdateDue()));
            TimerRows.Set(transaction, new(new(1), _now.AddMinutes(1), new UpdateDue()));
            return 0;
        });
        Assert.Empty(DueTimers(_now));
        Assert.Equal([new UpdateDue(), new ArchiveDue()], DueTimers(_now.AddMinutes(5)).Select(timer => timer.Purpose));
        await Writes.RunAsync(transaction =>
        {
            TimerRows.Park(transaction, "INC-1/update-due");
            Assert.True(TimerRows.Clear(transaction, "INC-1/put-away"));
            return 0;
        });
        Assert.Empty(DueTimers(_now.AddMinutes(5)));
    }

    [Fact]
    public async Task An_incident_is_found_by_its_number_and_its_channel_and_read_back_as_it_was()
    {
        var incident = await DeclareAsync();
        var entry = Records.Entry(1, 3, "error rate at 38 % 🚒", EntryKind.Detection, EntryKind.Finding) with
        {
            TypedTime = "14:03",
            Until = _now.AddMinutes(7),
            Approximate = true,
            Note = "the pool",
        };
        await Writes.RunAsync(transaction =>
        {
            DecisionWrites.Write(transaction, Decision.Nothing with { Changes = [new EntryRecorded(new(1), entry)] }, _now);
            return 0;
        });
        using var reads = Store.Open();
        var found = IncidentQueries.Find(reads, new(1))!;
        Assert.Equal(
            JsonSerializer.Serialize(incident, StorageJson.Default.Incident),
            JsonSerializer.Serialize(found, StorageJson.Default.Incident));
        Assert.Equal(new IncidentId(1), IncidentQueries.In(reads, new ChannelRef("web", "C1"))?.Id);
        Assert.Null(IncidentQueries.In(reads, new ChannelRef("slack", "C1")));
        Assert.Equal(2, IncidentQueries.NextNumber(reads));
        var read = Assert.Single(IncidentQueries.Record(reads, found).Timeline);
        Assert.Equal(
            JsonSerializer.Serialize(entry, StorageJson.Default.TimelineEntry),
            JsonSerializer.Serialize(read, StorageJson.Default.TimelineEntry));
    }

    [Fact]
    public async Task An_incident_out_of_reach_is_found_beside_one_that_is_damaged()
    {
        await DeclareAsync(incident => incident with { ChannelLost = ChannelLoss.Barred });
        await DeclareAsync(incident => incident with { Id = new(2), ChannelId = "C2" });
        await Writes.RunAsync(transaction => transaction.Run("update incidents set details = '{broken' where number = 2"));
        using var reads = Store.Open();
        Assert.Equal([new IncidentId(1)], IncidentQueries.OutOfReach(reads, "web").Select(incident => incident.Id));
    }

    private async Task<Incident> DeclareAsync(Func<Incident, Incident>? change = null)
    {
        var incident = Records.Incident() with { ChannelId = "C1" };
        if (change is not null) incident = change(incident);
        await Writes.RunAsync(transaction =>
        {
            DecisionWrites.Write(transaction, Decision.Nothing with { Changes = [new Declared(incident)] }, _now);
            return 0;
        });
        return incident;
    }

    private Task<int> AddAsync(params Effect[] effects) => Writes.RunAsync(transaction =>
    {
        foreach (var effect in effects) OutboxRows.Add(transaction, effect, _now);
        return effects.Length;
    });

    private IReadOnlyList<OutboxRow> Due(DateTimeOffset at)
    {
        using var reads = Store.Open();
        return OutboxLanes.Due(reads, at, _web, 10, []);
    }

    private IReadOnlyList<DueTimer> DueTimers(DateTimeOffset at)
    {
        using var reads = Store.Open();
        return TimerRows.Due(reads, at);
    }

    private static PostMessage Post(string channel, string text, string platform = "web") =>
        new(new(platform, null, channel), Message.Of(Sitrep.Prose.Line.Of($"{text}")));

    private static string Text(OutboxRow row) => ((PostMessage)row.Delivery.Effect).Message.PlainText;
}
