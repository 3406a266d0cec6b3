using System.Text;
using System.Text.RegularExpressions;

namespace Sitrep.Incidents.Guesses;

/// <summary>A part of a sentence that says one thing.</summary>
/// <param name="Words">Its words in lower case, each with one space on both sides.</param>
/// <param name="IsQuestion">Whether it ends with a question mark.</param>
internal sealed partial record Clause(string Words, bool IsQuestion)
{
    /// <summary>A text's clauses.</summary>
    public static IReadOnlyList<Clause> Of(string text) =>
        [.. Break().Split(text).Select(part => new Clause(Plain(part), part.TrimEnd().EndsWith('?')))];

    /// <summary>A phrase, as whole words; null where it is not there.</summary>
    public Phrase? Find(string phrase)
    {
        var at = Words.IndexOf($" {phrase} ", StringComparison.Ordinal);
        return at < 0 ? null : new(phrase, Words[..(at + 1)], Words[(at + 1 + phrase.Length)..]);
    }

    private static string Plain(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) words.Append(char.ToLowerInvariant(c));
            else if (words[^1] != ' ') words.Append(' ');
        }

        if (words[^1] != ' ') words.Append(' ');
        return words.ToString();
    }

    // A question keeps its mark.
    [GeneratedRegex(
        @"(?<=\?)\s+|[.!;,:](?=\s|$)|\n|\s[-–—]+\s|\s(?=(?:but|and|so|then|because|after|while|which|although|though)\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Break();
}

/// <summary>A phrase found in a clause.</summary>
/// <param name="Text">The phrase.</param>
/// <param name="Before">The clause's words before it.</param>
/// <param name="Behind">The clause's words behind it.</param>
internal sealed record Phrase(string Text, string Before, string Behind);
