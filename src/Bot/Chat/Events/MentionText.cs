namespace Sitrep.Chat.Events;

/// <summary>Finds <c>@name</c> in a text. Names may hold blanks where they are known; others end with the word.</summary>
internal static class MentionText
{
    private const int MostWords = 5;

    /// <summary>Names by which a chat calls everybody who is there. They are nobody's.</summary>
    public static IReadOnlyList<string> Broadcasts { get; } = ["here", "channel", "everyone", "all"];

    /// <summary>The mention that begins at a place; null where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place of its <c>@</c>.</param>
    /// <param name="names">Names that are known, without <c>@</c>; the longest that stands there is meant.</param>
    public static MentionAt? At(string text, int start, IEnumerable<string> names)
    {
        if (!Begins(text, start)) return null;
        var from = start + 1;
        var known = names.Where(name => Stands(text, from, name)).MaxBy(name => name.Length);
        if (known is not null) return new(start, known.Length + 1, text.Substring(from, known.Length));
        var end = EndOfName(text, from);
        return end == from ? null : new(start, end - start, text[from..end]);
    }

    /// <summary>Every mention of a text, in its order.</summary>
    public static IReadOnlyList<MentionAt> In(string text, IReadOnlyList<string> names)
    {
        var found = new List<MentionAt>();
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i, names) is not { } mention) continue;
            found.Add(mention);
            i += mention.Length - 1;
        }

        return found;
    }

    /// <summary>Every name that may be meant behind an <c>@</c>, those with blanks in it too: for looking them up.</summary>
    public static IEnumerable<string> Candidates(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Begins(text, i)) continue;
            var end = i + 1;
            for (var words = 0; words < MostWords && end < text.Length; words++)
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
                var name = text[(i + 1)..end];
                yield return name;
                var bare = name.TrimEnd(',', ';', ':', '.', '!', '?', ')', '/', '&', '+');
                if (bare.Length < name.Length) yield return bare;
                if (words == 0 && EndOfName(text, i + 1) is var plain && plain > i + 1 && plain < end) yield return text[(i + 1)..plain];
                while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            }
        }
    }

    // An address of mail (ana@example.org) mentions nobody.
    private static bool Begins(string text, int at) =>
        text[at] is '@' or '＠'
        && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-') || IsChained(text, at));

    // "@one@two": people do write no blank between two mentions.
    private static bool IsChained(string text, int at) =>
        text.LastIndexOfAny(['@', '＠'], at - 1) is >= 0 and var before && Begins(text, before) && EndOfName(text, before + 1) == at;

    private static bool Stands(string text, int from, string name) =>
        name.Length > 0
        && string.Compare(text, from, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (from + name.Length is var end && (end == text.Length || !IsInName(text[end]) || (text[end] is '.' && EndsSentence(text, end))));

    private static int EndOfName(string text, int from)
    {
        var end = from;
        while (end < text.Length && IsInName(text[end])) end++;
        while (end > from && text[end - 1] is '.' or '-' or '\'' or '’') end--;
        return end > from + 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’' ? end - 2 : end;
    }

    private static bool IsInName(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '-' or '.' or '\'' or '’';

    private static bool EndsSentence(string text, int at) => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]);
}

/// <summary>A mention in a text.</summary>
/// <param name="Start">Where its <c>@</c> stands.</param>
/// <param name="Length">How many characters it takes, with the <c>@</c>.</param>
/// <param name="Name">The name, without <c>@</c>, as typed.</param>
internal sealed record MentionAt(int Start, int Length, string Name)
{
    /// <summary>Its end.</summary>
    public int End => Start + Length;

    /// <summary>Whether it calls everybody who is there, and so nobody.</summary>
    public bool IsBroadcast => MentionText.Broadcasts.Contains(Name, StringComparer.OrdinalIgnoreCase);
}
