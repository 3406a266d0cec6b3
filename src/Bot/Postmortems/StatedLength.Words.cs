using System.Text.RegularExpressions;

namespace Sitrep.Postmortems;

// The words by which a length is told from one that belongs to something else.
internal sealed partial record StatedLength
{
    // What may stand between "lasted" and the length.
    private const string Filler = @"(?:\s*(?:\b(?:for|of|was|is|were|been|had|lasted|about|around|a|an|the|total|in total|only|just|some|up to|another)\b|[:(=–—-]))*\s*$";

    // Of an outage: "down for", "was unavailable to all users for".
    private const string Down = @"(?:\b(?:was|were|is|are|been|be|went|completely|entirely)\s+(?:\w+\s+)?(?:down|unavailable|inaccessible|unreachable|offline)\b"
        + @"(?:(?:\s+(?!while\b|because\b|since\b|when\b|after\b|as\b|with\b)[^\s,:;]+){0,6}?\s+for\b)?|\bdown\s+for\b)";

    [GeneratedRegex(@"(?:\b(?:lasted|lasting|duration|downtime)\b|" + Down + ")" + Filler, RegexOptions.IgnoreCase)]
    private static partial Regex Lasted();

    [GeneratedRegex(@"\b(?:outage|disruption|interruption|incident)\b" + Filler, RegexOptions.IgnoreCase)]
    private static partial Regex OutageBefore();

    [GeneratedRegex(@"^[\s-]*(?:of |long )?(?:\w+ )?(?:outage|downtime|disruption|interruption)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OutageBehind();

    [GeneratedRegex(
        @"\b(?:every|each|within|after|per|before|until|in|by|first|next|last|past|than|took|takes)\s+(?:the\s+|about\s+)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Rate();

    [GeneratedRegex(@"(?:^|\b(?:had|caused|of|for|was|with|saw|suffered|experienced|been))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Had();

    [GeneratedRegex(
        @"^[\s-]*(?:ago|later|earlier|behind|old|apart|timeouts?|intervals?|delays?|lags?|windows?|retention|ttl|caches?|into|left|late|per|each|every|jobs?|periods?|sla|slo|averages?|p\d+|queue|backlog|of (?:lag|delay|data|backlog|history|logs|latency)|from now|a (?:day|week|month))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex OfSomethingElse();

    [GeneratedRegex(@"^\s*(?:after|before)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(
        @"(?<rough>\b(?:about|approximately|approx\.?|around|nearly|roughly|almost|over|more than|less than|ca\.)\s+|~\s?)?"
            + @"(?<length>\b(?<number>\d{1,4}(?:\.\d{1,2})?|(?<article>half an?|an?)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
            + @"[\s-]?(?<unit>weeks?|days?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?)\b"
            + @"(?:(?:,|\s|and\b){1,3}(?<number>\d{1,4})\s?(?<unit>hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?)\b)*)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();

    [GeneratedRegex(
        @"\b(?:lasted|lasting|outage|duration|downtime|disruption|interruption|(?:was|were|is|been|completely|entirely) (?:down|unavailable|inaccessible|unreachable|offline)|down for)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cue();

    [GeneratedRegex(@"[.!?;](?=\s|$)|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(?<from>\d{1,2}:\d{2})\s?(?<half>am|pm)?(?:\s\(?[a-z]{2,4}\)?)?\s?(?:-|–|—|to|until)\s?(?:[a-z]+ \d{1,2}, \d{4},? )?(?<to>\d{1,2}:\d{2})(?:\s?(?<half2>am|pm)\b)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
