using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Drawing;

/// <summary>A row of the drawing: one entry, or several that lie side by side where there are too many for a row each.</summary>
/// <param name="Entries">By when they happened; never empty.</param>
internal sealed record DrawingRow(IReadOnlyList<TimelineEntry> Entries)
{
    private const int MostTold = 8;

    /// <summary>The entry that tells most: what was found or done goes before what was looked at or said.</summary>
    public TimelineEntry Leading => Entries.FirstOrDefault(IsNamed) ?? Entries[0];

    /// <summary>How many of them must be named.</summary>
    public int Named => Entries.Count(IsNamed);

    /// <summary>At most so many rows. What must be named is put together last, and what lies close in time first.</summary>
    public static IReadOnlyList<DrawingRow> Of(IEnumerable<TimelineEntry> inOrder, int most)
    {
        var rows = inOrder.Select(entry => new DrawingRow([entry])).ToList();
        while (rows.Count > most)
        {
            var least = 0;
            for (var i = 1; i < rows.Count - 1; i++)
                if (Cost(rows[i], rows[i + 1]).CompareTo(Cost(rows[least], rows[least + 1])) < 0) least = i;
            rows[least] = new([.. rows[least].Entries, .. rows[least + 1].Entries]);
            rows.RemoveAt(least + 1);
        }

        return rows;
    }

    /// <summary>Its time, and the span of several.</summary>
    public string Time(Zone zone)
    {
        var (first, last) = ($"{zone.Local(Entries[0].At):HH:mm}", $"{zone.Local(Entries[^1].Until ?? Entries[^1].At):HH:mm}");
        return first == last ? first : $"{first}–{last}";
    }

    /// <summary>Its words on one line, behind its time.</summary>
    public string Words()
    {
        if (Entries.Count == 1) return Leading.Text;
        if (Named == 0) return $"{Entries.Count} entries: {string.Join("; ", Entries.Select(entry => entry.Text))}";
        var rest = Entries.Count - Named;
        return string.Join("; ", Entries.Where(IsNamed).Select(entry => entry.Text)) + (rest > 0 ? $" (and {rest} more)" : "");
    }

    /// <summary>What it tells where one points at it.</summary>
    public string Told(Zone zone)
    {
        var clock = new Clock(zone);
        var lines = Entries.Take(MostTold).Select(entry => $"{When(clock, entry)}: {Excerpt.Of(entry.Text, 300)}");
        return string.Join('\n', Entries.Count > MostTold ? lines.Append($"and {Entries.Count - MostTold} more") : lines);
    }

    private static string When(Clock clock, TimelineEntry entry) =>
        entry.Until is { } until ? clock.Span(entry.At, until).PlainText : clock.Full(entry.At).Text;

    private static (int Named, TimeSpan Long) Cost(DrawingRow row, DrawingRow next) =>
        ((row.Named > 0 ? 1 : 0) + (next.Named > 0 ? 1 : 0), next.Entries[^1].At - row.Entries[0].At);

    private static bool IsNamed(TimelineEntry entry) =>
        entry.Is(EntryKind.Finding) || entry.Is(EntryKind.Mitigation) || entry.Is(EntryKind.Resolution) || entry.Is(EntryKind.DeadEnd);
}
