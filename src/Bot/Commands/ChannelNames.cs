using System.Globalization;
using System.Text;
using Sitrep.Incidents;

namespace Sitrep.Commands;

/// <summary>Names for incident channels that every platform takes: lower case, digits and hyphens, at most 80 characters.</summary>
public static class ChannelNames
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
        // Decomposed, é is e and an accent: the letter stays, the accent goes.
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
