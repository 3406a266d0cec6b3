using System.Text.RegularExpressions;

namespace Sitrep.Prose;

/// <summary>
/// Code that a person typed between backticks: a log, a stack trace, a command. It is code wherever it is shown, with its
/// spaces and line breaks, and nothing in it means anything else.
/// </summary>
/// <param name="Typed">To the letter, with its backticks; <see cref="TypedSpans"/> finds it.</param>
internal sealed partial record TypedCode(string Typed) : Span
{
    private const string Fence = "```";

    public override string PlainText => Typed;

    /// <summary>Whether it stands in lines of its own: three backticks or more around it.</summary>
    public bool IsBlock => Typed.StartsWith(Fence, StringComparison.Ordinal);

    /// <summary>The language that the first line of a block names, for readers that know such a line; empty for none.</summary>
    public string Language => IsBlock ? FirstLine().Match(Inner).Groups["name"].Value : "";

    /// <summary>The code without that line.</summary>
    public string Code => Content[(Language.Length > 0 ? Language.Length + 1 : 0)..];

    /// <summary>All that stands between the backticks: without the line breaks that are the fence's, or the blanks beside two.</summary>
    public string Content
    {
        get
        {
            var inner = Inner;
            if (!IsBlock) return inner.Length > 2 && inner[0] == ' ' && inner[^1] == ' ' ? inner[1..^1] : inner;
            var start = inner.StartsWith('\n') ? 1 : 0;
            return inner.EndsWith('\n') && inner.Length > start + 1 ? inner[start..^1] : inner[start..];
        }
    }

    private string Inner => Typed.Trim('`').ReplaceLineEndings("\n");

    /// <summary>Code of the same kind; of a long one, a piece.</summary>
    public TypedCode With(string content) => new(IsBlock ? $"{Fence}\n{content}\n{Fence}" : Beside(content));

    // Two backticks hold one.
    private static string Beside(string content) => content.Contains('`', StringComparison.Ordinal) ? $"`` {content} ``" : $"`{content}`";

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9_+#.-]{1,20})\n(?=.*\S)", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex FirstLine();
}
