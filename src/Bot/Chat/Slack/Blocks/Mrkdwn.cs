using System.Globalization;
using System.Text;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>
/// Lines in Slack's own markup (docs.slack.dev/messaging/formatting-message-text). What people typed is escaped, so that
/// it can neither ping nor link; links, mentions and times are built from ids alone. What it could still format is
/// <see cref="RichText"/>.
/// </summary>
internal static class Mrkdwn
{
    /// <summary>A line.</summary>
    public static string Of(Line line)
    {
        var text = new StringBuilder();
        foreach (var span in Joined(line)) Append(text, span);
        return text.ToString();
    }

    /// <summary>A line's spans, words that look alike as one: marks that touch (<c>`/``incident`</c>) are no marks to Slack.</summary>
    public static IEnumerable<Span> Joined(Line line)
    {
        Words? held = null;
        foreach (var span in line.Spans)
        {
            if (held is not null && span is Words more && more.Style == held.Style)
            {
                held = held with { Text = held.Text + more.Text };
                continue;
            }

            if (held is not null) yield return held;
            held = span as Words;
            if (held is null) yield return span;
        }

        if (held is not null) yield return held;
    }

    /// <summary>Words with the three characters escaped that Slack reads as markup of its own.</summary>
    public static string Escape(string words) =>
        words.AsSpan().IndexOfAny('&', '<', '>') < 0
            ? words
            : words
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>One span.</summary>
    public static void Append(StringBuilder text, Span span)
    {
        switch (span)
        {
            case Words words:
                // A backtick that was typed would end the code around it.
                Styled(text, Escape(words.Style.HasFlag(Style.Code) ? words.Text.Replace('`', '\u02CB') : words.Text), words.Style);
                break;
            case Mention { Ping: true } mention when SlackPeople.Knows(mention.Person):
                text.Append("<@").Append(mention.Person.Id).Append('>');
                break;
            case GroupMention { Ping: true, Group: { Platform: Platforms.Slack, IsMute: false } group } when IsId(group.Id):
                text.Append("<!subteam^").Append(group.Id).Append('>');
                break;
            case Mention or GroupMention:
                text.Append(Escape(span.PlainText));
                break;
            case ChannelName { Id: { } id } when IsId(id):
                text.Append("<#").Append(id).Append('>');
                break;
            case ChannelName channel:
                text.Append(Escape(channel.PlainText));
                break;
            case Moment moment:
                Styled(text, Date(moment), moment.Style);
                break;
            case Link link when SafeUrl.IsWeb(link.Url):
                text.Append('<').Append(Target(link.Url)).Append('|').Append(Escape(link.Text).Replace('|', '/')).Append('>');
                break;
            case Link link:
                text.Append(Escape(link.Text));
                break;
            case TypedCode code:
                text.Append(Escape(code.Typed));
                break;
            default:
                throw new InvalidOperationException($"A span without a rendering: {span.GetType().Name}");
        }
    }

    /// <summary>Whether a text is an id of Slack's, which may stand between angle brackets.</summary>
    public static bool IsId(string text) =>
        text.Length is > 1 and < 32 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    /// <summary>How a reader's own time is shown: with its date where the incident's is.</summary>
    public static string DateFormat(Moment moment) =>
        moment.Text.Contains('-', StringComparison.Ordinal) ? "{date_num} {time}" : "{time}";

    // The reader's own time first, the incident's with its zone beside it.
    private static string Date(Moment moment)
    {
        var shown = Escape(moment.Text);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<!date^{moment.At.ToUnixTimeSeconds()}^{DateFormat(moment)}|{shown}> ({shown})");
    }

    /// <summary>An address as it may stand between angle brackets.</summary>
    public static string Target(string url) => Escape(url).Replace("|", "%7C", StringComparison.Ordinal);

    // Marks count only next to a letter and within a line, so blanks and line breaks stay outside them.
    private static void Styled(StringBuilder text, string words, Style style)
    {
        var marks = style.HasFlag(Style.Code) ? "`" : (style.HasFlag(Style.Bold) ? "*" : "") + (style.HasFlag(Style.Italic) ? "_" : "");
        var core = words.AsSpan().Trim();
        if (marks.Length == 0 || core.IsEmpty)
        {
            text.Append(words);
            return;
        }

        var start = words.AsSpan().IndexOf(core);
        text.Append(words, 0, start).Append(marks).Append(core);
        for (var i = marks.Length - 1; i >= 0; i--) text.Append(marks[i]);
        text.Append(words, start + core.Length, words.Length - start - core.Length);
    }
}
