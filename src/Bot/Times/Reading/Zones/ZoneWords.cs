using System.Collections.Frozen;
using Sitrep.Incidents.Zones;

namespace Sitrep.Times.Reading.Zones;

/// <summary>Which words behind a time are zones, and which begin the text: <c>14:05 eat lunch</c>, <c>14:05 EAT lunch</c>.</summary>
internal static class ZoneWords
{
    private static readonly FrozenSet<string> _abbreviations = ZoneAbbreviations.All.Append("UTC").Append("Z").ToFrozenSet();

    // These are words, too. In capitals they are zones; otherwise only where no text follows.
    private static readonly FrozenSet<string> _alsoWords =
        new[] { "EAT", "CAT", "WAT", "WET", "WEST", "EST", "IST", "ART", "AST", "ET", "CT", "MT", "PT" }.ToFrozenSet();

    // People write these in capitals and mean no zone: a CT scan, the WEST region, MT for a translation.
    private static readonly FrozenSet<string> _doubtfulInCapitals = new[] { "WEST", "CT", "MT" }.ToFrozenSet();

    /// <summary>Whether a word behind a time is a zone. Doubtful where text follows that it could belong to.</summary>
    public static bool IsZone(string word, bool nothingFollows, out bool doubtful)
    {
        doubtful = false;
        var upper = word.ToUpperInvariant();
        if (!_abbreviations.Contains(upper)) return false;
        if (nothingFollows || !_alsoWords.Contains(upper)) return true;
        doubtful = _doubtfulInCapitals.Contains(upper);
        return word == upper;
    }

    /// <summary>Whether an hour alone may stand before the next word: <c>15 UTC</c>, <c>9 CEST</c>.</summary>
    public static bool StandsBehindAnHour(Cursor cursor)
    {
        var start = cursor.Position;
        cursor.Position += cursor.Word().Length;
        var (typed, upper) = (cursor.Since(start), cursor.Since(start).ToUpperInvariant());
        if (!Separators.MayEnd(cursor) && !ZoneOffset.IsSign(cursor.Here)) return false;
        return upper is "UTC" or "GMT"
            || (typed == upper && upper.Length > 2 && _abbreviations.Contains(upper) && !_alsoWords.Contains(upper));
    }

    /// <summary>Whether a zone's label is read as that zone wherever it stands behind a time.</summary>
    public static bool IsUnmistakable(string label) =>
        IsSpelledOut(label) && !_doubtfulInCapitals.Contains(label.ToUpperInvariant());

    /// <summary>Whether these words, in brackets behind a time, can only be a zone: "(Singapore)" need not be.</summary>
    public static bool IsSpelledOut(string words)
    {
        if (words.Length == 0) return false;
        var upper = words.ToUpperInvariant();
        return _abbreviations.Contains(upper)
            ? words == upper || !_alsoWords.Contains(upper)
            : words.Contains('/', StringComparison.Ordinal) || (words.Length > 3 && ZoneOffset.Parse(upper) is not null);
    }
}
