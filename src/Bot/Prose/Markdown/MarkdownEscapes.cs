using System.Text;
using System.Text.RegularExpressions;

namespace Sitrep.Prose.Markdown;

/// <summary>Puts a backslash where words would be read as markup, and nowhere else.</summary>
internal static class MarkdownEscapes
{
    /// <summary>The line with its backslashes.</summary>
    /// <param name="text">The line as written so far.</param>
    /// <param name="words">The same length, with <see cref="MarkdownDraft.Markup"/> for every character of our own.</param>
    /// <param name="inHeading">Whether it stands in a heading, where no block can begin.</param>
    public static string Apply(string text, string words, bool inHeading)
    {
        var escaped = new bool[text.Length];
        foreach (var rule in MarkdownRules.Anywhere.Concat(inHeading ? MarkdownRules.AtHeadingEnd : MarkdownRules.AtLineStart))
        {
            foreach (Match match in rule.Matches(words))
            {
                foreach (Capture capture in match.Groups["e"].Captures) escaped[capture.Index] = true;
            }
        }

        MarkBackticks(text, words, escaped);
        MarkAsterisks(text, words, escaped);
        MarkDollars(words, escaped);
        return Write(text, words, escaped, Bracketed(words, escaped));
    }

    /// <summary>One backtick alone opens nothing.</summary>
    private static void MarkBackticks(string text, string words, bool[] escaped)
    {
        if (text.Count(c => c == '`') <= 1) return;
        for (var i = 0; i < words.Length; i++) escaped[i] |= words[i] == '`';
    }

    /// <summary>One asterisk alone, with no bold of ours after it, opens nothing: <c>rm *.log</c> stays.</summary>
    private static void MarkAsterisks(string text, string words, bool[] escaped)
    {
        var found = MarkdownRules.Asterisk().Matches(words);
        if (found is [var only] && !Touches(words, only.Index) && !OwnFollows(text, words, only.Index)) return;
        foreach (Match match in found) escaped[match.Index] = true;
    }

    private static bool OwnFollows(string text, string words, int index)
    {
        for (var i = text.IndexOf('*', index + 1); i >= 0; i = text.IndexOf('*', i + 1))
        {
            if (words[i] == MarkdownDraft.Markup) return true;
        }

        return false;
    }

    private static void MarkDollars(string words, bool[] escaped)
    {
        var first = words.IndexOf('$', StringComparison.Ordinal);
        foreach (Match match in MarkdownRules.ClosingDollar().Matches(words)) escaped[match.Index] |= match.Index > first;
    }

    private static bool Touches(string words, int index) =>
        (index > 0 && words[index - 1] == MarkdownDraft.Markup) || (index + 1 < words.Length && words[index + 1] == MarkdownDraft.Markup);

    /// <summary>
    /// Readers that make links of bare addresses would show our backslashes. Such an address goes into angle brackets,
    /// where nothing is escaped; one that cannot is kept from becoming a link.
    /// </summary>
    private static Dictionary<int, int> Bracketed(string words, bool[] escaped)
    {
        var bracketed = new Dictionary<int, int>();
        foreach (Match match in MarkdownRules.BareAddress().Matches(words))
        {
            var end = match.Index + match.Length;
            var touches = end < words.Length && (words[end] == MarkdownDraft.Markup || escaped[end]);
            if (!touches && !escaped.AsSpan(match.Index, match.Length).Contains(true)) continue;

            var scheme = match.Groups["scheme"];
            var address = match.ValueSpan.TrimEnd("?!.,:;'\")]}`\\");
            if (address.Length > scheme.Length && scheme.ValueSpan[^1] == '/' && IsPlain(address))
            {
                escaped.AsSpan(match.Index, address.Length).Clear();
                // The mark that stood before a letter now stands before a bracket.
                for (var i = match.Index - 1; i >= 0 && words[i] is '\\' or '$' or '_'; i--) escaped[i] = true;
                bracketed[match.Index] = match.Index + address.Length;
            }
            else
            {
                // Others may begin within it.
                foreach (Match begin in MarkdownRules.AddressBegin().Matches(match.Value))
                    escaped[match.Index + begin.Groups["e"].Index] = true;
            }
        }

        return bracketed;
    }

    private static bool IsPlain(ReadOnlySpan<char> address) =>
        !address.ContainsAnyExceptInRange('!', '~') && !address.ContainsAny("\\`\"<>") && !MarkdownRules.Entity().IsMatch(address);

    private static string Write(string text, string words, bool[] escaped, Dictionary<int, int> bracketed)
    {
        var result = new StringBuilder(text.Length + 16);
        var until = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == until) result.Append('>');
            if (bracketed.TryGetValue(i, out var end))
            {
                until = end;
                result.Append('<');
            }

            // Even an escaped backtick lengthens the fence of code beside it.
            if (escaped[i] && text[i] == '`' && Touches(words, i)) result.Append("&#96;");
            else if (escaped[i]) result.Append('\\').Append(text[i]);
            else result.Append(text[i]);
        }

        return until == text.Length ? result.Append('>').ToString() : result.ToString();
    }
}
