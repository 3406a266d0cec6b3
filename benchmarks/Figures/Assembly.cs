using System.Diagnostics;
using System.Globalization;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems;
using Sitrep.Prose.Markdown;
using Sitrep.Storage;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Benchmarks.Figures;

/// <summary>The postmortem of a long incident against reading its rows.</summary>
internal static class Assembly
{
    private const int Entries = 10_000;
    private const int Rounds = 15;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Workplace work)
    {
        var database = new SqliteStore($"Data Source={work.NewDatabase()}");
        database.Prepare();
        var began = DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        var incident = new Incident
        {
            Id = new(1),
            Title = "Checkout returns 500s",
            Zone = Zone.Utc,
            StartedAt = began,
            DeclaredAt = began,
            DeclaredBy = new("web", "U1", "amina"),
            Platform = "web",
            ChannelName = "inc-1",
            EndedAt = began.AddHours(3),
            ClosedAt = began.AddHours(3),
        };
        await using (var writes = new WriteQueue(database))
            await writes.RunAsync(transaction =>
            {
                IncidentWrites.Write(transaction, new Declared(incident));
                for (var number = 1; number <= Entries; number++)
                    IncidentWrites.Write(transaction, new EntryRecorded(incident.Id, Entry(number, began.AddSeconds(number))));
                return 0;
            });
        using var connection = database.Open();
        var (reading, assembling) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var record = IncidentQueries.Record(connection, incident);
            var read = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var text = MarkdownWriter.Of(PostmortemDocument.Of(record, incident.Zone, incident.ClosedAt!.Value));
            if (!text.Contains($"step {Entries}", StringComparison.Ordinal)) throw new InvalidDataException("The postmortem is not whole.");
            if (i < 5) continue;
            reading.Add(read);
            assembling.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var (own, floor) = (Figure.Median(assembling), Figure.Median(reading));
        return
        [
            new(
                "assembling a postmortem of 10,000 entries ÷ reading the same rows",
                own / floor,
                5,
                AtLeast: false,
                string.Create(CultureInfo.InvariantCulture, $"{own:0} ms ÷ {floor:0} ms")),
        ];
    }

    private static TimelineEntry Entry(int number, DateTimeOffset at) => new()
    {
        Number = number,
        At = at,
        RecordedAt = at,
        By = new("web", "U2", "lena"),
        Text = $"rolled back the checkout_service, step {number}",
        Kinds = [number % 7 == 0 ? EntryKind.DeadEnd : EntryKind.Investigation],
    };
}
