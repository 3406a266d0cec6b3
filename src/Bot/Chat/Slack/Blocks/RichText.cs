using System.Text.Json;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>A line as a rich text block: what is said is data, and Slack looks for no marks in it.</summary>
internal static class RichText
{
    /// <summary>Writes the block.</summary>
    public static void Write(Utf8JsonWriter json, Line line)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "rich_text"u8);
        json.WriteStartArray("elements"u8);
        var words = new List<Span>();
        foreach (var span in Mrkdwn.Joined(line))
        {
            if (span is not TypedCode { IsBlock: true } code)
            {
                words.Add(span);
                continue;
            }

            // The block begins a line by itself, and the next one behind it.
            WriteSection(json, Beside(words, text => text.TrimEnd('\n'), ^1));
            WriteCode(json, code.Content);
            words.Clear();
            words.Add(new Words(""));
        }

        WriteSection(json, words is [Words { Text: "" }, ..] ? Beside(words[1..], text => text.TrimStart('\n'), 0) : words);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static List<Span> Beside(List<Span> words, Func<string, string> trimmed, Index at)
    {
        if (words.Count > 0 && words[at] is Words edge) words[at] = edge with { Text = trimmed(edge.Text) };
        return words;
    }

    private static void WriteSection(Utf8JsonWriter json, List<Span> spans)
    {
        var seen = spans.Where(span => span.PlainText.Length > 0).ToList();
        if (seen.Count == 0) return;
        json.WriteStartObject();
        json.WriteString("type"u8, "rich_text_section"u8);
        json.WriteStartArray("elements"u8);
        foreach (var span in seen) Write(json, span);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCode(Utf8JsonWriter json, string code)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "rich_text_preformatted"u8);
        json.WriteStartArray("elements"u8);
        WriteText(json, code, Style.None);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Span span)
    {
        switch (span)
        {
            case Words words:
                WriteText(json, words.Text, words.Style);
                break;
            case TypedCode code:
                WriteText(json, code.Content, Style.Code);
                break;
            case Mention { Ping: true } mention when SlackPeople.Knows(mention.Person):
                WriteObject(json, "user", "user_id", mention.Person.Id);
                break;
            case GroupMention { Ping: true, Group: { Platform: Platforms.Slack, IsMute: false } group } when Mrkdwn.IsId(group.Id):
                WriteObject(json, "usergroup", "usergroup_id", group.Id);
                break;
            case ChannelName { Id: { } id } when Mrkdwn.IsId(id):
                WriteObject(json, "channel", "channel_id", id);
                break;
            case Moment moment:
                WriteMoment(json, moment);
                break;
            case Link link when SafeUrl.IsWeb(link.Url):
                WriteObject(json, "link", "url", link.Url, link.Text);
                break;
            default:
                WriteText(json, span.PlainText, Style.None);
                break;
        }
    }

    // The reader's own time first, the incident's with its zone beside it.
    private static void WriteMoment(Utf8JsonWriter json, Moment moment)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "date"u8);
        json.WriteNumber("timestamp"u8, moment.At.ToUnixTimeSeconds());
        json.WriteString("format"u8, Mrkdwn.DateFormat(moment));
        json.WriteString("fallback"u8, moment.Text);
        WriteStyle(json, moment.Style);
        json.WriteEndObject();
        WriteText(json, $" ({moment.Text})", moment.Style);
    }

    private static void WriteObject(Utf8JsonWriter json, string type, string key, string value, string? text = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString(key, value);
        if (text is { Length: > 0 }) json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string text, Style style)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, text);
        WriteStyle(json, style);
        json.WriteEndObject();
    }

    private static void WriteStyle(Utf8JsonWriter json, Style style)
    {
        if (style == Style.None) return;
        json.WriteStartObject("style"u8);
        if (style.HasFlag(Style.Bold)) json.WriteBoolean("bold"u8, true);
        if (style.HasFlag(Style.Italic)) json.WriteBoolean("italic"u8, true);
        if (style.HasFlag(Style.Strike)) json.WriteBoolean("strike"u8, true);
        if (style.HasFlag(Style.Code)) json.WriteBoolean("code"u8, true);
        json.WriteEndObject();
    }
}
