using System.Globalization;
using System.Text;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>Cuts a line into pieces of markup. Words are cut between graphemes; nothing else is ever cut.</summary>
internal static class MessageSplitter
{
    /// <summary>The pieces, in order, none empty.</summary>
    public static IEnumerable<string> Of(Line line, int longest)
    {
        var piece = new StringBuilder();
        var length = 0;
        foreach (var span in Mrkdwn.Joined(line).SelectMany(span => Short(span, longest)))
        {
            var markup = new StringBuilder();
            Mrkdwn.Append(markup, span);
            var size = Sections.Cost(markup.ToString());
            if (length + size > longest && piece.Length > 0)
            {
                if (piece.ToString() is { } full && !string.IsNullOrWhiteSpace(full)) yield return full;
                piece.Clear();
                length = 0;
            }

            piece.Append(markup);
            length += size;
        }

        if (piece.ToString() is { } last && !string.IsNullOrWhiteSpace(last)) yield return last;
    }

    // An escaped character takes five, half an emoji six.
    private static IEnumerable<Span> Short(Span span, int longest)
    {
        if (span is not Words words || words.Text.Length * 6 <= longest)
        {
            yield return span;
            yield break;
        }

        var most = longest / 6;
        for (var start = 0; start < words.Text.Length;)
        {
            var end = start;
            while (end < words.Text.Length)
            {
                var next = end + StringInfo.GetNextTextElementLength(words.Text, end);
                if (next - start > most) break;
                end = next;
            }

            // One grapheme of a thousand accents: cut it anyhow, between surrogate pairs.
            if (end == start)
                end = Math.Min(
                    words.Text.Length,
                    start + most - (char.IsHighSurrogate(words.Text[Math.Min(words.Text.Length, start + most) - 1]) ? 1 : 0));
            yield return words with { Text = words.Text[start..end] };
            start = end;
        }
    }
}
