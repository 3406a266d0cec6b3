using System.Collections.Concurrent;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord;

/// <summary>The server that the bot serves, and what is found in it by name. Asked once, and again where it may have changed.</summary>
internal sealed class DiscordServer(DiscordRest rest, DiscordOptions options)
{
    private readonly ConcurrentDictionary<string, string> _channels = new(StringComparer.OrdinalIgnoreCase);
    private string? _guild = options.GuildId;
    private string? _application;
    private string? _user;
    private volatile bool _isOut;

    /// <summary>
    /// The bot's own user id: of an older application it is not the application's. The gateway says it with READY; before
    /// that it is asked for.
    /// </summary>
    public async Task<string> UserIdAsync(CancellationToken cancellation) =>
        _user ??= (await rest.SendAsync(RestRoute.Get("users/@me"), null, cancellation)).Read(DiscordJson.Default.UserObject).Id;

    /// <summary>The gateway said who the bot is.</summary>
    public void IsUser(string id) => _user = id;

    /// <summary>The application's id: what commands are registered under.</summary>
    public async Task<string> ApplicationIdAsync(CancellationToken cancellation) =>
        _application ??= (await rest.SendAsync(RestRoute.Get("applications/@me"), null, cancellation))
            .Read(DiscordJson.Default.ApplicationObject)
            .Id;

    /// <summary>The server's id.</summary>
    /// <exception cref="PlatformRefusalException">There is none, or more than one and none is configured.</exception>
    public async Task<string> GuildIdAsync(CancellationToken cancellation)
    {
        if (_guild is { } known) return known;
        var guilds = (await rest.SendAsync(RestRoute.Get("users/@me/guilds"), null, cancellation)).Read(
            DiscordJson.Default.IReadOnlyListGuildObject);
        return guilds switch
        {
            [var only] => _guild = only.Id,
            [] => throw new PlatformRefusalException("The bot is in no server. Fix: open the invite link of the README.", permanent: false),
            _ => throw new PlatformRefusalException(
                $"The bot is in {guilds.Count} servers. Fix: set Discord:GuildId to the one it serves.",
                permanent: false),
        };
    }

    /// <summary>The problem while the bot is not in its server, with its remedy; null otherwise.</summary>
    public string? Problem =>
        _isOut ? "The bot was removed from its server. Fix: open the invite link of the README again; what waits is sent then." : null;

    /// <summary>The servers it is in, all of them.</summary>
    public void IsIn(IReadOnlyList<string> guilds) => _isOut = _guild is { } mine && !guilds.Contains(mine, StringComparer.Ordinal);

    /// <summary>It is in a server.</summary>
    public void Joined(string guild)
    {
        if (guild == _guild) _isOut = false;
    }

    /// <summary>It was removed from a server. Its channels are forgotten: there may be others when it comes back.</summary>
    public void Left(string guild)
    {
        if (guild != _guild) return;
        _isOut = true;
        _channels.Clear();
    }

    /// <summary>Whether an event of a server is this bot's to answer.</summary>
    public bool Serves(string? guild) => guild is not null && (_guild is null || _guild == guild);

    /// <summary>All channels of the server.</summary>
    public async Task<IReadOnlyList<ChannelObject>> ChannelsAsync(CancellationToken cancellation)
    {
        var channels = (
            await rest.SendAsync(RestRoute.Get("guilds/{}/channels", await GuildIdAsync(cancellation)), null, cancellation)
        ).Read(DiscordJson.Default.IReadOnlyListChannelObject);
        foreach (var channel in channels.Where(channel => channel.Type is ChannelType.Text or ChannelType.News && channel.Name is not null))
            _channels[channel.Name!] = channel.Id;
        return channels;
    }

    /// <summary>A text channel by its name or id; it is opened where there is none of that name.</summary>
    public async Task<string> ChannelIdAsync(string nameOrId, CancellationToken cancellation)
    {
        if (Snowflake.IsOne(nameOrId)) return nameOrId;
        if (_channels.TryGetValue(nameOrId, out var known)) return known;
        await ChannelsAsync(cancellation);
        if (_channels.TryGetValue(nameOrId, out var found)) return found;
        var body = new ChannelBody(nameOrId, ChannelType.Text, "Every incident that is not private is announced here.");
        var made = await rest.SendAsync(
            RestRoute.Post("guilds/{}/channels", await GuildIdAsync(cancellation)),
            Body.Of(body, DiscordJson.Default.ChannelBody),
            cancellation);
        return _channels[nameOrId] = made.Read(DiscordJson.Default.ChannelObject).Id;
    }

    /// <summary>Forgets a channel that is not there any more.</summary>
    public void Forget(string channelId)
    {
        foreach (var (name, id) in _channels)
            if (id == channelId) _channels.TryRemove(name, out _);
    }
}
