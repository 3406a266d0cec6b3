using System.Globalization;
using System.Reflection;
using Sitrep.Hosting;

namespace Sitrep.CommandLine;

/// <summary><c>demo</c>: a server on a throw-away database in which one sample incident runs and one is closed.</summary>
internal sealed class DemoVerb : Verb
{
    public override string Name => "demo";

    public override string Usage => "demo";

    public override string Summary => "serve two sample incidents on a throw-away database";

    public override IReadOnlyList<string> Examples => ["demo", "demo --Urls http://127.0.0.1:8080", "demo --Incidents:Zone EAT"];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only();
        var folder = Directory.CreateTempSubdirectory("sitrep-demo-").FullName;
        try
        {
            var connection = $"Data Source={Path.Combine(folder, "demo.db")}";
            await using (var scratch = ScratchBot.Create(arguments.Configuration(), connection))
            {
                await foreach (var (line, reply) in scratch.Player.PlayAsync(Lines(TimeProvider.System.GetUtcNow())))
                    if (reply.Refused)
                        throw new InvalidDataException($"The sample's line {line.Number} was refused: {reply.Message.PlainText}");
            }

            var app = BotHost.Build(arguments.Configuration(), options => options with { ConnectionString = connection });
            return await ServeVerb.RunAsync(app, terminal, " · demo data, deleted at the end", arguments.Options.Keys);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The sample, as if it had just happened. Its times are minutes before now: <c>-42 @ana /timeline …</c>.</summary>
    internal static IReadOnlyList<TranscriptLine> Lines(DateTimeOffset now)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Sitrep.Demo.txt")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        return Transcript.Read(lines.Select(line => line.StartsWith('-') ? Dated(line, now) : line));
    }

    private static string Dated(string line, DateTimeOffset now)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var at = now.AddMinutes(int.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture));
        return at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + line[space..];
    }
}
