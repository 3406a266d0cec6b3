using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;

namespace Sitrep.Postmortems;

/// <summary>Statements that disagree with each other or with the times. Both sides are kept; a person should look.</summary>
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
        var course = Course.Of(incident, end);
        Length? impact = incident.ImpactEndedAt is { } harmless ? course.Between(incident.StartedAt, harmless) : null;
        // Of a reopened incident people state the whole, the time between its first and its last moment, or one stretch.
        var lengths = course.Stretches.Select(stretch => Length.Between(stretch.From, stretch.To))
            .Append(course.Length).Append(Length.Between(incident.StartedAt, end)).Concat(impact is { } harm ? [harm] : [])
            .Select(length => length.Counted).ToList();
        var known = course.Words + (impact is { } length && length != course.Length ? $", the impact {length}" : "");
        foreach (
            var (part, text) in new[]
            {
                ("title", incident.Title),
                ("summary", incident.Summary),
                ("impact", incident.Impact),
                ("closing", incident.Closing),
            })
        {
            foreach (var stated in StatedLength.In(text ?? "").Where(stated => !lengths.Exists(stated.Says)))
            {
                var meaning = new Length(stated.Length).Words is var words && words == stated.Words ? "" : $" ({words})";
                yield return $"The {part} says “{stated.Words}”{meaning}, the times say {known}.";
            }
        }
    }

    private static IEnumerable<string> Shares(Incident incident)
    {
        if (incident.Impact is not { } impact) yield break;
        var stated = Percentage()
            .Matches(impact)
            .Select(match => decimal.Parse(match.Groups["share"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
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

    // Of people alone: an error rate and a share of the requests are other numbers.
    [GeneratedRegex(
        @"(?<share>\d{1,3}(?:\.\d{1,3})?)\s?%(?:\s+of)?(?:\s+(?:the|our|all|its|their|active|paying|registered|eu|us|global))*\s+(?:\w+\s+)?(?:users?|customers?|clients?|people|visitors?|tenants?|accounts?|members?|subscribers?|merchants?|shops?|sites?|were|was|affected)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Percentage();

    [GeneratedRegex(
        @"(?<!\b(?:not|nearly|almost|hardly|never|isn't|wasn't|no longer)\s+)\b(?:completely|entirely|totally|(?:all|every) (?:users?|customers?|clients?)|everyone|everybody)\b|\b100\s?%",
        RegexOptions.IgnoreCase)]
    private static partial Regex Everybody();
}
