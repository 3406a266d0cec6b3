namespace Sitrep.Commands.Grammar;

/// <summary>Takes words that mean something off both ends of a text, and leaves the middle untouched.</summary>
internal sealed class EdgeWords(string text)
{
    /// <summary>The rest.</summary>
    public string Rest { get; private set; } = text.Trim();

    /// <summary>The first word; empty where white space comes first.</summary>
    public static string First(string text) => text[..EndOfWord(text, 0)];

    /// <summary>The text after the first word and its white space.</summary>
    public static string AfterFirst(string text) => text[EndOfWord(text, 0)..].TrimStart();

    /// <summary>The end of the word that begins at a place.</summary>
    public static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return end;
    }

    /// <summary>Takes words off the front and the back as long as they mean something.</summary>
    public List<T> Take<T>(Func<string, T?> meaning) where T : struct
    {
        var taken = new List<T>();
        while (Rest.Length > 0 && meaning(First(Rest)) is { } found)
        {
            taken.Add(found);
            Rest = AfterFirst(Rest);
        }

        var behind = new List<T>();
        while (Rest.Length > 0 && meaning(LastWord()) is { } found)
        {
            behind.Insert(0, found);
            DropLastWord();
        }

        taken.AddRange(behind);
        return taken;
    }

    /// <summary>Takes one word off the back, else off the front; at the other end the same may stand again.</summary>
    public T? TakeOne<T>(Func<string, T?> meaning) where T : struct
    {
        if (Rest.Length == 0) return null;
        T? found = null;
        if (meaning(LastWord()) is { } last)
        {
            found = last;
            DropLastWord();
        }

        if (Rest.Length > 0 && meaning(First(Rest)) is { } first && (found is null || found.Equals(first)))
        {
            found = first;
            Rest = AfterFirst(Rest);
        }

        return found;
    }

    /// <summary>Takes words off the back as long as they mean something.</summary>
    public List<string> TakeLast(Func<string, string?> meaning)
    {
        var taken = new List<string>();
        while (Rest.Length > 0 && meaning(LastWord()) is { } found)
        {
            taken.Insert(0, found);
            DropLastWord();
        }

        return taken;
    }

    private string LastWord()
    {
        var start = Rest.Length;
        while (start > 0 && !char.IsWhiteSpace(Rest[start - 1])) start--;
        return Rest[start..];
    }

    private void DropLastWord() => Rest = Rest[..^LastWord().Length].TrimEnd();
}
