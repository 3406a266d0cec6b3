using System.Globalization;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>The meaning of single words; null for none.</summary>
internal static class WordMeaning
{
    /// <summary>Reads <c>sev2</c>, <c>SEV-2</c>.</summary>
    public static Severity? Severity(string word)
    {
        var digits = word.StartsWith("sev", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(3).TrimStart('-') : [];
        return digits.Length == 1 && digits[0] is >= '1' and <= '5' ? (Severity)(digits[0] - '0') : null;
    }

    /// <summary>A command's word as it is known: without marks that nobody sees, its wide letters as plain ones.</summary>
    public static string Bare(string word) => word.Any(c => c > '\u007F')
        ? string.Concat(word.Where(c => !IsInvisible(c)).Select(c => c is > '\uFF00' and < '\uFF5F' ? (char)(c - 0xFEE0) : c))
        : word;

    /// <summary>Whether a character takes no place of its own: zero-width spaces and joiners, marks of direction, a soft hyphen.</summary>
    public static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) == UnicodeCategory.Format || c is (>= '\uFE00' and <= '\uFE0F') or '\u034F' or '\u115F' or '\u3164';

    /// <summary>Reads <c>3</c> and <c>#3</c>; a number that is too long is still a number, only nobody's.</summary>
    public static int? Number(string word)
    {
        var digits = word.TrimStart('#');
        if (int.TryParse(digits, CultureInfo.InvariantCulture, out var number)) return number;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? int.MaxValue : null;
    }

    /// <summary>Reads <c>#dead-end</c>.</summary>
    public static EntryKind? Kind(string word) =>
        word.Length > 1 && word[0] == '#' && EntryKinds.TryParse(word[1..], out var kind) ? kind : null;

    /// <summary>Whether two words are the same in any case.</summary>
    public static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
