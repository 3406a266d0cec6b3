using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents.Fields;

/// <summary>
/// Reads how many were affected: <c>70% users</c>, <c>approximately 50,000 users</c>, or both in one text. The number is for
/// counting and is shown; the words are printed. Where it could be another number the person is asked.
/// </summary>
internal static partial class AffectedText
{
    private const decimal Everybody = 100;

    /// <summary>Sets the share, the number or both; what is not named stays as it was.</summary>
    public static FieldChange Set(Incident incident, string typed)
    {
        // What a button adds, in the words of which it says what the number is.
        var told = Told().Match(typed);
        var text = told.Success ? typed[..told.Index].TrimEnd() : typed;
        var numbers = WrittenNumber.In(told.Success ? told.Groups["number"].Value : text);
        var shares = numbers.Where(number => number.IsPercent).ToList();
        var counts = numbers.Where(number => !number.IsPercent).ToList();
        if (counts.Exists(count => count.IsOfPeople)) counts = [.. counts.Where(count => count.IsOfPeople)];
        if (shares.Exists(share => share.Amount > Everybody) || WrittenNumber.IsNegative(text)) return Refuse(text);
        if (Choices(shares).Count > 1) return Ask(incident, text, Choices(shares), " %");
        if (Choices(counts).Count > 1) return Ask(incident, text, Choices(counts), "");
        if (shares.Count + counts.Count == 0) return new FieldSet(incident with { AffectedWords = text }, Line.Of($"{text} (no number)"));
        if (shares.Count > 0) incident = incident with { AffectedPercent = new(shares[0].Amount, text) };
        if (counts.Count > 0) incident = incident with { AffectedCount = new(counts[0].Amount, text) };
        var read = shares.Take(1).Select(share => Shown(share.Amount) + " %").Concat(counts.Take(1).Select(count => Shown(count.Amount)));
        return new FieldSet(incident, Line.Of($"{text} (read as {string.Join(" and ", read)})"));
    }

    private static List<decimal> Choices(List<WrittenNumber> numbers) =>
        [.. numbers.SelectMany(number => number.Other is { } other ? [number.Amount, other] : (decimal[])[number.Amount]).Distinct()];

    private static FieldRefused Ask(Incident incident, string text, List<decimal> choices, string unit) =>
        new(
            Decision.Refuse(
                Line.Of($"The number could be {string.Join(" or ", choices.Select(choice => Shown(choice) + unit))}."),
                text,
                [
                    .. choices.Take(4).Select(choice => new Button(
                        Shown(choice) + unit,
                        $"/incident {incident.Id} set affected {text} (counted as {Shown(choice)}{unit})")),
                    new Button("Keep the words alone", $"/incident {incident.Id} set affected {text} (not counted)"),
                ]));

    private static string Shown(decimal amount) => amount.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static FieldRefused Refuse(string text) =>
        new(
            Decision.Refuse(
                Line.Of(
                    $"I need a share from 0 to 100 %, or a count: `/incident set affected 70% users` or `/incident set affected 50,000 users`."
                ),
                text));

    [GeneratedRegex(@"\s*\((?:counted as (?<number>[\d,.]+(?: ?%)?)|not counted)\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Told();
}
