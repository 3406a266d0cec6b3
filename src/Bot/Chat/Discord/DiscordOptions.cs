using Sitrep.Configuration;

namespace Sitrep.Chat.Discord;

/// <summary>How Discord is connected; without a token it is not.</summary>
/// <param name="BotToken">Connects the bot.</param>
/// <param name="GuildId">The server it serves; null for the only one it was invited to.</param>
/// <param name="ApiUrl">The HTTP API's address, with a slash at its end.</param>
/// <param name="GatewayUrl">The gateway's address; null to ask the API for it.</param>
/// <param name="Room">Where an incident lives.</param>
/// <param name="RoomParent">The channel (name or id) that holds threads or forum posts; null for the announcement channel.</param>
/// <param name="Category">The category (name or id) in which channels are opened; null for none.</param>
/// <param name="RecordReactions">Whether 📌 on a message records it, which needs the privileged message-content intent.</param>
internal sealed record DiscordOptions(
    Secret? BotToken,
    string? GuildId,
    Uri ApiUrl,
    Uri? GatewayUrl,
    IncidentPlace Room,
    string? RoomParent,
    string? Category,
    bool RecordReactions)
{
    /// <summary>The HTTP API's address without configuration.</summary>
    public const string DefaultApiUrl = "https://discord.com/api/v10/";

    private static readonly string[] _known =
    [
        "BotToken",
        "GuildId",
        "ApiUrl",
        "GatewayUrl",
        "Room",
        "RoomParent",
        "Category",
        "RecordReactions",
    ];

    /// <summary>Discord is not connected.</summary>
    public static DiscordOptions None { get; } = new(null, null, new(DefaultApiUrl), null, IncidentPlace.Channel, null, null, false);

    /// <summary>Reads the section <c>Discord</c>; what is wrong is added to <paramref name="problems"/>.</summary>
    public static DiscordOptions Read(IConfiguration configuration, ICollection<string> problems)
    {
        var section = configuration.GetSection("Discord");
        foreach (var child in section.GetChildren().Where(child => !_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            problems.Add($"Discord:{child.Key}: there is no such key. The keys are {string.Join(", ", _known)}.");
        var room = RoomOf(Text(section, "Room") ?? "channel", problems);
        var parent = Text(section, "RoomParent")?.TrimStart('#');
        if (room == IncidentPlace.Forum && parent is null)
            problems.Add("Discord:RoomParent: forum posts need the forum's name or id. Example: incidents-forum");
        return new(
            Token(Text(section, "BotToken"), problems),
            Guild(Text(section, "GuildId"), problems),
            Address(Text(section, "ApiUrl"), "ApiUrl", DefaultApiUrl, [Uri.UriSchemeHttps, Uri.UriSchemeHttp], problems)!,
            Address(Text(section, "GatewayUrl"), "GatewayUrl", null, ["wss", "ws"], problems),
            room,
            parent,
            Text(section, "Category"),
            Flag(Text(section, "RecordReactions"), problems));
    }

    private static string? Text(IConfigurationSection section, string key) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    // The value itself is never repeated: it may be a real token.
    private static Secret? Token(string? text, ICollection<string> problems)
    {
        if (text is null) return null;
        if (text.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase) || text.Any(c => c is <= ' ' or > '~'))
            problems.Add(
                "Discord:BotToken: a token is one word, without \"Bot\" before it. Copy it from discord.com/developers/applications, your application, Bot > Reset Token."
            );
        return Secret.Of(text);
    }

    private static string? Guild(string? text, ICollection<string> problems)
    {
        if (text is not null && !Snowflake.IsOne(text))
            problems.Add(
                $"Discord:GuildId: \"{text}\" is no id. Turn on Settings > Advanced > Developer Mode, then right-click the server > Copy Server ID."
            );
        return text;
    }

    private static IncidentPlace RoomOf(string text, ICollection<string> problems)
    {
        if (Enum.TryParse<IncidentPlace>(text, ignoreCase: true, out var room) && !char.IsAsciiDigit(text[0])) return room;
        problems.Add($"Discord:Room: \"{text}\" is no room. Use channel, thread or forum.");
        return IncidentPlace.Channel;
    }

    private static bool Flag(string? text, ICollection<string> problems)
    {
        if (text is null) return false;
        if (!bool.TryParse(text, out var flag)) problems.Add($"Discord:RecordReactions: \"{text}\" is neither true nor false.");
        return flag;
    }

    private static Uri? Address(string? text, string key, string? standard, string[] schemes, ICollection<string> problems)
    {
        var url = text ?? standard;
        if (url is null) return null;
        if (Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) && schemes.Contains(address.Scheme)) return address;
        problems.Add($"Discord:{key}: \"{url}\" is no {schemes[0]} address. Example: {standard ?? "wss://gateway.discord.gg"}");
        return standard is null ? null : new(standard);
    }
}

/// <summary>The place where an incident lives.</summary>
public enum IncidentPlace
{
    /// <summary>A text channel of its own.</summary>
    Channel,

    /// <summary>A thread in one channel.</summary>
    Thread,

    /// <summary>A post in one forum.</summary>
    Forum,
}
