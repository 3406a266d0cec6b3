using System.Collections.Concurrent;
using System.Text.Json;

namespace Sitrep.Chat.Discord;

/// <summary>The names of the server's roles and channels, from the gateway: people type their marks and read their names.</summary>
internal sealed class NameCache
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The roles among them.</summary>
    public ServerRoles Roles { get; } = new();

    /// <summary>The name behind an id; null where nobody told.</summary>
    public string? Of(string id) => _names.GetValueOrDefault(id);

    /// <summary>Learns what a dispatch tells.</summary>
    public void Learn(string dispatch, JsonElement data)
    {
        Roles.Learn(dispatch, data);
        switch (dispatch)
        {
            case "GUILD_CREATE":
                foreach (var kind in (string[])["roles", "channels", "threads"])
                    foreach (var one in data.Items(kind)) Learn(one);
                break;
            case "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" when data.Member("role") is { } role:
                Learn(role);
                break;
            case "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE":
                Learn(data);
                break;
        }
    }

    private void Learn(JsonElement one)
    {
        if (one.Text("id") is { } id && one.Text("name") is { } name) _names[id] = name.TrimStart('@');
    }
}
