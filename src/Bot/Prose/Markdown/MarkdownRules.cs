using System.Text.RegularExpressions;

namespace Sitrep.Prose.Markdown;

/// <summary>
/// What words must not look like, each with the character (group <c>e</c>) whose escape undoes it. In these patterns
/// U+0001 stands for markup of our own. See the CommonMark specification 0.31 and GitHub's additions to it.
/// </summary>
internal static partial class MarkdownRules
{
    /// <summary>Rules for words anywhere.</summary>
    public static IReadOnlyList<Regex> Anywhere { get; } =
        [Backslash(), Underscores(), Strikethrough(), Tag(), MailLink(), LinkText(), PictureMark(), Entity(), CheckBox()];

    /// <summary>Rules for the beginning of a line, where blocks begin.</summary>
    public static IReadOnlyList<Regex> AtLineStart { get; } =
        [Quote(), Hashes(), Bullet(), Number(), Underline(), TableRow(), TildeFence(), FormulaFence()];

    /// <summary>Rules for a heading's end.</summary>
    public static IReadOnlyList<Regex> AtHeadingEnd { get; } = [ClosingHashes()];

    [GeneratedRegex(@"(?<e>&)(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")]
    public static partial Regex Entity();

    /// <summary>Asterisks that could open or close something: not those with blanks on both sides.</summary>
    [GeneratedRegex(@"(?<=[^ \t\n\f])\*|\*(?=[^ \t\n\f])")]
    public static partial Regex Asterisk();

    /// <summary>Dollars that could close a formula, if one was opened before them.</summary>
    [GeneratedRegex(@"\$(?![\p{L}\p{N}])")]
    public static partial Regex ClosingDollar();

    /// <summary>Addresses, which many readers turn into links and read raw up to the next blank.</summary>
    [GeneratedRegex(@"(?<scheme>(?:https?|ftp)://|www\.)[^\s<\u0001]+", RegexOptions.IgnoreCase)]
    public static partial Regex BareAddress();

    /// <summary>The sign in an address without which no reader makes a link of it.</summary>
    [GeneratedRegex(@"(?<e>:)//|www(?<e>\.)", RegexOptions.IgnoreCase)]
    public static partial Regex AddressBegin();

    [GeneratedRegex(@"(?<e>\\)(?=[!-/:-@\[-`{-~\u0001]|$)", RegexOptions.Multiline)]
    private static partial Regex Backslash();

    // Within a word (snake_case) they mean nothing.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_])(?<e>_)+|(?<!_)(?<e>_)+(?![\p{L}\p{N}_])")]
    private static partial Regex Underscores();

    // Only what could close: "~5 minutes" and "~/logs" stay.
    [GeneratedRegex(@"(?<=[^ \t\n\f])(?<e>~)")]
    private static partial Regex Strikethrough();

    [GeneratedRegex(@"(?<e><)(?=[A-Za-z/!?])")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<e><)(?=[^\s<>]+@[^\s<>]*>)")]
    private static partial Regex MailLink();

    // [text](url) and, at a line's start, [name]: url. Without definitions, brackets alone link nothing.
    [GeneratedRegex(@"(?<e>\])(?=[(:\u0001])")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"(?<e>!)(?=\u0001)")]
    private static partial Regex PictureMark();

    [GeneratedRegex(@"^[ \t]*(?<e>>)", RegexOptions.Multiline)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^[ \t]*(?<e>#)#{0,5}(?=[ \t]|$)", RegexOptions.Multiline)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"^[ \t]*(?<e>[-+*])(?=[ \t]|$)", RegexOptions.Multiline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[ \t]*[0-9]{1,9}(?<e>[.)])(?=[ \t]|$)", RegexOptions.Multiline)]
    private static partial Regex Number();

    // The line under a heading, a rule across the page.
    [GeneratedRegex(@"^[ \t]*(?<e>[=\-|:])[=\-|: \t]*$", RegexOptions.Multiline)]
    private static partial Regex Underline();

    // A line with bars and a dash could be taken for the second row of a table.
    [GeneratedRegex(@"\n(?=[^\n]*-)(?:[^|\n]*(?<e>\|))+")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^[ \t]*(?<e>~)~~", RegexOptions.Multiline)]
    private static partial Regex TildeFence();

    [GeneratedRegex(@"^[ \t]*(?<e>\$)\$", RegexOptions.Multiline)]
    private static partial Regex FormulaFence();

    // GitHub wants it first in an item; other readers take it anywhere in one.
    [GeneratedRegex(@"(?<e>\[)[ xX]\]")]
    private static partial Regex CheckBox();

    [GeneratedRegex(@"(?:^|[ \t])(?<e>#)#*[ \t]*$")]
    private static partial Regex ClosingHashes();
}
