using System.Collections.Frozen;

namespace Sitrep.Times.Reading.Lengths;

/// <summary>How many there are, in digits or in words: <c>10</c>, <c>1.5</c>, <c>ten</c>, <c>twenty-five</c>, <c>half an</c>.</summary>
internal static class Counts
{
    private const int Teens = 20;
    private const int Tens = 10;

    private static readonly FrozenDictionary<string, int> _words =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
            .Split(' ').Select((word, index) => (word, index + 1))
            .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, index) => (word, (index + 2) * Tens)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2);

    /// <summary>Takes a number; words only where <paramref name="spaced"/>.</summary>
    public static bool Take(ref Cursor cursor, bool spaced, out decimal number)
    {
        var digits = cursor.DigitsHere();
        if (digits == 0) return (TakeArticle(ref cursor, out number) || TakeWord(ref cursor, out number)) && spaced;
        number = decimal.MaxValue;
        if (cursor.TakeNumber(1, 9) is not { } whole)
        {
            cursor.Position += digits;
            return true;
        }

        number = whole;
        if (cursor.Here != '.' || !char.IsAsciiDigit(cursor.Ahead(1))) return true;
        cursor.Position++;
        var places = cursor.DigitsHere();
        if (cursor.TakeNumber(1, 3) is not { } fraction) return false;
        number += fraction / (decimal)Math.Pow(10, places);
        return true;
    }

    private static bool TakeArticle(ref Cursor cursor, out decimal number)
    {
        number = cursor.TakeWord("half") && cursor.SkipSpace() ? 0.5m : 1;
        return cursor.TakeWord("a", "an");
    }

    private static bool TakeWord(ref Cursor cursor, out decimal number)
    {
        number = 0;
        if (!_words.TryGetValue(cursor.Word(), out var first)) return false;
        cursor.TakeWord(cursor.Word());
        number = first;
        var before = cursor;
        if (first >= Teens
            && (cursor.Take('-') || cursor.SkipSpace())
            && _words.TryGetValue(cursor.Word(), out var second)
            && second < Tens)
        {
            cursor.TakeWord(cursor.Word());
            number += second;
        }
        else
        {
            cursor = before;
        }

        return true;
    }
}
