namespace Sitrep.Prose.Markdown;

/// <summary>
/// Line breaks and indents of escaped words: a break stays a break, an empty line parts paragraphs, an indent never
/// becomes code.
/// </summary>
internal static class MarkdownLayout
{
    public static string Lay(string escaped)
    {
        var lines = escaped.Split('\n').Select(line => line.TrimEnd(' ', '\t', '\f', '\v')).SkipWhile(line => line.Length == 0).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var first = i == 0 || lines[i - 1].Length == 0;
            if (first && lines[i] is [' ' or '\t', ..]) lines[i] = (lines[i][0] == ' ' ? "&#32;" : "&#9;") + lines[i][1..];
        }

        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length > 0 && lines[i + 1].Length > 0) lines[i] += "  ";
        }

        return string.Join('\n', lines).TrimEnd('\n', ' ');
    }
}
