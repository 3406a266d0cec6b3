using System.Globalization;
using System.Text;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;

namespace Sitrep.Postmortems.Formats;

/// <summary>
/// The timeline as CSV (RFC 4180), with the byte-order mark by which spreadsheets know UTF-8. A cell that they would take for
/// a formula is disarmed.
/// </summary>
internal static class TimelineCsv
{
    /// <summary>Writes it, with a header line.</summary>
    public static string Of(IncidentRecord record, Zone zone)
    {
        var csv = new StringBuilder("\uFEFFn,at,until,recorded_at,by,kinds,text,note\r\n");
        foreach (var entry in record.InOrder())
        {
            csv.AppendJoin(
                ',',
                entry.Number.ToString(CultureInfo.InvariantCulture),
                At(entry.At),
                entry.Until is { } until ? At(until) : "",
                At(entry.RecordedAt),
                Cell(entry.By.Name),
                Cell(string.Join(' ', entry.Kinds.Select(kind => kind.Tag()))),
                Cell(entry.Text),
                Cell(entry.Note ?? "")).Append("\r\n");
        }

        return csv.ToString();

        string At(DateTimeOffset instant) => zone.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
