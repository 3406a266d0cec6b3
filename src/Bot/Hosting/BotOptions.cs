using Sitrep.Chat.Discord;
using Sitrep.Chat.Slack;
using Sitrep.Commands;
using Sitrep.Configuration;
using Sitrep.Incidents.Zones;
using Sitrep.Storage.Retention;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Hosting;

/// <summary>The configuration, read and checked at once: whoever gets one need not check again.</summary>
/// <param name="Urls">Where the bot listens.</param>
/// <param name="ConnectionString">The SQLite database.</param>
/// <param name="Bot">What commands care about.</param>
/// <param name="Slack">How Slack is connected.</param>
/// <param name="Discord">How Discord is connected.</param>
internal sealed record BotOptions(string Urls, string ConnectionString, BotSettings Bot, SlackOptions Slack, DiscordOptions Discord)
{
    /// <summary>How long the bot's own records are kept.</summary>
    public RetentionPeriods Retention { get; init; } = RetentionPeriods.Default;

    /// <summary>The address without configuration.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The database without configuration.</summary>
    public const string DefaultConnectionString = "Data Source=data/sitrep.db";

    // Says nothing of the connection string: people put passwords into those.
    public override string ToString() => $"{nameof(BotOptions)} {{ Urls = {Urls} }}";

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="ConfigurationException">Something is wrong; the exception lists all of it.</exception>
    public static BotOptions Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        var options = new BotOptions(
            Addresses(Text(configuration, "Urls") ?? DefaultUrls, problems),
            Connection(configuration, problems),
            new(
                ZoneOf(Text(configuration, "Incidents:Zone") ?? "UTC", problems),
                ChannelName(Text(configuration, "Incidents:ChannelName") ?? BotSettings.Default.ChannelName, problems),
                Announcements(Text(configuration, "Incidents:AnnouncementChannel") ?? BotSettings.Default.AnnouncementChannel, problems),
                Roles(configuration, problems))
            {
                ArchiveAfterDays = Days(Text(configuration, "Incidents:ArchiveAfterDays"), problems),
            },
            SlackOptions.Read(configuration, problems),
            DiscordOptions.Read(configuration, problems))
        {
            Retention = new(
                Kept(configuration, "Retention:DeliveryDays", RetentionPeriods.Default.Deliveries, problems),
                Kept(configuration, "Retention:OutboxDays", RetentionPeriods.Default.Outbox, problems)),
        };
        foreach (var key in (string[])["Teams", "Escalation"])
            if (configuration
                    .GetSection(key)
                    .GetChildren()
                    .Any(child => !string.IsNullOrWhiteSpace(child.Value) || child.GetChildren().Any()))
                problems.Add($"{key}: this version cannot do that yet. Remove the section.");
        problems.AddRange(Tracing.Problems(configuration));
        return problems.Count == 0 ? options : throw new ConfigurationException(problems);
    }

    private static string? Text(IConfiguration configuration, string key) =>
        string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    private static string Addresses(string urls, List<string> problems)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (url.Contains('@', StringComparison.Ordinal))
                problems.Add(
                    $"Urls: an address to listen on takes no user and password. Remove what stands before the @. Example: {DefaultUrls}");
            else if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || !Uri.TryCreate(
                    url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal),
                    UriKind.Absolute,
                    out _))
                problems.Add($"Urls: \"{url}\" is not an http address. Example: {DefaultUrls}");
        return urls;
    }

    private static string Connection(IConfiguration configuration, List<string> problems)
    {
        var provider = Text(configuration, "Database:Provider") ?? "sqlite";
        if (provider != "sqlite") problems.Add($"Database:Provider: \"{provider}\" does not exist yet. Use sqlite.");
        var text = Text(configuration, "Database:ConnectionString") ?? DefaultConnectionString;
        if (SqliteStore.Problem(text, DefaultConnectionString) is { } problem) problems.Add($"Database:ConnectionString: {problem}");
        return text;
    }

    private static Zone ZoneOf(string label, List<string> problems)
    {
        if (Zone.Parse(label) is { } zone) return zone;
        problems.Add($"Incidents:Zone: \"{label}\" is not a time zone. Examples: UTC, EAT, Europe/Berlin");
        return Zone.Utc;
    }

    private static string ChannelName(string pattern, List<string> problems)
    {
        var rest = pattern.Replace("{number}", "", StringComparison.Ordinal).Replace("{slug}", "", StringComparison.Ordinal);
        if (!pattern.Contains("{number}", StringComparison.Ordinal)
            || rest.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_')))
            problems.Add(
                $"Incidents:ChannelName: \"{pattern}\" must hold {{number}}, and besides it and {{slug}} only a-z, 0-9, - and _. Example: {BotSettings.Default.ChannelName}"
            );
        return pattern;
    }

    private static string Announcements(string name, List<string> problems)
    {
        var bare = name.TrimStart('#');
        if (bare.Length is 0 or > 80 || bare.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_')))
            problems.Add($"Incidents:AnnouncementChannel: \"{name}\" is not a channel name (a-z, 0-9, - and _). Example: incidents");
        return bare;
    }

    private static int Days(string? text, List<string> problems)
    {
        if (text is null) return BotSettings.Default.ArchiveAfterDays;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var days) && days <= 3650) return days;
        problems.Add($"Incidents:ArchiveAfterDays: \"{text}\" is not a number of days from 0 (never) to 3650. Example: 7");
        return 0;
    }

    // A platform repeats what it delivered within a day, so less than two would do things twice.
    private static TimeSpan? Kept(IConfiguration configuration, string key, TimeSpan? standard, List<string> problems)
    {
        if (Text(configuration, key) is not { } text) return standard;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var days) && days is 0 or (>= 2 and <= 36_500))
            return days == 0 ? null : TimeSpan.FromDays(days);
        problems.Add($"{key}: \"{text}\" is not a number of days from 2 to 36500, or 0 to keep them for ever. Example: {standard?.Days}");
        return standard;
    }

    private static IReadOnlyList<string> Roles(IConfiguration configuration, List<string> problems)
    {
        var more = configuration
            .GetSection("Incidents:Roles")
            .GetChildren()
            .Select(child => (child.Value ?? "").Trim().ToLowerInvariant())
            .ToList();
        foreach (var role in more.Where(role => role.Length == 0 || role.Any(char.IsWhiteSpace)))
            problems.Add($"Incidents:Roles: \"{role}\" is not a role. A role is one word, for example liaison");
        return [.. BotSettings.Default.Roles.Concat(more).Distinct()];
    }
}
