using Sitrep.Chat.Events;
using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Escalations;

/// <summary>Reads whom an escalation calls in, from a list of its own or from the text that it begins.</summary>
internal static class EscalationTargets
{
    private static readonly string[] _joints = ["and", "&", "+", "to", "to:"];

    /// <summary>Whom a command names.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">Names of people and groups that are known, without <c>@</c>.</param>
    /// <param name="teams">Names of teams that were called in before.</param>
    public static TargetsRead Read(Arguments typed, IReadOnlyList<string> names, IReadOnlyList<string> teams)
    {
        var takesTime = typed.Option("at") is null;
        if (!typed.Options.TryGetValue("to", out var list) && !typed.IsFilled)
            return TargetReader.Read(typed.Text, names, teams, takesTime);
        var read = Listed(list ?? "", names, takesTime);
        if (!takesTime || read.When is not null || WrittenTime.InFrontOf(typed.Text) is not var (time, behind))
            return read with { Text = typed.Text };
        return read with { Text = behind, When = time };
    }

    /// <summary>The targets in a list: mentions with anything between them, other names between commas.</summary>
    private static TargetsRead Listed(string list, IReadOnlyList<string> names, bool takesTime)
    {
        var targets = new List<string>();
        WrittenTime? when = null;
        var start = 0;
        for (var i = 0; i <= list.Length; i++)
        {
            var mention = i < list.Length ? MentionText.At(list, i, names) : null;
            if (i < list.Length && mention is null && list[i] is not (',' or ';' or '\n')) continue;
            var word = Bare(list[start..i]);
            if (word.Length > 0 && takesTime && when is null && WrittenTime.LengthIn(word) == word.Length) when = WrittenTime.Of(word);
            else if (word.Length > 0) targets.Add(word);
            if (mention is not null) targets.Add("@" + mention.Name);
            start = mention?.End ?? Math.Min(i + 1, list.Length);
            if (mention is not null) i = mention.End - 1;
        }

        return new([.. targets.Distinct(StringComparer.OrdinalIgnoreCase)], "", when);
    }

    private static string Bare(string words)
    {
        var bare = words.Trim();
        while (_joints.Any(joint => WordMeaning.Same(EdgeWords.First(bare), joint))) bare = EdgeWords.AfterFirst(bare);
        while (_joints.FirstOrDefault(joint => bare.EndsWith(" " + joint, StringComparison.OrdinalIgnoreCase)) is { } joint)
            bare = bare[..^(joint.Length + 1)].TrimEnd();
        return bare;
    }
}
