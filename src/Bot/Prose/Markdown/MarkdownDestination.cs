using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sitrep.Prose.Markdown;

/// <summary>An address as the destination of a link: verbatim where it can be, else in angle brackets.</summary>
internal static partial class MarkdownDestination
{
    public static string Of(string url)
    {
        var text = new StringBuilder(url.Length);
        foreach (var c in url)
        {
            if (c is '<' or '>' or '\\' || char.IsControl(c))
                text.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        // &copy; would be read as ©; a lone & stays as it is.
        var safe = MarkdownRules.Entity().Replace(text.ToString(), @"\&");
        return Plain().IsMatch(safe) ? safe : $"<{safe}>";
    }

    [GeneratedRegex(@"^[^\s()<>]+$")]
    private static partial Regex Plain();
}
