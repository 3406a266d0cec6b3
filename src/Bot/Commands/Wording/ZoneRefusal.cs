using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>What the bot says about zones.</summary>
internal static class ZoneRefusal
{
    /// <summary>The answer to a zone that nobody knows.</summary>
    public static Decision Unknown(string label, string text) => Decision.Refuse(
        Line.Of($"I do not know the zone \"{label}\". Use `UTC`, `EAT`, `GMT+1` or a place such as `Europe/Berlin`."), text);
}
