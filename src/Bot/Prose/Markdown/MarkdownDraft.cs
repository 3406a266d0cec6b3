using System.Text;

namespace Sitrep.Prose.Markdown;

/// <summary>A line being written: characters, each either markup of our own or somebody's words, which get escaped at the end.</summary>
internal sealed class MarkdownDraft
{
    /// <summary>Stands for a character of our own markup while words are looked at.</summary>
    public const char Markup = '\u0001';

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _words = new();

    /// <summary>Markup, written as it is.</summary>
    public MarkdownDraft Own(string markup)
    {
        _text.Append(markup);
        _words.Append(Markup, markup.Length);
        return this;
    }

    /// <summary>Words, escaped where they would be read as markup.</summary>
    public MarkdownDraft Typed(ReadOnlySpan<char> words)
    {
        _text.Append(words);
        var start = _words.Length;
        // Nobody types that character, but nobody is kept from it.
        _words.Append(words).Replace(Markup, '\u0002', start, words.Length);
        return this;
    }

    /// <summary>Words between the brackets of a link, which no bracket of theirs may close, and where no other link may begin.</summary>
    public MarkdownDraft InBrackets(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var beginsLink = (words[i] == ':' && words.AsSpan(i).StartsWith("://"))
                || (words[i] == '.' && words.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase));
            if (words[i] is '[' or ']' || beginsLink) Own("\\" + words[i]);
            else Typed(words.AsSpan(i, 1));
        }

        return this;
    }

    /// <summary>Words with a look, or without it where Markdown cannot give it to them in this place.</summary>
    public MarkdownDraft Styled(string words, Style style, char next)
    {
        var core = words.AsSpan().Trim(" \t\n\f");
        if (style == Style.None || core.IsEmpty || core.Contains('\n')) return Typed(words);

        var start = words.AsSpan().IndexOf(core);
        var before = start > 0 ? ' ' : _words.Length > 0 ? _words[^1] : '\n';
        var after = start + core.Length < words.Length ? ' ' : next;
        var free = (before == Markup || IsOpen(before)) && IsOpen(after);
        // An address may yet get brackets, so its last letter says nothing.
        var fits =
            free || (char.IsLetterOrDigit(core[0]) && char.IsLetterOrDigit(core[^1]) && !core.Contains("://", StringComparison.Ordinal));
        if (!fits || (before == Markup && _text[^1] is '*' or '_')) return Typed(words);

        var bold = style.HasFlag(Style.Bold) ? "**" : "";
        var italic = !style.HasFlag(Style.Italic) ? "" : free ? "_" : "*";
        return Typed(words.AsSpan(0, start)).Own(bold + italic).Typed(core).Own(italic + bold).Typed(words.AsSpan(start + core.Length));
    }

    /// <summary>The line with its words escaped.</summary>
    public string Escaped(bool inHeading) => MarkdownEscapes.Apply(_text.ToString(), _words.ToString(), inHeading);

    /// <summary>Beside blanks and punctuation a delimiter opens and closes whatever its words begin with.</summary>
    private static bool IsOpen(char c) => c is ' ' or '\t' or '\n' or '\f' || (char.IsAscii(c) && char.IsPunctuation(c));
}
