namespace Sitrep.Tests.Layout;

/// <summary>The rooms of the house and who may know whom. Adding a word to this table is a design decision.</summary>
internal static class Rooms
{
    private static readonly string[] _platforms = ["Slack", "Discord", "Web"];

    /// <summary>Each room with the rooms that it may know besides itself and the root (its telemetry).</summary>
    public static IReadOnlyDictionary<string, string[]> MayKnow { get; } =
        new Dictionary<string, string[]>
        {
            ["Incidents"] = [],
            ["Prose"] = ["Incidents"],
            ["Times"] = ["Incidents", "Prose"],
            ["Postmortems"] = ["Incidents", "Prose"],
            ["Configuration"] = [],
            ["Chat"] = ["Incidents", "Prose"],
            ["Access"] = ["Incidents", "Chat"],
            ["Commands"] = ["Incidents", "Prose", "Times", "Postmortems", "Chat", "Access"],
            ["Storage"] = ["Incidents", "Prose", "Chat", "Access", "Commands"],
            ["Occurrences"] = ["Incidents", "Prose", "Times", "Chat", "Access", "Commands", "Storage"],
            ["Outbox"] = ["Incidents", "Chat", "Commands", "Storage", "Occurrences"],
            ["Http"] = ["Chat", "Storage", "Occurrences", "Outbox"],
            ["Api"] = ["Incidents", "Postmortems", "Access", "Storage", "Http"],
            ["Chat.Slack"] = ["Incidents", "Prose", "Configuration", "Chat", "Access", "Commands", "Storage", "Occurrences", "Http"],
            ["Chat.Discord"] = ["Incidents", "Prose", "Configuration", "Chat", "Commands", "Storage", "Occurrences"],
            ["Chat.Web"] = ["Incidents", "Prose", "Chat", "Access", "Commands", "Storage", "Occurrences", "Http"],
            ["Hosting"] =
            [
                "Incidents",
                "Configuration",
                "Chat",
                "Chat.Slack",
                "Chat.Discord",
                "Chat.Web",
                "Commands",
                "Storage",
                "Occurrences",
                "Outbox",
                "Http",
                "Api",
            ],
            ["CommandLine"] =
            [
                "Incidents",
                "Postmortems",
                "Configuration",
                "Chat",
                "Chat.Slack",
                "Chat.Discord",
                "Chat.Web",
                "Access",
                "Storage",
                "Occurrences",
                "Outbox",
                "Hosting",
            ],
        };

    /// <summary>Rooms that decide and compute: no clock, file, database, task or log.</summary>
    public static IReadOnlyList<string> Pure { get; } = ["Incidents", "Prose", "Times", "Postmortems", "Access", "Commands"];

    /// <summary>The room of a namespace of the bot; the empty text for its root, null for another assembly's.</summary>
    public static string? Of(string name)
    {
        if (name != "Sitrep" && !name.StartsWith("Sitrep.", StringComparison.Ordinal)) return null;
        var folders = name.Split('.');
        if (folders is [_, "Chat", var platform, ..] && _platforms.Contains(platform)) return $"Chat.{platform}";
        return folders.Length == 1 ? "" : folders[1];
    }
}
