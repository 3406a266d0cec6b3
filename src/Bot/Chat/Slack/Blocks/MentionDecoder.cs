using System.Text;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>
/// Slack's own marks in what people typed, as plain words: <c>&lt;@U1|ana&gt;</c> becomes <c>@ana</c>
/// (docs.slack.dev/messaging/formatting-message-text, "Retrieving messages").
/// </summary>
internal static class MentionDecoder
{
    /// <summary>The ids of those whom a text mentions without saying their names.</summary>
    public static IReadOnlyList<string> Ids(string text)
    {
        var ids = new List<string>();
        for (var i = text.IndexOf("<@", StringComparison.Ordinal); i >= 0; i = text.IndexOf("<@", i + 2, StringComparison.Ordinal))
            if (text.IndexOf('>', i) is var close and > 0 && text[(i + 2)..close] is var id && Mrkdwn.IsId(id)) ids.Add(id);
        return ids;
    }

    /// <summary>The text as the person saw it.</summary>
    /// <param name="text">As Slack sends it.</param>
    /// <param name="name">The name of somebody or of a group, without <c>@</c>.</param>
    public static string Plain(string text, Func<MentionMark, string> name)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && text.IndexOf('>', i) is var close and > 0 && IsMark(text.AsSpan(i + 1, close - i - 1)))
            {
                Append(plain, text.AsSpan(i + 1, close - i - 1), name);
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

    private static void Append(StringBuilder plain, ReadOnlySpan<char> mark, Func<MentionMark, string> name)
    {
        var bar = mark.IndexOf('|');
        var target = bar < 0 ? mark : mark[..bar];
        var label = bar < 0 ? [] : mark[(bar + 1)..];
        switch (target)
        {
            case ['@', ..]:
                Append(plain, name(Mark(target[1..], label, isGroup: false)));
                break;
            case ['!', 's', 'u', 'b', 't', 'e', 'a', 'm', '^', .. var group]:
                Append(plain, name(Mark(group, label, isGroup: true)));
                break;
            case ['#', ..]:
                plain.Append('#').Append(label.IsEmpty ? target[1..] : label.TrimStart('#'));
                break;
            case ['!', ..]:
                Append(plain, target, label);
                break;
            default:
                plain.Append(label.IsEmpty ? target : label);
                if (!label.IsEmpty && !IsOwnLabel(target, label)) plain.Append(" (").Append(target).Append(')');
                break;
        }
    }

    private static MentionMark Mark(ReadOnlySpan<char> id, ReadOnlySpan<char> label, bool isGroup) =>
        new(id.ToString(), label.IsEmpty ? null : label.TrimStart('@').ToString(), isGroup);

    // Behind an option's key a name with a blank in it must stay one value; "to:" is read with the names at hand.
    private static void Append(StringBuilder plain, string name)
    {
        var isValue = name.Any(char.IsWhiteSpace)
            && plain.Length > 0
            && plain[^1] == ':'
            && !plain.ToString().EndsWith("to:", StringComparison.OrdinalIgnoreCase);
        plain.Append(isValue ? "\"@" : "@").Append(name);
        if (isValue) plain.Append('"');
    }

    // Slack makes links of what people typed without a scheme: api.example.com, ana@example.com.
    private static bool IsOwnLabel(ReadOnlySpan<char> target, ReadOnlySpan<char> label)
    {
        var bare = target[(target.IndexOf(':') + 1)..].TrimStart('/').TrimEnd('/');
        return target.Equals(label, StringComparison.OrdinalIgnoreCase)
            || bare.Equals(label.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }

    // <!here>, <!date^…|fallback>.
    private static void Append(StringBuilder plain, ReadOnlySpan<char> target, ReadOnlySpan<char> label)
    {
        if (!label.IsEmpty) plain.Append(label);
        else if (target.StartsWith("!date^", StringComparison.Ordinal)) plain.Append(Moment(target));
        else if (target.IndexOf('^') is var caret and > 0) plain.Append('@').Append(target[(caret + 1)..]);
        else plain.Append('@').Append(target[1..]);
    }

    // A date without words of its own: its seconds.
    private static string Moment(ReadOnlySpan<char> target)
    {
        var rest = target["!date^".Length..];
        var end = rest.IndexOf('^');
        return UnixSeconds.Words(end < 0 ? rest : rest[..end]);
    }
}
