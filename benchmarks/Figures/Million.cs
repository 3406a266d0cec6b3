using System.Globalization;
using Sitrep.Benchmarks.Hosts;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Storage;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Benchmarks.Figures;

/// <summary>What a million stored entries cost: in speed and in memory.</summary>
internal static class Million
{
    private const int Incidents = 10_000;
    private const int EntriesEach = 100;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Workplace work)
    {
        var full = work.NewDatabase();
        await FillAsync(full);
        await using var bot = work.Own(OwnHost.Bot, full);
        // People type into the newest incident: the one that the host declares at its start.
        bot.Incident = Incidents + 1;
        await using var empty = work.Own(OwnHost.Bot, work.NewDatabase());
        var rounds = await Throughput.RoundsAsync(64, bot, empty);
        var (held, heldEmpty) = (bot.ResidentBytes / 1024d / 1024d, empty.ResidentBytes / 1024d / 1024d);
        return
        [
            Throughput.Ratio("commands/s with 1,000,000 entries and 10,000 incidents ÷ with none", rounds[0], rounds[1], 0.9),
            new(
                "memory with 1,000,000 entries ÷ with none, after the same load",
                held / heldEmpty,
                1.3,
                AtLeast: false,
                string.Create(CultureInfo.InvariantCulture, $"{held:0} MiB ÷ {heldEmpty:0} MiB")),
        ];
    }

    private static async Task FillAsync(string file)
    {
        var database = new SqliteStore($"Data Source={file}");
        database.Prepare();
        await using var writes = new WriteQueue(database);
        var began = DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        var somebody = new Person("slack", "U1", "amina");
        for (var number = 1; number <= Incidents; number++)
        {
            var at = began.AddMinutes(number);
            var incident = new Incident
            {
                Id = new(number),
                Title = $"Checkout returns 500s in region {number}",
                Zone = Zone.Utc,
                StartedAt = at,
                DeclaredAt = at,
                DeclaredBy = somebody,
                Platform = "slack",
                ChannelName = $"inc-{number}",
                ChannelId = $"C{number}",
            };
            await writes.RunAsync(transaction =>
            {
                IncidentWrites.Write(transaction, new Declared(incident));
                for (var entry = 1; entry <= EntriesEach; entry++)
                    IncidentWrites.Write(transaction, new EntryRecorded(incident.Id, Entry(entry, at.AddSeconds(entry), somebody)));
                return 0;
            });
        }
    }

    private static TimelineEntry Entry(int number, DateTimeOffset at, Person by) => new()
    {
        Number = number,
        At = at,
        RecordedAt = at,
        By = by,
        Text = $"rolled back the checkout service, step {number}",
        Kinds = [EntryKind.Mitigation],
    };
}
