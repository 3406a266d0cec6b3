using System.Text.RegularExpressions;
using Sitrep.Commands.Grammar;
using Sitrep.Prose;
using Sitrep.Times.Reading.Dates;

namespace Sitrep.Commands.Postmortems;

/// <summary>Who and by when, where people write it into the task itself: <c>@li renew the certificate by Friday</c>.</summary>
internal static partial class TaskWords
{
    /// <summary>The arguments with an owner and a day taken from the text, and a remark for each.</summary>
    public static (Arguments Typed, IReadOnlyList<Line> Remarks) Read(Situation situation, Arguments typed)
    {
        var remarks = new List<Line>();
        if (typed.Option("due") is null && Due().Match(typed.Text) is { Success: true } day && IsDay(situation, day.Groups["day"].Value))
        {
            remarks.Add(Line.Of($"I read \"{day.Value.Trim()}\" as the day."));
            typed = typed.WithOption("due", day.Groups["day"].Value.TrimEnd('.')) with { Text = typed.Text[..day.Index].TrimEnd(' ', ',', '-') };
        }

        if (typed.Option("owner") is not null || Owner().Match(typed.Text) is not { Success: true } owner) return (typed, remarks);
        var rest = typed.Text.Remove(owner.Index, owner.Length).Trim(' ', ':', ',', '-');
        if (rest.Length == 0) return (typed, remarks);
        var name = owner.Groups["name"].Value;
        remarks.Add(Line.Of($"I read \"{owner.Value.Trim()}\" as the owner."));
        return (typed.WithOption("owner", name) with { Text = rest }, remarks);
    }

    private static bool IsDay(Situation situation, string text) => DateReader.Read(
        text.TrimEnd('.'),
        DateOnly.FromDateTime(situation.Zone.Local(situation.Now).DateTime)) switch
    {
        DayReading.Understood => true,
        DayReading.Unclear unclear => unclear.Offers.Count > 0,
        _ => false,
    };

    [GeneratedRegex(@"(?:^|[\s,(])(?:by|due|until|before)\s*:?\s+(?:on\s+)?(?<day>\S[^\n]{0,30})$", RegexOptions.IgnoreCase)]
    private static partial Regex Due();

    // Somebody in front of the words, or behind them: one alone, so that "ask @li to help @tom" stays a sentence.
    [GeneratedRegex(@"^(?<name>@[\w.-]+)(?=[\s:,])|(?<=\s)(?:(?:for|to|owner|assign to)\s+)?(?<name>@[\w.-]+)\s*$")]
    private static partial Regex Owner();
}
