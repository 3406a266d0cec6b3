using System.Globalization;

namespace Sitrep.CommandLine;

/// <summary>The typed inputs, a line each: <c>INSTANT @USER [#CHANNEL] INPUT</c>.</summary>
/// <param name="Number">The line's number in its file, from 1.</param>
/// <param name="At">The clock at which it is typed, UTC.</param>
/// <param name="User">Who, without <c>@</c>.</param>
/// <param name="Channel">Where, without <c>#</c>; null for the channel of the incident started last.</param>
/// <param name="Input">What.</param>
internal sealed record TranscriptLine(int Number, DateTimeOffset At, string User, string? Channel, string Input);

/// <summary>Reads transcripts.</summary>
internal static class Transcript
{
    private static readonly string[] _instants =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads lines; empty ones and those that start with <c>//</c> are skipped.</summary>
    /// <exception cref="TranscriptException">A line cannot be read; the exception names it.</exception>
    public static IReadOnlyList<TranscriptLine> Read(IEnumerable<string> lines)
    {
        var read = new List<TranscriptLine>();
        var number = 0;
        foreach (var text in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(text) || text.TrimStart().StartsWith("//", StringComparison.Ordinal)) continue;
            var line = Line(number, text.TrimStart('\uFEFF'));
            if (read.Count > 0 && line.At < read[^1].At)
                throw new TranscriptException(
                    number,
                    $"{line.At:O} is before the line above it ({read[^1].At:O}); instants never run backwards");
            read.Add(line);
        }

        return read;
    }

    private static TranscriptLine Line(int number, string text)
    {
        var rest = text.Trim();
        var instant = Next(ref rest);
        if (!DateTimeOffset.TryParseExact(instant, _instants, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            || !HasOffset(instant))
            throw new TranscriptException(
                number,
                $"\"{Cut(instant)}\" is not an ISO 8601 instant with an offset, such as 2024-09-18T14:01:00Z");
        var user = Next(ref rest);
        if (user.Length < 2 || user[0] != '@')
            throw new TranscriptException(number, $"\"{Cut(user)}\" is no user; write @name behind the instant");
        string? channel = null;
        if (rest.StartsWith('#'))
        {
            channel = Next(ref rest)[1..];
            if (channel.Length == 0) throw new TranscriptException(number, "# names no channel");
        }

        if (rest.Length == 0) throw new TranscriptException(number, "nothing is typed behind the user");
        return new(number, at, user[1..], channel, rest);
    }

    // Without an offset the same text would mean another moment on another machine.
    private static bool HasOffset(string instant) =>
        instant.EndsWith('Z') || instant.LastIndexOfAny(['+', '-']) > instant.IndexOf('T', StringComparison.Ordinal);

    private static string Next(ref string rest)
    {
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end])) end++;
        var word = rest[..end];
        rest = rest[end..].TrimStart();
        return word;
    }

    private static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

/// <summary>A transcript's line that cannot be read: exit code 2.</summary>
/// <param name="line">Its number, from 1.</param>
/// <param name="problem">What is wrong with it.</param>
internal sealed class TranscriptException(int line, string problem) : Exception($"line {line}: {problem}");
