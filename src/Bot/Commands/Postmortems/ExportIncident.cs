using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Postmortems.Formats;
using Sitrep.Prose;

namespace Sitrep.Commands.Postmortems;

/// <summary><c>/incident export</c>: the postmortem as a file, into the incident's channel.</summary>
internal sealed class ExportIncident : Command
{
    public override string Name => "incident export";

    public override string Summary => "post the postmortem as a file (csv is the timeline alone)";

    public override string Example => "/incident export html";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new ChoicePart("format", PostmortemFormats.Names) { IsSpelledOut = true, IsOptional = true, Hint = "markdown where none is named" },
        IncidentPart.Any,
    ];

    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var word = typed.Value("format") ?? PostmortemFormats.Names[0];
        var format = word.TrimStart('.').ToLowerInvariant() switch
        {
            "md" or "text" or "txt" => "markdown",
            "htm" or "web" or "page" => "html",
            "spreadsheet" or "excel" or "xls" or "xlsx" or "timeline" => "csv",
            var other => other,
        };
        if (typed.Text.Length > 0 || !PostmortemFormats.Names.Contains(format))
            return Decision.Refuse(
                Line.Of($"The formats are {string.Join(", ", PostmortemFormats.Names)}, not \"{Excerpt.Of(typed.Given, 60)}\"."),
                typed.Given,
                [.. PostmortemFormats.Names.Select(name => new Button(name, $"/incident {incident.Id} export {name}"))]);
        var file = format switch
        {
            "markdown" => $"{incident.Id}-postmortem.md",
            "csv" => $"{incident.Id}-timeline.csv",
            _ => $"{incident.Id}-postmortem.{format}",
        };
        var document = PostmortemFormats.Write(situation.Record!, incident.Zone, situation.Now, format);
        var decision = Decision.Say(
            Line.Of($"{file} is being posted in {new ChannelName(incident.ChannelName, incident.ChannelId)}."),
            incident);
        return decision with { Effects = [new UploadDocument(Destination.Of(incident), file, document, $"{incident.Id}/export/{format}")] };
    }
}
