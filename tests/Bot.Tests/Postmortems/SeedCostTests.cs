using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Incidents;
using Sitrep.Postmortems;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Postmortems;

/// <summary>
/// What wrong hypotheses cost in five incidents that people wrote up by hand. Their rows are read where they lie; here
/// stands only what each was.
/// </summary>
public sealed partial class SeedCostTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal)
    {
        ["000"] =
            "14:00 detection, 14:05 dead-end, 14:15 communication, 14:25 dead-end, 14:45 escalation, 15:00 finding, 15:15 mitigation, 16:00 resolution",
        ["001"] =
            "13:00 detection, 13:05 investigation, 13:15 dead-end, 13:30 dead-end, 14:00 dead-end, 14:15 escalation, 14:45 finding, 15:00 mitigation, 15:30 resolution",
        ["002"] =
            "14:30 detection, 14:32 dead-end, 14:45 investigation, 15:00 communication, 15:15 finding, 15:30 mitigation, 15:45 resolution, 16:00 verification, 16:45 resolution",
        ["003"] =
            "21:30 detection, 22:00 investigation, 22:40 dead-end, 23:00 finding, 00:00 mitigation, 01:45 finding, 02:30 mitigation, 04:45 resolution",
        ["004"] =
            "14:30 detection, 14:32 investigation, 14:45 dead-end, 15:00 dead-end, 15:15 escalation, 15:30 finding, 16:00 dead-end, 16:30 mitigation, 17:00 resolution",
    };

    [Fact]
    public void The_five_lost_193_of_990_minutes_and_163_of_the_360_that_they_searched()
    {
        if (Shared.Folder is null)
        {
            output.WriteLine("Skipped: the documents do not lie beside this checkout.");
            return;
        }

        var (outage, lost, search, inSearch) = (0, 0, 0, 0);
        foreach (var (seed, kinds) in _kinds)
        {
            var record = Read(seed, kinds);
            var cost = DeadEnd.Of(record, Records.Start).Sum(dead => dead.Minutes);
            var share = DeadEnd.Lost(record, Records.Start)!;
            output.WriteLine(
                $"{seed}: {cost} of {Phases.Of(record).Resolved} minutes, {share.Minutes} of {share.Search} of the search; {Phases.Of(record)}"
            );
            (outage, lost, search, inSearch) = (
                outage + Phases.Of(record).Resolved!.Value,
                lost + cost,
                search + share.Search,
                inSearch + share.Minutes);
        }

        Assert.Equal((193, 990), (lost, outage));
        Assert.Equal((163, 360), (inSearch, search));
    }

    private static IncidentRecord Read(string seed, string kinds)
    {
        var rows = Shared.Lines("seeds", seed)!.Select(line => Row().Match(line)).Where(match => match.Success).ToList();
        var marks = kinds.Split(", ").Select(mark => mark.Split(' ')).ToDictionary(mark => mark[0], mark => mark[1]);
        var day = new DateOnly(2026, 3, 10);
        var entries = new List<TimelineEntry>();
        foreach (var row in rows)
        {
            var time = TimeOnly.Parse(row.Groups[1].Value.Trim(), CultureInfo.InvariantCulture);
            if (entries.Count > 0 && time < TimeOnly.FromDateTime(entries[^1].At.DateTime)) day = day.AddDays(1);
            Assert.True(EntryKinds.TryParse(marks[$"{time:HH:mm}"], out var kind));
            entries.Add(Records.Entry(entries.Count + 1, 0, row.Groups[2].Value, kind) with { At = new(day, time, TimeSpan.Zero) });
        }

        Assert.Equal(marks.Count, entries.Count);
        return Records.Of(Records.Incident() with { StartedAt = entries[0].At, EndedAt = entries[^1].At }, [.. entries]);
    }

    [GeneratedRegex(@"^[\s*-]*(\d{1,2}:\d{2}(?: [AP]M)?)(?: UTC)?[\s*:–—-]+(.+)$")]
    private static partial Regex Row();
}
