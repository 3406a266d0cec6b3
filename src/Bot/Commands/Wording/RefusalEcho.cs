using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>Nothing that was typed is lost to whoever typed it: a refusal holds all of it.</summary>
internal static class RefusalEcho
{
    // What is longer is cut in every answer; it stands in the channel in full.
    private const int Longest = 2_000;

    /// <summary>The same refusal, with the whole typed text where a word of it is missing so far.</summary>
    public static Decision Complete(Decision decision, string typed)
    {
        var text = typed.Trim();
        if (!decision.Reply.Refused || text.Length > Longest) return decision;
        var said = Bare(decision.Reply.Message.PlainText);
        return Bare(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => said.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? decision
            : decision.Adding(Line.Of($"You typed: \"{text}\""));
    }

    // An offered command quotes its options anew.
    private static string Bare(string text) => text.Replace("\"", "", StringComparison.Ordinal).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
}
