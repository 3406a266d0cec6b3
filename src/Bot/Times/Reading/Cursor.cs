using System.Globalization;

namespace Sitrep.Times.Reading;

/// <summary>
/// A place in a text that only moves forward. Taking something either moves past it or leaves the place as it was; a
/// copy is a place to come back to. Nothing looks further ahead than a run of white space or of digits, so reading
/// stays linear.
/// </summary>
internal struct Cursor(string typed)
{
    /// <summary>No word of a time is longer.</summary>
    public const int LongestWord = 16;

    // Letter by letter the same length, so that a place in one is a place in the other.
    private readonly string _text = Spelling.Plain(typed);

    /// <summary>The index of the next character.</summary>
    public int Position { get; set; }

    /// <summary>The next character; NUL at the end.</summary>
    public readonly char Here => Ahead(0);

    public readonly bool AtEnd => Position >= _text.Length;

    public readonly string Rest => typed[Position..];

    public readonly char Ahead(int by) => Position + by < _text.Length ? _text[Position + by] : '\0';

    /// <summary>The character before this place; NUL at the beginning.</summary>
    public readonly char Behind => Position > 0 ? _text[Position - 1] : '\0';

    public readonly string Since(int start) => typed[start..Position];

    /// <summary>White space, or a mark that nobody sees.</summary>
    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || (c > '\u007f' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);

    /// <summary>True where there was any.</summary>
    public bool SkipSpace()
    {
        var start = Position;
        while (!AtEnd && IsBlank(Here)) Position++;
        return Position > start;
    }

    public void SkipToEnd() => Position = _text.Length;

    public bool Take(char c)
    {
        if (AtEnd || Here != c) return false;
        Position++;
        return true;
    }

    public bool Take(string mark)
    {
        if (string.CompareOrdinal(_text, Position, mark, 0, mark.Length) != 0) return false;
        Position += mark.Length;
        return true;
    }

    /// <summary>How many digits come next.</summary>
    public readonly int DigitsHere()
    {
        var end = Position;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        return end - Position;
    }

    /// <summary>Takes a whole run of digits of an allowed length, at most nine.</summary>
    public int? TakeNumber(int shortest, int longest)
    {
        var length = DigitsHere();
        return length < shortest || length > longest ? null : TakeDigits(length);
    }

    /// <summary>Takes that many digits, at most nine; more may follow.</summary>
    public int TakeDigits(int length)
    {
        var value = int.Parse(_text.AsSpan(Position, length));
        Position += length;
        return value;
    }

    /// <summary>The whole word that comes next, in lower case; empty where none does or it is longer than any we know.</summary>
    public readonly string Word()
    {
        var length = 0;
        while (length <= LongestWord && char.IsLetter(Ahead(length))) length++;
        return length > LongestWord ? "" : _text.Substring(Position, length).ToLowerInvariant();
    }

    /// <summary>Takes the next word where it is one of these (in lower case).</summary>
    public bool TakeWord(params ReadOnlySpan<string> words)
    {
        var word = Word();
        if (word.Length == 0 || !words.Contains(word)) return false;
        Position += word.Length;
        return true;
    }

    /// <summary>Takes words one behind the other, with white space between them: all of them, or none.</summary>
    public bool TakeWords(string first, string second)
    {
        var before = Position;
        if (TakeWord(first) && SkipSpace() && TakeWord(second)) return true;
        Position = before;
        return false;
    }
}
