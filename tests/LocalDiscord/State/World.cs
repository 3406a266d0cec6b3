using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Gateway;

namespace Sitrep.LocalDiscord.State;

/// <summary>
/// One guild, one application, everything in memory. Whoever touches it holds <see cref="Gate"/>; events leave in the
/// order in which things happened because they are queued under the same lock.
/// </summary>
public sealed class World
{
    public static readonly Snowflake GuildId = new(1000000000000000001), ApplicationId = new(1000000000000000002),
        CategoryId = new(1000000000000000010), GeneralId = new(1000000000000000011), IncidentsId = new(1000000000000000012),
        ForumId = new(1000000000000000013), ResponderRoleId = new(1000000000000000020), BotRoleId = new(1000000000000000021);

    internal World(DiscordOptions options, ShiftedClock clock)
    {
        Options = options;
        Clock = clock;
        Ids = new(clock);
        Token = options.Token;
        Bot = new(options.BotUserId is { } id ? new(id) : ApplicationId, "sitrep", isBot: true);
        Events = new(this);
        Sessions = new(this);
        Guild = FirstDay.Of(this);
    }

    public Lock Gate { get; } = new();

    public DiscordOptions Options { get; }

    public Guild Guild { get; }

    /// <summary>The bot's user; its id is the application's too, unless the options say another.</summary>
    public User Bot { get; }

    /// <summary>What <c>Authorization</c> and IDENTIFY must carry; null after Discord reset it.</summary>
    public string? Token { get; set; }

    /// <summary>Everything accepted, refused and sent.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>Direct messages, by the person on the other side.</summary>
    internal Dictionary<Snowflake, Channel> DirectMessages { get; } = [];

    /// <summary>Registered commands; those of the guild and those of the application, as JSON.</summary>
    internal List<JsonObject> Commands { get; } = [];

    internal Dictionary<Snowflake, Interaction> Interactions { get; } = [];

    internal ShiftedClock Clock { get; }

    internal Snowflakes Ids { get; }

    internal Events Events { get; }

    internal Sessions Sessions { get; }

    /// <summary>Where the server listens, like <c>http://127.0.0.1:5091</c>.</summary>
    internal string Origin { get; set; } = "http://127.0.0.1";

    internal string GatewayUrl { get; set; } = "ws://127.0.0.1";

    internal string ResumeUrl { get; set; } = "ws://127.0.0.1";

    /// <summary>Ends what hangs.</summary>
    internal TaskCompletionSource Stopping { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal DateTimeOffset Now => Clock.GetUtcNow();

    internal Channel? Find(Snowflake? id) =>
        id is not { } known
            ? null
            : Guild.Channels.GetValueOrDefault(known) ?? DirectMessages.Values.FirstOrDefault(one => one.Id == known);

    /// <summary>Threads fall asleep by the clock; nobody asks for it.</summary>
    internal void ArchiveSleepingThreads()
    {
        foreach (var channel in Guild.Channels.Values)
        {
            if (channel.Thread is not { IsArchived: false } thread || Now < thread.LastActiveAt.AddMinutes(thread.AutoArchiveMinutes))
                continue;
            thread.IsArchived = true;
            thread.ArchiveChangedAt = Now;
            Events.ThreadUpdate(channel);
        }
    }
}
