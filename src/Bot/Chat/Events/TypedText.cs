using System.Text;

namespace Sitrep.Chat.Events;

/// <summary>
/// Text as people's devices send it, made safe to keep: what no reader can see or what would turn other people's text
/// around is taken out, everything else stays to the letter.
/// </summary>
internal static class TypedText
{
    /// <summary>Cleans a text and says what was dropped.</summary>
    /// <returns>The text, and a sentence for the answer; null where nothing was dropped.</returns>
    public static (string Text, string? Dropped) Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !HasSpecial(text)) return (text, null);
        var kept = new StringBuilder(text.Length);
        int invisible = 0, broken = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept.Append(c).Append(text[++i]);
                else
                {
                    kept.Append('\uFFFD');
                    broken++;
                }
            }
            else if (IsDropped(c)) invisible++;
            else kept.Append(c);
        }

        var said = (invisible, broken) switch
        {
            (0, 0) => null,
            (_, 0) => $"Left out: {invisible} invisible control or direction characters.",
            (0, _) => $"Replaced: {broken} broken characters.",
            _ => $"Left out: {invisible} invisible control or direction characters. Replaced: {broken} broken ones.",
        };
        return (kept.ToString(), said);
    }

    private static bool HasSpecial(string text)
    {
        foreach (var c in text)
            if (char.IsSurrogate(c) || IsDropped(c)) return true;
        return false;
    }

    // Controls but line break and tab; the overrides and isolates that turn the direction of what follows.
    private static bool IsDropped(char c) =>
        (c < ' ' && c is not ('\n' or '\t' or '\r'))
        || c is '\u007F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
