using System.Globalization;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>Cuts a line into shorter ones. Words are cut between graphemes, code into code; nothing else is ever cut.</summary>
internal static class MessageSplitter
{
    // An escaped character takes five, half an emoji six.
    private const int MostEscaped = 6;

    /// <summary>The pieces, in order, none empty.</summary>
    public static IEnumerable<Line> Of(Line line, int longest)
    {
        var piece = new List<Span>();
        var length = 0;
        foreach (var span in Mrkdwn.Joined(line).SelectMany(span => Short(span, longest / MostEscaped)))
        {
            var size = Section.Cost(span);
            if (length + size > longest && piece.Count > 0)
            {
                if (IsSeen(piece)) yield return new(piece);
                piece = [];
                length = 0;
            }

            piece.Add(span);
            length += size;
        }

        if (IsSeen(piece)) yield return new(piece);
    }

    private static bool IsSeen(List<Span> piece) => piece.Exists(span => !string.IsNullOrWhiteSpace(span.PlainText));

    private static IEnumerable<Span> Short(Span span, int most) => span switch
    {
        Words words when words.Text.Length > most => Cut(words.Text, most).Select(text => words with { Text = text }),
        TypedCode code when code.Typed.Length > most => Cut(code.Content, most).Select(code.With),
        _ => [span],
    };

    private static IEnumerable<string> Cut(string text, int most)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length)
            {
                var next = end + StringInfo.GetNextTextElementLength(text, end);
                if (next - start > most) break;
                end = next;
            }

            // One grapheme of a thousand accents: cut it anyhow, between surrogate pairs.
            if (end == start)
                end = Math.Min(
                    text.Length,
                    start + most - (char.IsHighSurrogate(text[Math.Min(text.Length, start + most) - 1]) ? 1 : 0));
            yield return text[start..end];
            start = end;
        }
    }
}
