using System.Globalization;
using System.Text;

namespace Sitrep.Prose.Html;

/// <summary>
/// Blocks as an HTML fragment, for the built-in chat and the exported page. Everything is encoded; nothing typed
/// becomes an element.
/// </summary>
internal static class HtmlWriter
{
    /// <summary>Writes a fragment.</summary>
    public static string Of(IReadOnlyList<Block> blocks) => string.Concat(blocks.Select(Block));

    /// <summary>One line's spans, without a block around them.</summary>
    // Neighbours in one style are one run: `/` and a typed word behind it read as one word. Typed tags are encoded.
    public static string Of(Line line) => string.Concat(line.Spans.Select(Span))
        .Replace("</code><code>", "", StringComparison.Ordinal)
        .Replace("</strong><strong>", "", StringComparison.Ordinal);

    /// <summary>Text made safe for an element's content and for a quoted attribute.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0) return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }

    private static string Block(Block block) =>
        block switch
        {
            Heading heading => $"<h{heading.Level}>{Of(heading.Line)}</h{heading.Level}>\n",
            Paragraph paragraph => Flow(paragraph.Line, "<p>", "</p>\n"),
            ListBlock list =>
                $"<{Tag(list)}{Start(list)}>\n{string.Concat(list.Items.Select(item => $"<li>{Flow(item, "", "")}</li>\n"))}</{Tag(list)}>\n",
            Picture picture => Picture(picture),
            _ => throw new InvalidOperationException($"A block without a rendering: {block.GetType().Name}"),
        };

    // Blocks of code stand beside the words, which is what HTML wants of them.
    private static string Flow(Line line, string before, string after)
    {
        var html = new StringBuilder();
        var words = new List<Span>();
        foreach (var span in line.Spans)
        {
            if (span is TypedCode { IsBlock: true } code)
            {
                Flush();
                html.Append("<pre><code>").Append(Encode(code.Content)).Append("</code></pre>").Append(after.Length > 0 ? "\n" : "");
            }
            else words.Add(span);
        }

        Flush();
        return html.ToString();

        void Flush()
        {
            // A line break beside a block is the block's.
            if (html.Length > 0 && words is [Words first, ..]) words[0] = first with { Text = first.Text.TrimStart('\r', '\n') };
            if (html.Length == 0 || words.Exists(span => span.PlainText.Length > 0))
                html.Append(before).Append(Of(new Line([.. words]))).Append(after);
            words.Clear();
        }
    }

    private static string Tag(ListBlock list) => list.Numbered ? "ol" : "ul";

    private static string Start(ListBlock list) => list is { Numbered: true, First: not 1 } ? $" start=\"{list.First}\"" : "";

    // The reader's browser fetches it, late and without saying from where; a file name leads nowhere from here.
    private static string Picture(Picture picture) =>
        SafeUrl.IsWeb(picture.Url)
            ? $"<figure><img src=\"{Encode(picture.Url)}\" alt=\"{Encode(picture.Alt)}\" loading=\"lazy\" referrerpolicy=\"no-referrer\"><figcaption>{Encode(picture.Alt.Length > 0 ? picture.Alt : picture.Url)}</figcaption></figure>\n"
            : $"<p class=\"picture\">{Encode(PlainText.Of([picture]))}</p>\n";

    private static string Span(Span span) =>
        span switch
        {
            Words words => Styled(Text(words.Text), words.Style),
            TypedCode code => $"<code>{Text(code.Content)}</code>",
            Moment moment => Styled(
                $"<time datetime=\"{moment.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">{Text(moment.Text)}</time>",
                moment.Style),
            Mention or GroupMention => $"<span class=\"person\">{Text(span.PlainText)}</span>",
            ChannelName channel => $"<span class=\"channel\" data-channel=\"{Encode(channel.Name)}\">{Text(channel.PlainText)}</span>",
            Link link => SafeUrl.IsWeb(link.Url)
                ? $"<a href=\"{Encode(link.Url)}\" rel=\"noreferrer noopener\">{Text(link.Text)}</a>"
                : Text($"{link.Text} ({link.Url})"),
            _ => throw new InvalidOperationException($"A span without a rendering: {span.GetType().Name}"),
        };

    // Marks that turn the writing direction round must not reach the words after them.
    private static string Text(string words)
    {
        var text = Encode(words).ReplaceLineEndings("<br>");
        return words.Any(c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) ? $"<bdi>{text}</bdi>" : text;
    }

    private static string Styled(string html, Style style)
    {
        if (style.HasFlag(Style.Code)) html = $"<code>{html}</code>";
        if (style.HasFlag(Style.Strike)) html = $"<del>{html}</del>";
        if (style.HasFlag(Style.Italic)) html = $"<em>{html}</em>";
        return style.HasFlag(Style.Bold) ? $"<strong>{html}</strong>" : html;
    }
}
