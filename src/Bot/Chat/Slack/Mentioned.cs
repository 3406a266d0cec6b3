using System.Text;

namespace Sitrep.Chat.Slack;

/// <summary>
/// Slack's own marks in what people typed, as plain words: <c>&lt;@U1|ana&gt;</c> becomes <c>@ana</c>
/// (docs.slack.dev/messaging/formatting-message-text, "Retrieving messages").
/// </summary>
internal static class Mentioned
{
    /// <summary>The text as the person saw it.</summary>
    public static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && text.IndexOf('>', i) is var close and > 0 && IsMark(text.AsSpan(i + 1, close - i - 1)))
            {
                Append(plain, text.AsSpan(i + 1, close - i - 1));
                i = close;
            }
            else plain.Append(text[i]);
        }

        // The ampersand last: "&amp;lt;" was typed as "&lt;".
        return plain.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
    }

    // Anything else between angle brackets was typed by a person, in an app whose commands are not escaped.
    private static bool IsMark(ReadOnlySpan<char> mark) =>
        mark is ['@' or '#' or '!', _, ..]
        || mark.StartsWith("http://", StringComparison.Ordinal) || mark.StartsWith("https://", StringComparison.Ordinal)
        || mark.StartsWith("mailto:", StringComparison.Ordinal) || mark.StartsWith("tel:", StringComparison.Ordinal);

    private static void Append(StringBuilder plain, ReadOnlySpan<char> mark)
    {
        var bar = mark.IndexOf('|');
        var target = bar < 0 ? mark : mark[..bar];
        var label = bar < 0 ? [] : mark[(bar + 1)..];
        switch (target)
        {
            case ['@', ..]:
                plain.Append('@').Append(label.IsEmpty ? target[1..] : label.TrimStart('@'));
                break;
            case ['#', ..]:
                plain.Append('#').Append(label.IsEmpty ? target[1..] : label.TrimStart('#'));
                break;
            case ['!', ..]:
                Append(plain, target, label);
                break;
            default:
                plain.Append(target.StartsWith("mailto:", StringComparison.Ordinal) && !label.IsEmpty ? label : target);
                break;
        }
    }

    // <!here>, <!subteam^S1|@oncall>, <!date^…|fallback>.
    private static void Append(StringBuilder plain, ReadOnlySpan<char> target, ReadOnlySpan<char> label)
    {
        if (!label.IsEmpty) plain.Append(label);
        else if (target.IndexOf('^') is var caret and > 0) plain.Append('@').Append(target[(caret + 1)..]);
        else plain.Append('@').Append(target[1..]);
    }
}
