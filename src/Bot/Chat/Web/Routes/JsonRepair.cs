using System.Globalization;
using System.Text;

namespace Sitrep.Chat.Web.Routes;

/// <summary>
/// JSON may spell half a character (<c>"\ud800"</c>), which no string can hold. Such halves become the replacement
/// character, so that the rest of what somebody typed arrives.
/// </summary>
internal static class JsonRepair
{
    private const int EscapeLength = 6;

    /// <summary>The text with every lone surrogate escape replaced.</summary>
    public static string LoneSurrogates(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal)) return json;
        var repaired = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\' || i + 1 >= json.Length)
            {
                repaired.Append(json[i]);
                continue;
            }

            var first = Escaped(json, i);
            if (first is { } high && char.IsHighSurrogate(high) && Escaped(json, i + EscapeLength) is { } low && char.IsLowSurrogate(low))
            {
                repaired.Append(json, i, 2 * EscapeLength);
                i += 2 * EscapeLength - 1;
            }
            else if (first is { } half && char.IsSurrogate(half))
            {
                repaired.Append("\\ufffd");
                i += EscapeLength - 1;
            }
            else
            {
                // Both characters of an escape: behind "\\" no other one starts.
                repaired.Append(json[i]).Append(json[++i]);
            }
        }

        return repaired.ToString();
    }

    // The character that an escape of four hex digits spells here; null where none stands here.
    private static char? Escaped(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
