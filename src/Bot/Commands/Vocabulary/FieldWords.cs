using System.Collections.Frozen;
using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Vocabulary;

/// <summary>The postmortem's fields as people call them.</summary>
internal static class FieldWords
{
    private static readonly FrozenDictionary<string, string> _words = new Dictionary<string, string>
    {
        ["description"] = "summary",
        ["overview"] = "summary",
        ["customer-impact"] = "impact",
        ["users"] = "affected",
        ["detected"] = "detection",
        ["cause"] = "root-cause",
        ["rca"] = "root-cause",
        ["fix"] = "resolution",
        ["component"] = "service",
        ["system"] = "service",
        ["timezone"] = "zone",
        ["time-zone"] = "zone",
        ["tz"] = "zone",
        ["start"] = "started",
        ["began"] = "started",
        ["end"] = "ended",
        ["impact-end"] = "impact-ended",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[][] _apart = [["root", "cause", "summary"], ["root", "cause"], ["impact", "ended"], ["time", "zone"]];

    /// <summary>Reads a field and leaves the text behind it: <c>root cause a bad rule</c>.</summary>
    /// <returns>The field as a known name has it, or the word as typed where it is none.</returns>
    public static (string Field, string Text) Read(string word, string text)
    {
        foreach (var words in _apart)
            if (WordMeaning.Same(words[0], word) && Behind(words[1..], text) is { } rest) return (Read(string.Join('-', words)), rest);
        return (Read(word), text);
    }

    private static string Read(string word)
    {
        var name = word.TrimEnd(':', '=').Replace('_', '-').ToLowerInvariant();
        return _words.GetValueOrDefault(name, name);
    }

    private static string? Behind(IEnumerable<string> words, string text)
    {
        foreach (var word in words)
        {
            if (!WordMeaning.Same(EdgeWords.First(text).TrimEnd(':'), word)) return null;
            text = EdgeWords.AfterFirst(text);
        }

        return text;
    }
}
