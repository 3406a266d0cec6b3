namespace Sitrep.Prose;

/// <summary>Tells the code in what people typed from the words around it, as people set it apart in every chat.</summary>
internal static class TypedSpans
{
    private const int FenceLength = 3;

    // Code within a line is short; without an end, every backtick would be compared with every other.
    private const int LongestInline = 1_000;

    /// <summary>The words as spans; together they hold every letter.</summary>
    public static IEnumerable<Span> Of(string typed, Style style = Style.None)
    {
        var start = 0;
        for (var i = typed.IndexOf('`', StringComparison.Ordinal); i >= 0 && i < typed.Length;)
        {
            var run = RunAt(typed, i);
            if (run > 0 && EndOfCode(typed, i, run) is var end and > 0)
            {
                if (i > start) yield return new Words(typed[start..i], style);
                yield return new TypedCode(typed[i..end]);
                (start, i) = (end, end);
            }
            else i += Math.Max(run, 1);
        }

        if (start < typed.Length) yield return new Words(typed[start..], style);
    }

    /// <summary>Where the code ends that begins at a place; 0 where none does.</summary>
    public static int EndOfCode(string typed, int start) => typed[start] == '`' ? EndOfCode(typed, start, RunAt(typed, start)) : 0;

    /// <summary>Where a text is cut so that code which the cut falls into is closed, and what closes it.</summary>
    public static (int End, string Closing) Cut(string typed, int end)
    {
        var start = 0;
        foreach (var span in Of(typed))
        {
            var length = span.PlainText.Length;
            if (span is TypedCode && start < end && end < start + length)
            {
                var (open, close) = (RunAt(typed, start), RunBefore(typed, start + length));
                if (end <= start + open) return (start, "");
                end = Math.Min(end, start + length - close);
                return (end, (((TypedCode)span).IsBlock ? "\n" : "") + new string('`', open));
            }

            start += length;
            if (start >= end) break;
        }

        return (end, "");
    }

    private static int EndOfCode(string typed, int start, int run)
    {
        var isBlock = run >= FenceLength;
        // An apostrophe is no quote.
        if (!isBlock && start > 0 && char.IsLetterOrDigit(typed[start - 1])) return 0;
        var last = isBlock ? typed.Length : Math.Min(typed.Length, start + LongestInline);
        for (var i = start + run; i < last; i++)
        {
            if (typed[i] == '\n' && !isBlock) return 0;
            if (typed[i] != '`') continue;
            var close = RunAt(typed, i);
            if (isBlock ? close >= FenceLength : close == run && !IsWithinWord(typed, i + close))
                return string.IsNullOrWhiteSpace(typed[(start + run)..i]) ? 0 : i + close;
            i += close - 1;
        }

        return 0;
    }

    private static bool IsWithinWord(string typed, int i) => i < typed.Length && char.IsLetterOrDigit(typed[i]);

    private static int RunAt(string typed, int i)
    {
        var end = i;
        while (end < typed.Length && typed[end] == '`') end++;
        return end - i;
    }

    private static int RunBefore(string typed, int i)
    {
        var start = i;
        while (start > 0 && typed[start - 1] == '`') start--;
        return i - start;
    }
}
