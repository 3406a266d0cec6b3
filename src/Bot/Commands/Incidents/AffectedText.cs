using System.Globalization;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary>
/// Reads how many were affected: <c>70% users</c>, <c>approximately 50,000 users</c>, or both in one text. The number
/// is for counting, the words are printed.
/// </summary>
internal static class AffectedText
{
    /// <summary>Sets the share, the number or both; what is not named stays as it was.</summary>
    public static FieldChange Set(Incident incident, string text)
    {
        var after = incident;
        foreach (var (amount, isPercent) in Numbers(text))
        {
            if (isPercent && amount > 100) return Refuse(text);
            after = isPercent
                ? after with { AffectedPercent = new(amount, text) }
                : after with { AffectedCount = new(amount, text) };
        }

        return after == incident && !Numbers(text).Any() ? Refuse(text) : new FieldSet(after, Line.Of($"{text}"));
    }

    // "-5%" is a slip; "10-20%" is a range and "web-2" a name.
    private static bool IsNegative(string text, int digit) =>
        digit > 0 && text[digit - 1] is '-' or '−' && (digit == 1 || char.IsWhiteSpace(text[digit - 2]));

    private static FieldRefused Refuse(string text) =>
        new(
            Decision.Refuse(
                Line.Of(
                    $"I found no number from 0 to 100 before a % and no number of people. Type `/incident set affected 70% users` or `/incident set affected 50,000 users`."
                ),
                text));

    private static IEnumerable<(decimal Amount, bool IsPercent)> Numbers(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && char.IsLetter(text[i - 1])) || IsNegative(text, i)) continue;
            var start = i;
            while (i < text.Length
                && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
                i++;
            if (!decimal.TryParse(
                    text.AsSpan(start, i - start),
                    NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var amount))
                continue;
            var unit = i;
            while (unit < text.Length && text[unit] == ' ') unit++;
            var scale =
                unit == i && unit < text.Length
                    ? char.ToLowerInvariant(text[unit]) switch
                    {
                        'k' => 1_000m,
                        'm' => 1_000_000m,
                        _ => 1m,
                    }
                    : 1m;
            var percent = (unit < text.Length && text[unit] is '%' or '％')
                || text.AsSpan(unit).StartsWith("percent", StringComparison.OrdinalIgnoreCase)
                || text.AsSpan(unit).StartsWith("per cent", StringComparison.OrdinalIgnoreCase);
            yield return (percent ? amount : amount * scale, percent);
        }
    }
}
