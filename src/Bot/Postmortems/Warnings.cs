using System.Globalization;
using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>Where what people stated disagrees with itself or with the times. Both sides are kept; somebody should look.</summary>
public static class Warnings
{
    private static readonly string[] _aboutLength = ["lasted", "outage", "duration", "down for", "downtime", "unavailable for", "hours", "minutes"];
    private static readonly string[] _everybody = ["completely", "all users", "every user", "entirely", "100%", "100 %"];

    /// <summary>A sentence for each disagreement.</summary>
    public static IReadOnlyList<string> Of(IncidentRecord record)
    {
        var incident = record.Incident;
        var warnings = new List<string>();
        if (incident.EndedAt is { } end)
        {
            var computed = (end - incident.StartedAt, incident.ImpactEndedAt - incident.StartedAt);
            foreach (var text in new[] { incident.Summary, incident.Impact, incident.Closing, incident.Title }.OfType<string>())
                foreach (var stated in Durations(text).Where(stated => !Near(stated, computed.Item1) && !Near(stated, computed.Item2)))
                    warnings.Add($"The text says {Clock.InWords(stated)}, the times say {Clock.InWords(computed.Item1)}.");
            if (incident.ImpactEndedAt > end) warnings.Add("The impact ended after the incident did.");
        }

        if (incident is { Impact: { } impact, AffectedPercent: { } affected })
        {
            if (affected.Amount < 100 && _everybody.Any(word => impact.Contains(word, StringComparison.OrdinalIgnoreCase)))
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The impact speaks of everything or everybody, the number is {affected.Amount} %."));
            foreach (var stated in Percentages(impact).Where(stated => stated != affected.Amount && stated != 100))
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The impact says {stated} %, the number is {affected.Amount} %."));
        }

        var far = record.Timeline.Count(entry => entry.At < incident.StartedAt.AddDays(-1) || entry.At > (incident.EndedAt ?? DateTimeOffset.MaxValue.AddDays(-1)).AddDays(1));
        if (far > 0) warnings.Add($"{far} entries lie more than a day outside the incident.");
        return warnings;
    }

    private static bool Near(TimeSpan stated, TimeSpan? computed) => computed is { } length && Math.Abs((stated - length).TotalMinutes) < 1.5;

    /// <summary>Lengths stated in a text that speaks of a length: <c>2 hours 30 minutes</c>, <c>90 min</c>.</summary>
    internal static IEnumerable<TimeSpan> Durations(string text)
    {
        if (!_aboutLength.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))) yield break;
        var words = text.Split([' ', '\n', '(', ')', '*', ',', '.', ';', '–'], StringSplitOptions.RemoveEmptyEntries);
        TimeSpan? length = null;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (decimal.TryParse(words[i], NumberStyles.Integer, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 10_000 && Unit(words[i + 1]) is { } unit)
            {
                length = (length ?? TimeSpan.Zero) + (unit * (double)amount);
                i++;
            }
            else if (length is { } whole && !words[i].Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                yield return whole;
                length = null;
            }
        }

        if (length is { } last) yield return last;
    }

    private static TimeSpan? Unit(string word) => word.ToLowerInvariant().TrimEnd(':', '!', '?') switch
    {
        "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.FromHours(1),
        "m" or "min" or "mins" or "minute" or "minutes" => TimeSpan.FromMinutes(1),
        "day" or "days" => TimeSpan.FromDays(1),
        _ => null,
    };

    private static IEnumerable<decimal> Percentages(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            var end = i;
            while (end > 0 && text[end - 1] == ' ') end--;
            var start = end;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] == '.')) start--;
            if (start < end && decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)) yield return percent;
        }
    }
}
