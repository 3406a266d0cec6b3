using System.Text.RegularExpressions;

namespace Sitrep.Postmortems;

/// <summary>Bullets and numbers that were typed or pasted belong to the list, not to the words of its items.</summary>
internal static partial class TypedItem
{
    /// <summary>The words without the bullet before them: <c>-Monitor</c>, <c>• Monitor</c>.</summary>
    public static string WithoutBullet(string typed)
    {
        var text = typed.Trim();
        if (text.Length < 2 || text[0] is not ('-' or '•' or '*' or '–')) return text;
        return text[1] == ' ' || (text[0] != '*' && char.IsLetter(text[1])) ? text[1..].TrimStart() : text;
    }

    /// <summary>The items of a text that is a list, line by line; the text itself where it is none.</summary>
    public static IReadOnlyList<string> Of(string typed)
    {
        var lines = typed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > 1 && lines.All(line => Number().IsMatch(line))) return [.. lines.Select(line => Number().Replace(line, ""))];
        var items = lines.Select(WithoutBullet).ToList();
        return lines.Length > 1 && items.Zip(lines).All(pair => pair.First.Length < pair.Second.Length) ? items : [WithoutBullet(typed)];
    }

    [GeneratedRegex(@"^\d{1,2}[.)]\s+")]
    private static partial Regex Number();
}
