using System.Globalization;
using System.Text.RegularExpressions;

namespace Sitrep.Postmortems;

/// <summary>How long it took, as a text says it.</summary>
/// <param name="Words">The words.</param>
/// <param name="Length">What they mean.</param>
/// <param name="Rough">Whether they say themselves that they are not exact.</param>
/// <param name="Unit">The smallest unit they name.</param>
internal sealed partial record StatedLength(string Words, TimeSpan Length, bool Rough, TimeSpan Unit)
{
    private static readonly string[] _numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>
    /// Every length that a text states of the incident: <c>lasted 2 hours 30 minutes</c>, <c>a 90-minute outage</c>,
    /// <c>from 14:00 to 15:30</c>.
    /// </summary>
    public static IEnumerable<StatedLength> In(string text) => Named(text).Concat(Ranges(text));

    /// <summary>
    /// Whether it says the same as a length by the times. It is as exact as its smallest unit: 54 hours are 54 hours and
    /// some minutes, too.
    /// </summary>
    public bool Says(TimeSpan length)
    {
        var exact = Unit switch
        {
            { TotalDays: >= 1 } => Math.Min(TimeSpan.FromHours(12).TotalMinutes, 0.15 * length.TotalMinutes),
            { TotalHours: >= 1 } when length.TotalDays >= 1 => 30,
            _ => 1.5,
        };
        return Math.Abs((Length - length).TotalMinutes) <= Math.Max(exact, Rough ? 0.15 * length.TotalMinutes : 0);
    }

    private static IEnumerable<StatedLength> Named(string text) => Phrase().Matches(text)
        .Where(phrase => IsOfTheIncident(text, phrase))
        .Select(phrase => new StatedLength(
            phrase.Groups["length"].Value,
            Sum(phrase),
            phrase.Groups["rough"].Success,
            UnitOf(phrase.Groups["unit"].Captures[^1].Value)));

    // A length is the incident's where the words beside it say so; others are of steps, rates and deadlines within it.
    private static bool IsOfTheIncident(string text, Match phrase)
    {
        var before = Sentence().Split(text[..phrase.Index])[^1];
        var after = Sentence().Split(text[(phrase.Index + phrase.Length)..])[0];
        if (OfSomethingElse().IsMatch(after)) return false;
        // "5-minute" belongs to the word behind it.
        var isOfWordBehind = phrase.Value.Contains('-', StringComparison.Ordinal) && !OutageBehind().IsMatch(after);
        if (isOfWordBehind) return false;
        if (Lasted().IsMatch(before)) return true;
        if (OutageBefore().IsMatch(before)) return !Relative().IsMatch(after);
        return OutageBehind().IsMatch(after) && !Rate().IsMatch(before) && (!phrase.Groups["article"].Success || Had().IsMatch(before));
    }

    private static TimeSpan Sum(Match phrase)
    {
        var (numbers, units) = (phrase.Groups["number"].Captures, phrase.Groups["unit"].Captures);
        return Enumerable
            .Range(0, numbers.Count)
            .Select(i => Amount(numbers[i].Value) * UnitOf(units[i].Value))
            .Aggregate(TimeSpan.Zero, (sum, part) => sum + part);
    }

    private static double Amount(string number) => number.ToLowerInvariant() switch
    {
        "a" or "an" => 1,
        "half an" or "half a" => 0.5,
        var word when Array.IndexOf(_numbers, word) is >= 0 and var amount => amount,
        var digits => double.Parse(digits, CultureInfo.InvariantCulture),
    };

    private static TimeSpan UnitOf(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'w' => TimeSpan.FromDays(7),
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        's' => TimeSpan.FromSeconds(1),
        _ => TimeSpan.FromMinutes(1),
    };

    private static IEnumerable<StatedLength> Ranges(string text)
    {
        foreach (var range in Sentence().Split(text).Where(sentence => Cue().IsMatch(sentence)).SelectMany(said => Range().Matches(said)))
        {
            var from = Clock("from", "half", range);
            var to = Clock("to", "half2", range);
            if (from is not { } begin || to is not { } end) continue;
            var length = end >= begin ? end - begin : end - begin + TimeSpan.FromDays(1);
            yield return new(range.Value, length, Rough: false, TimeSpan.FromMinutes(1));
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
}
