using System.Security.Cryptography;
using System.Text;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems.Drawing;
using Sitrep.Prose;
using Sitrep.Prose.Html;

namespace Sitrep.Postmortems.Formats;

/// <summary>
/// The postmortem as one HTML file that stands alone: no script, nothing fetched but the pictures people attached;
/// prints well.
/// </summary>
internal static class PostmortemHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #d9dee5; --paper: #ffffff; --tint: #f4f6f9; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b5; --line: #303946; --paper: #12161c; --tint: #1a2029; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; overflow-wrap: anywhere; }
        h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .4rem; letter-spacing: -.01em; }
        h1 + p { color: var(--soft); margin: 0 0 2rem; }
        h2 { font-size: 1.2rem; margin: 2.4rem 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
        li { margin: .35rem 0; } ul, ol { padding-left: 1.4rem; }
        time { font-variant-numeric: tabular-nums; white-space: nowrap; }
        code { font: .9em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; background: var(--tint); padding: .1em .3em; border-radius: 4px; white-space: pre-wrap; }
        pre { margin: .4rem 0; padding: .6rem .8rem; background: var(--tint); border-radius: 6px; overflow-x: auto; } pre code { padding: 0; white-space: pre; }
        figure { margin: 1.5rem 0; } figure img { max-width: 100%; height: auto; } figcaption { color: var(--soft); font-size: .9rem; }
        .drawing { margin: 0 0 2rem; padding: 1rem; background: var(--tint); border-radius: 10px; overflow-x: auto; }
        .drawing svg { width: 100%; min-width: 36rem; height: auto; display: block; }
        .drawing text { font: 12px system-ui, "Segoe UI", "Noto Sans", sans-serif; fill: var(--soft); }
        .drawing .name { fill: var(--ink); font-weight: 600; }
        .drawing .tick { stroke: var(--line); stroke-dasharray: 2 3; } .drawing .lost { fill: url(#hatch); } .drawing .span { opacity: .45; } .drawing .shade { opacity: .07; }
        .detect { fill: #8792a2; } .search { fill: #d9822b; } .fix { fill: #2f6fd0; } .watch { fill: #2e9e6b; } .dot { fill: #6d7c90; } .dead { fill: #c23b32; }
        .drawing circle { stroke: var(--tint); stroke-width: 1.5; } .drawing .far { fill: var(--tint); stroke: var(--soft); }
        footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
        @page { margin: 16mm; }
        @media print { .drawing svg { max-height: 22cm; } * { print-color-adjust: exact; } main { max-width: none; padding: 0; } h2, li, figure, .drawing { break-inside: avoid; } h2 { break-after: avoid; } body { font-size: 11pt; } }
        """;

    // Our own style and no other: what people typed cannot bring one.
    private static readonly string _styleHash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"\n{Style}\n")));

    /// <summary>Writes the page.</summary>
    public static string Of(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        var incident = record.Incident;
        var blocks = PostmortemDocument.Of(record, zone, now);
        // The drawing stands between the title and the document's first section.
        var head = blocks.TakeWhile(block => block is not Heading { Level: 2 }).ToList();
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https:; base-uri 'none'; form-action 'none'; style-src '{_styleHash}'">
            <meta name="referrer" content="no-referrer">
            <title>{HtmlWriter.Encode(incident.Id + ": " + incident.Title)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            {HtmlWriter.Of(head)}{TimelineDrawing.Of(record, zone, now)}{HtmlWriter.Of([
                .. blocks.Skip(head.Count),
            ])}<footer>{HtmlWriter.Encode(incident.Id.ToString())}, as of {new Clock(zone).Full(now).Text}. Times are {HtmlWriter.Encode(
                zone.Label
            )}.</footer>
            </main>
            </body>
            </html>

            """;
    }
}
