using Sitrep.Postmortems.Formats;
using Sitrep.Storage.Rows;

namespace Sitrep.CommandLine;

/// <summary><c>replay</c>: a transcript in, the last incident's postmortem out.</summary>
internal sealed class ReplayVerb : Verb
{
    public override string Name => "replay";

    public override string Usage => "replay FILE [--out FILE] [--format markdown|json|html]";

    public override string Summary => "play a transcript, write the last incident's postmortem";

    public override IReadOnlyList<string> Examples =>
        ["replay incident.txt", "replay incident.txt --out postmortem.md", "replay incident.txt --format json"];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only("out", "format");
        var format = arguments.Choice("format", "markdown", "json", "html");
        var file = arguments.OnlyValue("transcript");
        if (!File.Exists(file)) throw new NotFoundException($"There is no transcript {file}.");
        IReadOnlyList<TranscriptLine> lines;
        try
        {
            lines = Transcript.Read(await File.ReadAllLinesAsync(file));
        }
        catch (TranscriptException problem)
        {
            await terminal.Talk.WriteLineAsync($"{file}, {problem.Message}. Nothing was played.");
            return ExitCodes.Usage;
        }

        await using var scratch = ScratchBot.Create(arguments.Configuration());
        var refused = 0;
        await foreach (var (line, reply) in scratch.Player.PlayAsync(lines))
        {
            if (!reply.Refused) continue;
            refused++;
            await terminal.Talk.WriteLineAsync($"line {line.Number}: {reply.Message.PlainText.ReplaceLineEndings(" ")}");
        }

        using var connection = scratch.Store.Open();
        if (IncidentQueries.Last(connection) is not { } incident)
        {
            await terminal.Talk.WriteLineAsync("No incident was started, so there is no postmortem.");
            return ExitCodes.Failed;
        }

        var document = PostmortemFormats.Write(
            IncidentQueries.Record(connection, incident),
            incident.Zone,
            scratch.Clock.GetUtcNow(),
            format);
        await terminal.WriteDocumentAsync(document, arguments.Options.GetValueOrDefault("out"));
        return refused == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
