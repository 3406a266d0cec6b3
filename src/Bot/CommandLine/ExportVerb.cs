using Sitrep.Access;
using Sitrep.Incidents;
using Sitrep.Postmortems.Formats;
using Sitrep.Storage.Rows;

namespace Sitrep.CommandLine;

/// <summary><c>export</c>: a stored incident's postmortem.</summary>
internal sealed class ExportVerb : Verb
{
    public override string Name => "export";

    public override string Usage => "export ID [--format markdown|json|html|csv] [--out FILE]";

    public override string Summary => "write a stored incident's postmortem";

    public override IReadOnlyList<string> Examples =>
        ["export INC-7", "export INC-7 --format html --out INC-7.html", "export INC-7 --format csv"];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only("out", "format");
        var format = arguments.Choice("format", [.. PostmortemFormats.Names]);
        var text = arguments.OnlyValue("incident, for example INC-7");
        if (!IncidentId.TryRead(text, out var id)) throw new UsageException($"\"{text}\" is not an incident id; INC-7 is one.");
        var database = ConfiguredDatabase.Existing(arguments.Configuration());
        using var connection = database.Open();
        if (IncidentQueries.Find(connection, id) is not { } incident || !May.See(Viewer.Operator, incident))
            throw new NotFoundException($"There is no {id} in {database.Path}.");
        var document = PostmortemFormats.Write(
            IncidentQueries.Record(connection, incident),
            incident.Zone,
            TimeProvider.System.GetUtcNow(),
            format);
        await terminal.WriteDocumentAsync(document, arguments.Options.GetValueOrDefault("out"));
        return ExitCodes.Done;
    }
}
