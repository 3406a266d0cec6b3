using System.Globalization;
using System.Text.RegularExpressions;

namespace Sitrep.Postmortems;

/// <summary>How long it took, as a text says it.</summary>
/// <param name="Words">The words.</param>
/// <param name="Length">What they mean.</param>
/// <param name="Rough">Whether they say themselves that they are not exact.</param>
internal sealed partial record StatedLength(string Words, TimeSpan Length, bool Rough)
{
    private const int Before = 40;
    private const int After = 20;

    private static readonly string[] _numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>
    /// Every length that a text states of the incident: <c>lasted 2 hours 30 minutes</c>, <c>a 90-minute outage</c>,
    /// <c>from 14:00 to 15:30</c>.
    /// </summary>
    public static IEnumerable<StatedLength> In(string text) => Named(text).Concat(Ranges(text));

    /// <summary>Whether it says the same as a length by the times.</summary>
    public bool Says(TimeSpan length) =>
        Math.Abs((Length - length).TotalMinutes) < Math.Max(1.5, Rough ? 0.15 * length.TotalMinutes : 0);

    private static IEnumerable<StatedLength> Named(string text) => Phrase().Matches(text)
        .Where(phrase => IsOfTheIncident(text, phrase))
        .Select(phrase => new StatedLength(phrase.Groups["length"].Value, Sum(phrase), phrase.Groups["rough"].Success));

    // A length belongs to the incident where the same sentence speaks of it close by; others are of steps within it.
    private static bool IsOfTheIncident(string text, Match phrase)
    {
        var begin = Math.Max(0, phrase.Index - Before);
        var before = Sentence().Split(text[begin..phrase.Index])[^1];
        var end = phrase.Index + phrase.Length;
        var after = Sentence().Split(text[end..Math.Min(text.Length, end + After)])[0];
        return Cue().IsMatch(before) || CueBehind().IsMatch(after);
    }

    private static TimeSpan Sum(Match phrase)
    {
        var (numbers, units) = (phrase.Groups["number"].Captures, phrase.Groups["unit"].Captures);
        return Enumerable
            .Range(0, numbers.Count)
            .Select(i => Amount(numbers[i].Value) * Unit(units[i].Value))
            .Aggregate(TimeSpan.Zero, (sum, part) => sum + part);
    }

    private static double Amount(string number) => number.ToLowerInvariant() switch
    {
        "a" or "an" => 1,
        "half an" or "half a" => 0.5,
        var word when Array.IndexOf(_numbers, word) is >= 0 and var amount => amount,
        var digits => double.Parse(digits, CultureInfo.InvariantCulture),
    };

    private static TimeSpan Unit(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        _ => TimeSpan.FromMinutes(1),
    };

    private static IEnumerable<StatedLength> Ranges(string text)
    {
        if (!Cue().IsMatch(text)) yield break;
        foreach (Match range in Range().Matches(text))
        {
            var from = Clock("from", "half", range);
            var to = Clock("to", "half2", range);
            if (from is not { } begin || to is not { } end) continue;
            yield return new(range.Value, end >= begin ? end - begin : end - begin + TimeSpan.FromDays(1), Rough: false);
        }
    }

    private static TimeSpan? Clock(string time, string half, Match range)
    {
        if (!TimeSpan.TryParseExact(range.Groups[time].Value, @"h\:mm", CultureInfo.InvariantCulture, out var clock)) return null;
        return range.Groups[half].Value.ToLowerInvariant() switch
        {
            "am" => clock.Hours == 12 ? clock - TimeSpan.FromHours(12) : clock,
            "pm" => clock.Hours < 12 ? clock + TimeSpan.FromHours(12) : clock,
            _ => clock,
        };
    }

    [GeneratedRegex(
        @"(?<rough>\b(?:about|approximately|approx\.?|around|nearly|roughly|almost|over|more than|less than|ca\.)\s+|~\s?)?"
            + @"(?<length>\b(?<number>\d{1,4}(?:\.\d{1,2})?|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]?(?<unit>days?|hours?|hrs?|h|minutes?|mins?|m)\b"
            + @"(?:(?:,|\s|and\b){1,3}(?<number>\d{1,4})\s?(?<unit>hours?|hrs?|h|minutes?|mins?|m)\b)*)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();

    [GeneratedRegex(
        @"\b(?:lasted|lasting|outage|duration|downtime|disruption|interruption|(?:was|were|is|been|completely|entirely) (?:down|unavailable|inaccessible|unreachable|offline)|down for)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cue();

    [GeneratedRegex(@"^[\s-]*(?:of |long )?(?:\w+ )?(?:outage|downtime|disruption|interruption)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CueBehind();

    [GeneratedRegex(@"[.!?;](?=\s|$)|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(?<from>\d{1,2}:\d{2})\s?(?<half>am|pm)?(?:\s\(?[a-z]{2,4}\)?)?\s?(?:-|–|—|to|until)\s?(?:[a-z]+ \d{1,2}, \d{4},? )?(?<to>\d{1,2}:\d{2})(?:\s?(?<half2>am|pm)\b)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
