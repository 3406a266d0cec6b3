using System.Globalization;
using Sitrep.Chat.Effects;
using Sitrep.Storage.Rows;

namespace Sitrep.CommandLine;

/// <summary><c>held</c>: what a restored backup had not sent yet, to be looked at, released or dropped by a person.</summary>
internal sealed class HeldVerb : Verb
{
    private const int MostCharacters = 100;

    public override string Name => "held";

    public override string Usage => "held [release|drop all|NUMBER…]";

    public override string Summary => "list, release or drop what a restored backup had not sent";

    public override IReadOnlyList<string> Examples => ["held", "held release 41 42", "held drop all"];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only();
        var (word, ids) = Read(arguments.Values);
        // The bot may run meanwhile: it looks into the outbox every second.
        using var connection = ConfiguredDatabase.Existing(arguments.Configuration()).Open();
        var held = HeldRows.All(connection);
        if (ids?.Where(id => held.All(row => row.Id != id)).ToList() is { Count: > 0 } unknown)
            throw new NotFoundException($"Not held: {string.Join(", ", unknown)}. Nothing was changed. held lists what is.");
        switch (word)
        {
            case "release":
                var released = HeldRows.Release(connection, ids, TimeProvider.System.GetUtcNow());
                await terminal.Talk.WriteLineAsync(
                    $"Released: {released}. The bot sends them within a second of running, and asks the platform first what it already has."
                );
                break;
            case "drop":
                await terminal.Talk.WriteLineAsync($"Dropped: {HeldRows.Drop(connection, ids)}. They are not sent.");
                break;
            default:
                foreach (var row in held) await terminal.Data.WriteLineAsync(Shown(row));
                await terminal.Talk.WriteLineAsync(
                    held.Count == 0
                        ? "Nothing is held."
                        : $"{held.Count} held. held release NUMBER… sends them, held drop NUMBER… does not; all stands for every number.");
                break;
        }

        return ExitCodes.Done;
    }

    private static (string? Word, IReadOnlyList<long>? Ids) Read(IReadOnlyList<string> values)
    {
        if (values.Count == 0) return (null, null);
        if (values[0] is not ("release" or "drop")) throw new UsageException($"held takes release or drop, not \"{values[0]}\".");
        if (values.Count == 1) throw new UsageException($"Which? Name numbers, or all: held {values[0]} all.");
        if (values is [_, "all"]) return (values[0], null);
        return (
            values[0],
            [
                .. values
                    .Skip(1)
                    .Select(value =>
                        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                            ? id
                            : throw new UsageException($"\"{value}\" is no number; held lists them.")),
            ]);
    }

    private static string Shown(HeldRow row)
    {
        var text = row.Effect switch
        {
            PostMessage post => post.Message.Fallback,
            UpdateMessage update => update.Message.Fallback,
            OpenChannel open => open.Topic,
            SetTopic topic => topic.Topic,
            UploadDocument upload => upload.FileName,
            _ => "",
        };
        var shown = text.Length > MostCharacters ? text[..MostCharacters] + "…" : text;
        return $"{row.Id}\t{row.At:yyyy-MM-dd HH:mm} UTC\t{row.Effect.To.Platform}\t#{row.Effect.To.Channel}\t{row.Effect.GetType().Name}\t{shown}";
    }
}
