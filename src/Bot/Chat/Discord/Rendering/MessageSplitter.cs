using System.Text;
using Sitrep.Prose;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>
/// Blocks as texts that Discord takes, each shorter than its limit. A cut never falls into a word or a grapheme, and
/// whatever is open at a cut, a fence of code too, is closed before it and opened again behind it.
/// </summary>
internal static class MessageSplitter
{
    /// <summary>A message takes 2,000 characters; the rest is room for what nobody thought of.</summary>
    public const int Longest = 1_900;

    // Opening and closing the longest mark: a fence with its line breaks.
    private const int Marks = 9;

    /// <summary>The pieces, in order, none empty.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Block> blocks, int longest = Longest)
    {
        var pieces = new List<string>();
        var piece = new List<TextFragment>();
        var length = 0;
        foreach (var block in blocks)
        {
            var atoms = Atoms(block, longest / 4).ToList();
            // A block that fits into a message of its own is not torn apart for the sake of the one before it.
            if (length > longest / 2 && length + Length(atoms) > longest && Length(atoms) <= longest) Flush();
            if (piece.Count > 0) Add(TextFragment.Break);
            foreach (var atom in atoms) Add(atom);
        }

        Flush();
        return pieces;

        void Add(TextFragment atom)
        {
            var more = Cost(atom, piece.Count > 0 ? piece[^1] : null);
            if (length + more > longest)
            {
                Flush();
                more = Cost(atom, null);
            }

            piece.Add(atom);
            length += more;
        }

        void Flush()
        {
            var text = Write(piece).Trim('\n', ' ');
            if (!string.IsNullOrWhiteSpace(text)) pieces.Add(text);
            piece.Clear();
            length = 0;
        }
    }

    private static int Length(List<TextFragment> atoms)
    {
        var length = 0;
        for (var i = 0; i < atoms.Count; i++) length += Cost(atoms[i], i > 0 ? atoms[i - 1] : null);
        return length;
    }

    private static int Cost(TextFragment atom, TextFragment? before) => atom.Most + (atom.LooksLike(before) ? 0 : Marks);

    private static IEnumerable<TextFragment> Atoms(Block block, int longest) =>
        block switch
        {
            Heading heading => TextFragment
                .Of(heading.Line, longest)
                .Prepend(new(new string('#', Math.Clamp(heading.Level, 1, 3)) + " ", Style.None, false)),
            Paragraph paragraph => TextFragment.Of(paragraph.Line, longest),
            ListBlock list => list.Items.SelectMany(
                (item, i) =>
                    TextFragment
                        .Of(item, longest)
                        .Prepend(new($"{(i > 0 ? "\n" : "")}{(list.Numbered ? $"{list.First + i}." : "-")} ", Style.None, false))),
            Picture picture when SafeUrl.IsWeb(picture.Url) =>
            [
                new(Markup.Of(new Link(picture.Url, picture.Alt.Length > 0 ? picture.Alt : picture.Url)), Style.None, false),
            ],
            Picture picture => TextFragment.Of(Line.Typed(PlainText.Of([picture])), longest),
            _ => throw new InvalidOperationException($"A block without a rendering: {block.GetType().Name}"),
        };

    private static string Write(List<TextFragment> atoms)
    {
        var text = new StringBuilder();
        for (var i = 0; i < atoms.Count;)
        {
            var end = i;
            while (end < atoms.Count && atoms[end].LooksLike(atoms[i])) end++;
            text.Append(Run(atoms.GetRange(i, end - i)));
            i = end;
        }

        return text.ToString();
    }

    private static string Run(List<TextFragment> run)
    {
        var style = run[0].Style;
        if (style.HasFlag(Style.Code))
        {
            var code = string.Concat(run.Select(atom => atom.Text));
            if (code.Trim().Length > 0 && Markup.Code(code, run[0].IsBlock) is { } fenced) return fenced;
        }

        var written = new StringBuilder();
        // Escapes look at a line's start, so what was typed in one go is escaped in one go.
        for (var i = 0; i < run.Count;)
        {
            var end = i;
            while (end < run.Count && run[end].IsTyped == run[i].IsTyped) end++;
            var words = string.Concat(run.GetRange(i, end - i).Select(atom => atom.Text));
            written.Append(run[i].IsTyped ? Markup.Escape(words) : words);
            i = end;
        }

        var text = written.ToString();
        var core = text.Trim();
        var marks = (style.HasFlag(Style.Bold) ? "**" : "")
            + (style.HasFlag(Style.Italic) ? "*" : "")
            + (style.HasFlag(Style.Strike) ? "~~" : "");
        if (marks.Length == 0 || core.Length == 0) return text;
        var start = text.IndexOf(core, StringComparison.Ordinal);
        return $"{text[..start]}{marks}{core}{string.Concat(marks.Reverse())}{text[(start + core.Length)..]}";
    }
}
