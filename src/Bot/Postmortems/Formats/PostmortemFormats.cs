using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose.Markdown;

namespace Sitrep.Postmortems.Formats;

/// <summary>A postmortem in each of its formats.</summary>
internal static class PostmortemFormats
{
    /// <summary>The formats by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["markdown", "json", "html", "csv"];

    /// <summary>Writes one. <c>csv</c> is the timeline alone.</summary>
    public static string Write(IncidentRecord record, Zone zone, DateTimeOffset now, string format) => format switch
    {
        "markdown" => MarkdownWriter.Of(PostmortemDocument.Of(record, zone, now)),
        "json" => IncidentJson.Of(record, zone, now),
        "html" => PostmortemHtml.Of(record, zone, now),
        "csv" => TimelineCsv.Of(record, zone),
        _ => throw new ArgumentException($"No such format: {format}", nameof(format)),
    };

    /// <summary>The format's media type.</summary>
    public static string MediaType(string format) => format switch
    {
        "json" => "application/json; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "text/markdown; charset=utf-8",
    };
}
