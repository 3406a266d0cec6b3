namespace Sitrep.Conformance;

/// <summary>One place where a value breaks what a platform documents.</summary>
/// <param name="Path">JSON pointer into the value, like <c>/blocks/0/text</c>; empty for the value itself.</param>
/// <param name="Rule">The keyword or limit that was broken, like <c>maxLength</c>.</param>
/// <param name="Message">What is wrong, for a person.</param>
public sealed record Violation(string Path, string Rule, string Message)
{
    /// <summary><c>/blocks/0/text: longer than 3000 (maxLength)</c></summary>
    public override string ToString() => $"{(Path.Length == 0 ? "/" : Path)}: {Message} ({Rule})";

    /// <summary>The path of a part below one, with JSON pointer's two escapes.</summary>
    public static string Below(string path, string part) =>
        $"{path}/{part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
