using Sitrep.Commands.Grammar;

namespace Sitrep.Hosting;

/// <summary>Keys in the configuration that nothing reads: a slip in one is a setting that does not apply, and nobody would know.</summary>
internal static class UnknownKeys
{
    // A key that ends with a colon is a section: all below it is known. Slack and Discord check their own.
    private static readonly string[] _known =
    [
        "Urls", "Database:Provider", "Database:ConnectionString", "Incidents:Zone", "Incidents:ChannelName",
        "Incidents:AnnouncementChannel", "Incidents:ArchiveAfterDays", "Incidents:Roles:", "Slack:", "Discord:", "Teams:", "Escalation:",
        "Retention:", "Logging:", "Kestrel:", "HostBuilder:", "HttpServer:",
    ];

    private static readonly string[] _checked = ["Incidents", "Database"];

    /// <summary>A warning for each: those below the bot's own sections, and those of the command line below no known section.</summary>
    /// <param name="configuration">All of it.</param>
    /// <param name="typed">The keys of the command line.</param>
    public static IReadOnlyList<string> In(IConfiguration configuration, IEnumerable<string> typed) =>
    [
        .. configuration.AsEnumerable()
            .Where(pair => pair.Value is not null && _checked.Contains(pair.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            .Select(pair => pair.Key)
            .Concat(typed.Where(key => key.Contains(':', StringComparison.Ordinal)))
            .Where(key => !IsKnown(key))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(Warning),
    ];

    private static bool IsKnown(string key) => _known.Any(known => known.EndsWith(':')
        ? key.StartsWith(known, StringComparison.OrdinalIgnoreCase)
        : key.Equals(known, StringComparison.OrdinalIgnoreCase));

    private static string Warning(string key)
    {
        var near = SpellingSuggestion.Of(key, _known.Select(known => known.TrimEnd(':')));
        return near is null
            ? $"Warning: the key {key} is unknown and was ignored. The README lists the keys."
            : $"Warning: the key {key} is unknown and was ignored. Did you mean {near}?";
    }
}
