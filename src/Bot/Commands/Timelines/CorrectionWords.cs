using System.Text.RegularExpressions;
using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary>
/// What begins like a correction and is an entry, or the other way round: <c>delete 1</c>, <c>remove 1,2</c>, <c>mark 1 as
/// done</c>. Nothing is corrected by guess; the other reading is on a button.
/// </summary>
internal static partial class CorrectionWords
{
    private const int MostRemoved = 10;

    /// <summary>A question about a text that is hardly an entry; null where it may be one.</summary>
    public static Decision? Ask(Situation situation, string text)
    {
        if (!Removal().IsMatch(text)) return null;
        var numbers = Digits().Matches(text).Select(found => WordMeaning.Number(found.Value) ?? 0).Distinct().Take(MostRemoved).ToList();
        if (numbers.Any(number => number < 1 || number > situation.LastEntry)) return null;
        var id = situation.Incident!.Id;
        var named = string.Join(" and ", numbers);
        return Decision.Refuse(
            Line.Of($"Remove {named}? `/timeline remove {numbers[0]}` removes one."),
            text,
            [
                new(numbers.Count < 4 ? $"Remove {string.Join(", ", numbers)}" : $"Remove {numbers.Count} entries", $"/timeline {id} remove-entries {string.Join(',', numbers)}", ButtonLook.Danger),
                new("Record as an entry", $"/incident {id} note {text} {RecordEntry.AsOne}"),
            ]);
    }

    /// <summary>The correction that an entry's first words look like, on a button; null where they look like none.</summary>
    public static Button? Instead(Situation situation, string text)
    {
        if (Correction().Match(text) is not { Success: true } found) return null;
        var (verb, number) = (Verb(found.Groups["verb"].Value), WordMeaning.Number(found.Groups["number"].Value) ?? 0);
        if (number < 1 || number > situation.LastEntry) return null;
        return new($"{Label(verb)} no. {number}", $"/timeline {situation.Incident!.Id} {verb} {number}");
    }

    /// <summary>The numbers of a list, <c>1,2 and 3</c>; empty where anything else stands in it.</summary>
    public static IReadOnlyList<int> Numbers(string text) => List().IsMatch(text)
        ? [.. Digits().Matches(text).Select(found => WordMeaning.Number(found.Value) ?? 0).Distinct()]
        : [];

    private static string Verb(string word) => word.ToLowerInvariant() switch
    {
        "mark" or "tag" => "mark",
        "move" => "move",
        "edit" or "change" or "correct" => "edit",
        _ => "remove",
    };

    private static string Label(string verb) => char.ToUpperInvariant(verb[0]) + verb[1..];

    [GeneratedRegex(@"^(?:remove|delete|del|rm|drop|erase)\s+(?:(?:entry|entries|no\.?|nos\.?|number|numbers)\s+)?#?\d{1,4}(?:(?:\s*,\s*(?:and\s+)?|\s*&\s*|\s+and\s+|\s+)#?\d{1,4})*\s*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Removal();

    [GeneratedRegex(@"^(?<verb>remove|delete|del|rm|drop|erase|move|mark|tag|edit|change|correct)\s+#?(?<number>\d{1,4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    [GeneratedRegex(@"^\s*#?\d{1,4}(?:(?:\s*,\s*(?:and\s+)?|\s*&\s*|\s+and\s+|\s+)#?\d{1,4})*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
