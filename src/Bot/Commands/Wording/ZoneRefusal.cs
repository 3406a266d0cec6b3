using Sitrep.Chat.Effects;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>The bot's messages about zones.</summary>
internal static class ZoneRefusal
{
    /// <summary>The answer to a zone that nobody knows, with the zones that may be meant.</summary>
    /// <param name="label">As typed.</param>
    /// <param name="text">What is given back.</param>
    /// <param name="again">The command with a zone in its place.</param>
    public static Decision Unknown(string label, string text, Func<string, string> again)
    {
        var meant = ZoneNames.Suggest(label);
        var line = meant.Count == 0
            ? Line.Of($"I do not know the zone \"{Excerpt.Of(label, 60)}\". Use `UTC`, `EAT`, `GMT+1` or a place such as `Europe/Berlin`.")
            : Line.Of($"I do not know the zone \"{Excerpt.Of(label, 60)}\". Did you mean {string.Join(" or ", meant)}?");
        return Decision.Refuse(line, text, [.. meant.Select(zone => new Button($"Use {zone}", again(zone)))]);
    }
}
