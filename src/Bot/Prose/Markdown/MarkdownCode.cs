using System.Text.RegularExpressions;

namespace Sitrep.Prose.Markdown;

/// <summary>Fixed-width words: fenced by one backtick more than they hold themselves.</summary>
internal static partial class MarkdownCode
{
    public static string Of(string code)
    {
        var longest = Backticks().Matches(code).Select(run => run.Length).DefaultIfEmpty(0).Max();
        var shortest = Enumerable.Range(1, longest + 1).First(length => Backticks().Matches(code).All(run => run.Length != length));
        var fence = new string('`', shortest);
        // A parser takes one blank from either end, which also parts a backtick of the code from the fence.
        var blank = code[0] is '`' or ' ' || code[^1] is '`' or ' ' ? " " : "";
        return fence + blank + code + blank + fence;
    }

    /// <summary>Lines of code of their own. No fence within them is as long as the one around them.</summary>
    public static string Block(TypedCode code)
    {
        var longest = Backticks().Matches(code.Code).Select(run => run.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}{code.Language}\n{code.Code}\n{fence}";
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
