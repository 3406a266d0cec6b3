using System.Text.RegularExpressions;

namespace Sitrep.Incidents.Guesses;

/// <summary>What shows that something is wrong, as opposed to what somebody does about it.</summary>
internal static partial class Symptom
{
    /// <summary>Whether a text tells of one.</summary>
    public static bool Is(string text, IReadOnlyList<Clause> clauses) =>
        !text.TrimEnd().EndsWith('?')
        && clauses.Any(clause => (Share().IsMatch(text) || Trouble().IsMatch(clause.Words)) && !Fine().IsMatch(clause.Words))
        && !clauses.Any(clause => Looking().IsMatch(clause.Words));

    [GeneratedRegex(@"\d\s?%|\b[45]\d\d\s?s?\b|\b[45]xx\b", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(
        @" (?:p\d\d+|latency|latencies|slow|slower|slowly|slowness|time ?outs?|timing out|timed out|times out|errors?|exceptions?|fail(?:s|ed|ing|ure|ures)?|down|unreachable|unavailable|inaccessible|outage|crash(?:es|ed|ing)?|crashloop\w*|oom\w*|spik(?:e|es|ed|ing)|drop(?:s|ped|ping)?|queues?|backlog|lag|lagging|stuck|broken|hang(?:s|ing)?|hung|degraded|degradation|offline|saturated|saturation|full|exhausted|high|rising|climbing|growing|grows|elevated|increas(?:e|es|ed|ing)|threshold|exceed(?:s|ed|ing)?|fir(?:es|ed|ing)|triggered|refused|rejected|lost|missing|unresponsive|not (?:responding|working|loading|reachable)|can t (?:log|load|pay|reach|access|connect)|cannot (?:log|load|pay|reach|access|connect)|returns? \d\d\d|\d\d\ds|5xx|4xx) ")]
    private static partial Regex Trouble();

    [GeneratedRegex(
        @" (?:no (?:\w+ )?(?:errors?|failures?|alerts?|problems?|issues?|impact)|normal|fine|healthy|green|stable|nothing|0) ")]
    private static partial Regex Fine();

    [GeneratedRegex(
        @" (?:look(?:s|ed|ing)? (?:at|into|for)|check(?:s|ed|ing)?|investigat(?:e|es|ed|ing|ion)|debug(?:s|ged|ging)?|join(?:s|ed|ing)?|suspect(?:s|ed|ing)?|try|tr(?:ies|ied|ying)|ask(?:s|ed|ing)?|search(?:es|ed|ing)?|restart(?:s|ing)?|deploy(?:s|ing)?|wait(?:s|ing)?|maybe|perhaps|i think) ")]
    private static partial Regex Looking();
}
