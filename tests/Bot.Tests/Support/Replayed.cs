using System.Text.Json.Nodes;
using Sitrep.CommandLine;

namespace Sitrep.Tests.Support;

/// <summary>A transcript played by the real verb, as a person would play it.</summary>
internal sealed record Replayed(int ExitCode, string Data, string Talk)
{
    public JsonNode Json => JsonNode.Parse(Data)!;

    public static async Task<Replayed> PlayAsync(IEnumerable<string> lines, string format = "markdown", params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, lines);
            using var data = new StringWriter();
            using var talk = new StringWriter();
            var code = await VerbTable.RunAsync(["replay", file, "--format", format, .. more], new Terminal(data, talk));
            return new(code, data.ToString(), talk.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
