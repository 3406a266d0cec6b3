using System.Text;
using System.Text.Json;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>
/// A piece of a message as one block. Slack reads marks in mrkdwn and knows no escape for most of them, so a line in which
/// people's words could be taken for marks is rich text, which is not read
/// (docs.slack.dev/reference/block-kit/blocks/rich-text-block).
/// </summary>
internal sealed record Section(Line Line)
{
    // What a block takes besides its text, and an object in rich text.
    private const int Around = 90;
    private const int AroundObject = 90;

    /// <summary>Whether nothing in it may be read as marks.</summary>
    public bool IsRich { get; } = MarkupLike.In(Line);

    /// <summary>The most characters that it takes as JSON.</summary>
    public int Size => Around + Mrkdwn.Joined(Line).Sum(span => Cost(span) + (IsRich ? AroundObject : 0));

    /// <summary>Both as one, a line below the other.</summary>
    public Section Above(Section next) => new(Line.Then(Sitrep.Prose.Line.Typed("\n")).Then(next.Line));

    /// <summary>How many characters a text takes as JSON, where an emoji takes twelve.</summary>
    public static int Cost(string text)
    {
        var cost = text.Length;
        foreach (var c in text) cost += char.IsSurrogate(c) || c < ' ' ? 5 : c is '"' or '\\' ? 1 : 0;
        return cost;
    }

    /// <summary>How many characters a span takes as JSON.</summary>
    public static int Cost(Span span)
    {
        var markup = new StringBuilder();
        Mrkdwn.Append(markup, span);
        return Cost(markup.ToString());
    }

    /// <summary>Writes the block.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (IsRich)
        {
            RichText.Write(json, Line);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "section"u8);
        json.WriteStartObject("text"u8);
        json.WriteString("type"u8, "mrkdwn"u8);
        json.WriteString("text"u8, Mrkdwn.Of(Line));
        // Without this Slack would make links of addresses and channel names that people typed.
        json.WriteBoolean("verbatim"u8, true);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
