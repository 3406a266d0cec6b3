using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>Where what people stated disagrees with itself or with the times. Both sides are kept; somebody should look.</summary>
internal static partial class Warnings
{
    /// <summary>A sentence for each disagreement.</summary>
    public static IReadOnlyList<string> Of(IncidentRecord record) =>
        [.. Ends(record.Incident), .. Lengths(record.Incident), .. Shares(record.Incident), .. Outside(record)];

    private static IEnumerable<string> Ends(Incident incident)
    {
        if (incident.EndedAt < incident.StartedAt) yield return "The incident ends before it starts.";
        if (incident.ImpactEndedAt < incident.StartedAt) yield return "The impact ends before the incident starts.";
        if (incident.ImpactEndedAt > incident.EndedAt) yield return "The impact ended after the incident did.";
    }

    private static IEnumerable<string> Lengths(Incident incident)
    {
        if (incident.EndedAt is not { } end || end < incident.StartedAt) yield break;
        var whole = end - incident.StartedAt;
        var impact = incident.ImpactEndedAt - incident.StartedAt;
        var known = Clock.InWords(whole) + (impact is { } length && length != whole ? $", the impact {Clock.InWords(length)}" : "");
        foreach (
            var (part, text) in new[]
            {
                ("title", incident.Title),
                ("summary", incident.Summary),
                ("impact", incident.Impact),
                ("closing", incident.Closing),
            })
        {
            foreach (
                var stated in StatedLength.In(text ?? "").Where(stated => !stated.Says(whole) && !(impact is { } harm && stated.Says(harm)))
            )
            {
                var meaning = Clock.InWords(stated.Length) is var words && words == stated.Words ? "" : $" ({words})";
                yield return $"The {part} says “{stated.Words}”{meaning}, the times say {known}.";
            }
        }
    }

    private static IEnumerable<string> Shares(Incident incident)
    {
        if (incident.Impact is not { } impact) yield break;
        var stated = Percentage()
            .Matches(impact)
            .Select(match => decimal.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
            .Distinct()
            .ToList();
        var known = incident.AffectedPercent?.Amount;
        if (Everybody().Match(impact) is { Success: true } words && (known ?? stated.DefaultIfEmpty(100).Min()) is < 100 and var share)
            yield return $"The impact says “{words.Value}”, the number is {share} %.";
        foreach (var other in stated.Where(percent => percent != known && percent != 100 && known is not null))
            yield return $"The impact says {other} %, the number is {known} %.";
    }

    private static IEnumerable<string> Outside(IncidentRecord record)
    {
        var earliest = record.Incident.StartedAt.AddDays(-1);
        var latest = record.Incident.EndedAt?.AddDays(1);
        var far = record.InOrder().Where(entry => entry.At < earliest || entry.At > latest).Select(entry => entry.Number).ToList();
        if (far.Count == 1) yield return $"Entry {far[0]} lies more than a day outside the incident.";
        if (far.Count > 1) yield return $"Entries {string.Join(", ", far)} lie more than a day outside the incident.";
    }

    [GeneratedRegex(@"(\d{1,3}(?:\.\d{1,3})?)\s?%")]
    private static partial Regex Percentage();

    [GeneratedRegex(
        @"\b(?:completely|entirely|totally|(?:all|every) (?:users?|customers?|clients?)|everyone|everybody)\b|\b100\s?%",
        RegexOptions.IgnoreCase)]
    private static partial Regex Everybody();
}
