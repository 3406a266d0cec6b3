using System.Text.RegularExpressions;
using Sitrep.Times;

namespace Sitrep.Commands.Incidents;

/// <summary>The time of the next update where people write it: at the end of the update itself.</summary>
internal static partial class NextInText
{
    /// <summary>Reads <c>…, next 15:30</c>, <c>… next update in 30m.</c></summary>
    /// <returns>The words and the moment; null where the update names none that can be read. The update keeps its words.</returns>
    public static (string Words, DateTimeOffset Due)? Read(Situation situation, string text)
    {
        var found = End().Matches(text);
        if (found.Count == 0) return null;
        var last = found[^1];
        var when = last.Groups["when"].Value.TrimEnd('.', ')', '!', ' ');
        var read = WhenReader.ReadAll(when, situation.Times with { AllowsFuture = true });
        return read is When.Understood { At: var at } && at > situation.Now
            ? (last.Value.Trim(' ', ',', ';', '-', '(', '.'), at)
            : null;
    }

    [GeneratedRegex(@"(?:^|[\s,;.(–—-])next(?:\s+update)?\s*:?\s*(?:(?:at|by|due|around)\s+)?(?<when>(?:in\s+)?\S[^\n]{0,39})$", RegexOptions.IgnoreCase)]
    private static partial Regex End();
}
