using Sitrep.Incidents.Zones;
using Sitrep.Times.Reading;

namespace Sitrep.Times.Resolving;

/// <summary>What keeps a time that is offered apart from a text that would be read as a part of it.</summary>
internal static class Joint
{
    private static readonly string[] _joining =
        ["to", "until", "till", "til", "thru", "through", "and", "on", "yesterday", "today", "tonight", "tomorrow"];

    /// <summary>
    /// <c> -</c> before a sign, for behind <c>UTC</c> the minus of "-5 pods" would be the zone's; a colon before a word that
    /// joins two times; otherwise nothing.
    /// </summary>
    public static string Needed(string next)
    {
        if (next.Length == 0) return "";
        if (ZoneOffset.IsSign(next[0]) || next[0] == '\u2014') return " -";
        return _joining.Contains(new Cursor(next).Word()) ? ":" : "";
    }
}
