using System.Collections.Concurrent;
using System.Text.Json;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>Finds channels, page by page, and keeps what the announcement channel's name stands for.</summary>
internal sealed class ChannelSearch(SlackApi api)
{
    private readonly ConcurrentDictionary<string, string> _byName = new(StringComparer.Ordinal);

    /// <summary>The first channel that fits, archived ones left out; null for none.</summary>
    public async Task<JsonElement?> FirstAsync(Func<JsonElement, bool> fits, bool withPrivate, CancellationToken cancellation)
    {
        KeyValuePair<string, string>[] arguments =
        [
            new("types", withPrivate ? "public_channel,private_channel" : "public_channel"),
            new("exclude_archived", "true"),
            new("limit", "999"),
        ];
        await foreach (var channel in api.ListAsync("conversations.list", "channels", arguments, cancellation))
            if (fits(channel)) return channel;
        return null;
    }

    /// <summary>The id of a public channel by its name, joined; it is opened where there is none.</summary>
    public async Task<string> NamedAsync(string name, CancellationToken cancellation)
    {
        if (Mrkdwn.IsId(name)) return name;
        if (_byName.TryGetValue(name, out var known)) return known;
        if (await FirstAsync(channel => channel.Text("name") == name, withPrivate: false, cancellation) is not { } found)
            return _byName[name] = await OpenAsync(name, cancellation);
        var id = found.Text("id")!;
        if (!found.Flag("is_member")) await JoinAsync(id, cancellation);
        return _byName[name] = id;
    }

    /// <summary>Comes into a public channel.</summary>
    public Task JoinAsync(string id, CancellationToken cancellation) =>
        api.CallAsync("conversations.join", json => json.WriteString("channel"u8, id), cancellation);

    /// <summary>Whether it is a channel that the bot found by its name, and speaks in.</summary>
    public bool IsNamed(string id) => _byName.Values.Contains(id);

    /// <summary>Forgets what a name stood for: the channel is gone.</summary>
    public void Forget(string id)
    {
        foreach (var pair in _byName.Where(pair => pair.Value == id)) _byName.TryRemove(pair);
    }

    private async Task<string> OpenAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var made = await api.CallAsync("conversations.create", json => json.WriteString("name"u8, name), cancellation);
            return made.Text("channel", "id") ?? throw new HttpRequestException("conversations.create: the answer names no channel");
        }
        catch (PlatformRefusalException refusal) when (refusal.Message == "name_taken")
        {
            // By a private channel that the bot is in, or by one that it cannot see.
            if (await FirstAsync(channel => channel.Text("name") == name, withPrivate: true, cancellation) is { } found)
                return found.Text("id")!;
            throw new PlatformRefusalException(
                $"name_taken: #{name} is archived, or private without me. Fix: unarchive it, invite me, or name another as Incidents:AnnouncementChannel",
                permanent: true);
        }
    }
}
