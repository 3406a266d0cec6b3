using Sitrep.LocalDiscord.Limits;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord;

/// <summary>How the server is set up. Every value has the default that Discord has.</summary>
public sealed record DiscordOptions
{
    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where <c>resume_gateway_url</c> points; another one than <see cref="Port"/>, as with Discord.</summary>
    public int ResumePort { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Token { get; init; } = DefaultToken;

    /// <summary>The bot's user; null for the application's own id. Applications of before 2016 have two.</summary>
    public ulong? BotUserId { get; init; }

    /// <summary>What the bot's own role allows.</summary>
    public Permission BotPermissions { get; init; } = DefaultBotPermissions;

    /// <summary>How often the client must beat.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long a session waits for its client to come back.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Privileged intents that the operator switched on in the developer portal (bits).</summary>
    public int PrivilegedIntents { get; init; } =
        Sitrep.LocalDiscord.Gateway.Intents.MessageContent | Sitrep.LocalDiscord.Gateway.Intents.GuildMembers;

    /// <summary>IDENTIFYs a day; when they are used up, Discord resets the token.</summary>
    public int IdentifiesPerDay { get; init; } = 1000;

    /// <summary>One IDENTIFY in this time (max_concurrency 1).</summary>
    public TimeSpan IdentifyInterval { get; init; } = TimeSpan.FromSeconds(5);

    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>Whether requests are held to the published schemas, beside what the server itself knows of the rules.</summary>
    public bool ChecksSchemas { get; init; } = true;

    /// <summary>Whether a message sent to an archived thread that is not locked reopens it; 50083 otherwise.</summary>
    public bool ArchivedThreadsReopenOnPost { get; init; } = true;

    internal const string DefaultToken = "MTAwMDAwMDAwMDAwMDAwMDAwMg.local1.not-a-secret-anywhere-else";

    internal const Permission DefaultBotPermissions = Permission.Everyone | Permission.ManageChannels | Permission.ManageRoles
        | Permission.ManageThreads | Permission.PinMessages | Permission.CreatePrivateThreads;
}
