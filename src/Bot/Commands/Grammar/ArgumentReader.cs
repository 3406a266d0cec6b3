using System.Globalization;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Times;
using static Sitrep.Times.When;

namespace Sitrep.Commands.Grammar;

/// <summary>
/// Takes apart what was typed behind a command's words: options anywhere, kinds at either end, severity and flags at
/// either end of what remains. Everything else is free text and stays as it was typed.
/// </summary>
internal static class ArgumentReader
{
    private const int LongestTime = 200;

    // Only the length of a time matters here, not which moment it is: any clock will do.
    private static readonly WhenContext _anyClock = new(DateTimeOffset.UnixEpoch.AddYears(50), Zone.Utc, AllowsFuture: true);

    public static Arguments Read(Command command, string rest, IncidentId? incident)
    {
        var text = rest.Trim();
        if (incident is null && command.NeedsIncident && IncidentId.TryParse(FirstWord(text), out var id))
        {
            incident = id;
            text = AfterFirstWord(text);
        }

        int? number = null;
        if (command.Grammar.Follows == Follows.Number && NumberIn(FirstWord(text)) is { } first)
        {
            number = first;
            text = AfterFirstWord(text);
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (command.Grammar.Keyed.Count > 0) text = TakeOptions(command, text, options);
        var ends = new EdgeWords(text);
        var kinds = command.Grammar.TakesKinds ? ends.Take(Kind) : [];
        var severity = command.Grammar.TakesSeverity ? ends.Take(SeverityWord) : [];
        var flags = command.Grammar.Flags.Count > 0 ? ends.TakeLast(word => command.Grammar.Flags.FirstOrDefault(flag => Same(flag, word))) : [];
        if (severity.Count == 0 && command.Grammar.TakesSeverity) severity = ends.Take(SeverityWord);
        return new()
        {
            Text = ends.Rest,
            Options = options,
            Kinds = [.. kinds.Distinct()],
            Severity = severity.Count > 0 ? severity[^1] : options.TryGetValue("severity", out var word) ? SeverityWord(word) : null,
            Flags = flags,
            Incident = incident,
            Number = number,
        };
    }

    /// <summary>Reads <c>sev2</c>, <c>SEV-2</c>; null for everything else.</summary>
    public static Severity? SeverityWord(string word)
    {
        var digits = word.StartsWith("sev", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(3).TrimStart('-') : [];
        return digits.Length == 1 && digits[0] is >= '1' and <= '5' ? (Severity)(digits[0] - '0') : null;
    }

    /// <summary>Reads <c>3</c> and <c>#3</c>; a number that is too long is still a number, only nobody's.</summary>
    internal static int? NumberIn(string word)
    {
        var digits = word.TrimStart('#');
        if (int.TryParse(digits, CultureInfo.InvariantCulture, out var number)) return number;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? int.MaxValue : null;
    }

    internal static string FirstWord(string text) => text[..WordEnd(text, 0)];

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return end;
    }

    internal static string AfterFirstWord(string text) => text[FirstWord(text).Length..].TrimStart();

    private static string TakeOptions(Command command, string text, Dictionary<string, string> options)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var atWordStart = i == 0 || char.IsWhiteSpace(text[i - 1]);
            if (atWordStart && OptionAt(command, text, i) is var (option, value, end) && option is not null)
            {
                options[option.Name] = value;
                i = end;
                // The white space before the option was kept; that behind it would double it.
                while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
                continue;
            }

            kept.Append(text[i++]);
        }

        return kept.ToString().Trim();
    }

    private static (Part? Option, string Value, int End) OptionAt(Command command, string text, int start)
    {
        var colon = start;
        while (colon < text.Length && (char.IsAsciiLetter(text[colon]) || text[colon] == '-')) colon++;
        if (colon == start || colon + 1 >= text.Length || text[colon] != ':') return default;
        var key = text[start..colon];
        var option = command.Grammar.Keyed.FirstOrDefault(known => Same(known.Name, key));
        if (option is null) return default;
        var from = colon + 1;
        if (IsQuote(text[from]) && ClosingQuote(text, from) is var close and > 0)
            return (option, text[(from + 1)..close], close + 1);
        if (char.IsWhiteSpace(text[from])) return default;
        // No time is longer; the whole rest, again for every option in it, would take the square of the text's length.
        var length = option is OptionPart { IsTime: true } ? TimeLength(text.Substring(from, Math.Min(LongestTime, text.Length - from))) : 0;
        if (length == 0) length = WordEnd(text, from) - from;
        return (option, text.Substring(from, length).Trim(), from + length);
    }

    private static int TimeLength(string text) => WhenReader.ReadPrefix(text, _anyClock) switch
    {
        Understood understood => understood.Length,
        Unclear unclear => unclear.Length,
        _ => 0,
    };

    // Phones turn quotes into curly ones.
    internal static readonly char[] Quotes = ['"', '“', '”', '„'];

    internal static bool IsQuote(char c) => Quotes.Contains(c);

    private static int ClosingQuote(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
            if (IsQuote(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))) return i;
        return -1;
    }

    private static EntryKind? Kind(string word) =>
        word.Length > 1 && word[0] == '#' && EntryKinds.TryParse(word[1..], out var kind) ? kind : null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
