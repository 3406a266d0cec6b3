namespace Sitrep.Times.Reading;

/// <summary>
/// A place in a text that only moves forward. Taking something either moves past it or leaves the place as it was; a
/// copy is a place to come back to. Nothing looks further ahead than a run of white space or of digits, so reading
/// stays linear.
/// </summary>
internal struct Cursor(string text)
{
    private const int LongestWord = 16;

    /// <summary>The index of the next character.</summary>
    public int Position { get; set; }

    /// <summary>The next character; NUL at the end.</summary>
    public readonly char Here => Ahead(0);

    public readonly bool AtEnd => Position >= text.Length;

    public readonly string Rest => text[Position..];

    public readonly char Ahead(int by) => Position + by < text.Length ? text[Position + by] : '\0';

    public readonly string Since(int start) => text[start..Position];

    /// <summary>True where there was any.</summary>
    public bool SkipSpace()
    {
        var start = Position;
        while (!AtEnd && char.IsWhiteSpace(Here)) Position++;
        return Position > start;
    }

    public void SkipToEnd() => Position = text.Length;

    public bool Take(char c)
    {
        if (AtEnd || Here != c) return false;
        Position++;
        return true;
    }

    public bool Take(string mark)
    {
        if (string.CompareOrdinal(text, Position, mark, 0, mark.Length) != 0) return false;
        Position += mark.Length;
        return true;
    }

    /// <summary>How many digits come next.</summary>
    public readonly int DigitsHere()
    {
        var end = Position;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - Position;
    }

    /// <summary>Takes a whole run of digits of an allowed length, at most nine.</summary>
    public int? TakeNumber(int shortest, int longest)
    {
        var length = DigitsHere();
        if (length < shortest || length > longest) return null;
        var value = int.Parse(text.AsSpan(Position, length));
        Position += length;
        return value;
    }

    /// <summary>The whole word that comes next, in lower case; empty where none does or it is longer than any we know.</summary>
    public readonly string Word()
    {
        var length = 0;
        while (length <= LongestWord && char.IsLetter(Ahead(length))) length++;
        return length > LongestWord ? "" : text.Substring(Position, length).ToLowerInvariant();
    }

    /// <summary>Takes the next word where it is one of these (in lower case).</summary>
    public bool TakeWord(params ReadOnlySpan<string> words)
    {
        var word = Word();
        if (word.Length == 0 || !words.Contains(word)) return false;
        Position += word.Length;
        return true;
    }
}
