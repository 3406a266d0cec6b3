namespace Sitrep.LocalSlack;

/// <summary>How the server starts. Everything has the value a fresh Slack workspace would have.</summary>
public sealed record LocalSlackOptions
{
    /// <summary>Where to listen on 127.0.0.1; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>The app's bot token.</summary>
    public string BotToken { get; init; } = "xoxb-local-bot-token";

    /// <summary>The app-level token that opens sockets.</summary>
    public string AppToken { get; init; } = "xapp-local-app-token";

    /// <summary>What deliveries over HTTP are signed with.</summary>
    public string SigningSecret { get; init; } = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>Whether deliveries go through Socket Mode; otherwise they go to <see cref="RequestUrl"/>.</summary>
    public bool SocketMode { get; init; } = true;

    /// <summary>The bot's address for commands, interactivity and events.</summary>
    public Uri? RequestUrl { get; set; }

    /// <summary>What the bot token may do; every scope that a method here asks for, unless told otherwise.</summary>
    public IReadOnlyCollection<string> Scopes { get; init; } = Sitrep.LocalSlack.State.App.AllScopes;

    /// <summary>Whether calls are limited as Slack limits them. Stories switch it off.</summary>
    public bool RateLimits { get; init; }

    /// <summary>How long the bot has to acknowledge a delivery.</summary>
    public TimeSpan AckWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>When an event that was not acknowledged is delivered again. Slack: at once, after a minute, after five.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>How often a socket is pinged.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(10);
}
