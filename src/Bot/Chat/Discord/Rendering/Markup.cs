using System.Text;
using Sitrep.Prose;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>
/// Spans in Discord's markdown (docs: reference, "Message Formatting"). What people typed is escaped, so that it can
/// neither ping nor format; links, mentions and times are built from ids alone.
/// </summary>
internal static class Markup
{
    /// <summary>
    /// Words with a backslash before whatever Discord reads as markup. A bare address goes between angle brackets,
    /// where it stays whole and shows no preview.
    /// </summary>
    public static string Escape(string words)
    {
        var text = new StringBuilder(words.Length + 16);
        for (var i = 0; i < words.Length; i++)
        {
            var address = AddressAt(words, i);
            if (address > 0)
            {
                text.Append('<').Append(words, i, address).Append('>');
                i += address - 1;
                continue;
            }

            var c = words[i];
            if (c is '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '[' or ']' or '@' or '#' or ':' && IsMarkup(words, i))
                text.Append('\\');
            else if (c is '-' or '+' or '.' or ')' && BeginsList(words, i)) text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Whether a backslash may come before a character: an upper bound, whatever stands around it.</summary>
    public static bool MayEscape(char c) =>
        c is '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '[' or ']' or '@' or '#' or ':' or '-' or '+' or '.' or ')';

    /// <summary>One span that is not styled words.</summary>
    public static string Of(Span span) =>
        span switch
        {
            Mention { Ping: true } mention when DiscordPeople.Knows(mention.Person) => $"<@{mention.Person.Id}>",
            GroupMention { Ping: true, Group: { Platform: Platforms.Discord, IsMute: false } group } when Snowflake.IsOne(group.Id) =>
                $"<@&{group.Id}>",
            ChannelName { Id: { } id } when Snowflake.IsOne(id) => $"<#{id}>",
            Moment moment =>
                $"<t:{moment.At.ToUnixTimeSeconds()}:{(moment.Text.Contains('-', StringComparison.Ordinal) ? 'f' : 't')}> ({Escape(moment.Text)})",
            Link link when SafeUrl.IsWeb(link.Url) =>
                $"[{Escape(link.Text.ReplaceLineEndings(" ")).Replace("://", ":/\\/", StringComparison.Ordinal)}](<{Target(link.Url)}>)",
            _ => Escape(span.PlainText),
        };

    /// <summary>Code, whatever is in it; null where no fence can hold it.</summary>
    /// <param name="text">The code.</param>
    /// <param name="isBlock">Whether it stands in lines of its own.</param>
    public static string? Code(string text, bool isBlock = false)
    {
        if (text.Contains("```", StringComparison.Ordinal)) return null;
        if (isBlock || text.Contains('\n', StringComparison.Ordinal)) return $"```\n{text}\n```";
        if (text.Contains("``", StringComparison.Ordinal)) return null;
        if (!text.Contains('`', StringComparison.Ordinal)) return $"`{text}`";
        return $"`` {text} ``";
    }

    // A hash formats at a line's start alone, a colon in what looks like an emoji.
    private static bool IsMarkup(string words, int i) =>
        words[i] switch
        {
            '#' => i == 0 || words[i - 1] is '\n' or ' ' or '#' or '-',
            ':' => i + 1 < words.Length
                && (char.IsAsciiLetterOrDigit(words[i + 1]) || words[i + 1] is '_')
                && words.IndexOf(':', i + 1) > 0
                && !words.AsSpan(i).StartsWith("://"),
            _ => true,
        };

    private static bool BeginsList(string words, int i)
    {
        var start = i;
        while (start > 0 && words[start - 1] != '\n') start--;
        var before = words.AsSpan(start, i - start).TrimStart(' ');
        return words[i] is '-' or '+'
            ? before.IsEmpty
            : before.Length is > 0 and < 10 && before.ContainsAnyExceptInRange('0', '9') == false;
    }

    private static int AddressAt(string words, int i)
    {
        if (words[i] is not ('h' or 'H') || (i > 0 && char.IsLetterOrDigit(words[i - 1]))) return 0;
        var rest = words.AsSpan(i);
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
            return 0;
        var end = 0;
        while (end < rest.Length && rest[end] is > ' ' and < (char)127 and not ('<' or '>' or '`' or '|' or '\\' or '*' or '"')) end++;
        var address = rest[..end].TrimEnd(".,;:!?)]'");
        return SafeUrl.IsWeb(address.ToString()) && (end == rest.Length || char.IsWhiteSpace(rest[end]) || address.Length < end)
            ? address.Length
            : 0;
    }

    // Between the angle brackets of a link nothing but these ends it.
    private static string Target(string url) =>
        url.Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .ReplaceLineEndings("%0A");
}
