using System.Globalization;
using System.Text;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents;

/// <summary>Names for incident channels that every platform takes: lower case, digits and hyphens, at most 80 characters.</summary>
internal static class ChannelNames
{
    private const int Longest = 80;

    /// <summary>The name by the configured pattern. The number makes it unique, whatever the title is.</summary>
    public static string Of(string pattern, IncidentId id, string title)
    {
        var name = pattern
            .Replace("{number}", id.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{slug}", Slug(title), StringComparison.Ordinal);
        return name[..Math.Min(name.Length, Longest)].Trim('-');
    }

    /// <summary>A title as lower-case words with hyphens; empty where it holds no letter or digit that platforms take.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            if (Plain(char.ToLowerInvariant(c)) is { } letters) slug.Append(letters);
            else if (c is not ('\'' or '’') && !IsAccent(c) && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    // Decomposition needs ICU, which not every machine has; Latin letters are all that channel names can keep of it.
    private static string? Plain(char c) => c switch
    {
        _ when char.IsAsciiLetterOrDigit(c) => c.ToString(),
        >= 'à' and <= 'å' or 'ā' or 'ă' or 'ą' => "a",
        'æ' => "ae",
        'ç' or 'ć' or 'č' => "c",
        'ď' or 'đ' => "d",
        >= 'è' and <= 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => "e",
        'ğ' => "g",
        >= 'ì' and <= 'ï' or 'ī' or 'į' or 'ı' => "i",
        'ł' or 'ľ' => "l",
        'ñ' or 'ń' or 'ň' => "n",
        >= 'ò' and <= 'ö' or 'ø' or 'ō' or 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' or 'š' or 'ş' => "s",
        'ß' => "ss",
        'ť' => "t",
        >= 'ù' and <= 'ü' or 'ū' or 'ů' or 'ű' => "u",
        'ý' or 'ÿ' => "y",
        'ź' or 'ż' or 'ž' => "z",
        _ => null,
    };

    private static bool IsAccent(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
