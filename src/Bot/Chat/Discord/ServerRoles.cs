using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord;

/// <summary>
/// The server's roles as the gateway tells them: each is a group of people, and mute where the bot may not mention it
/// (docs: resources, "Message", Allowed Mentions).
/// </summary>
internal sealed class ServerRoles
{
    private readonly ConcurrentDictionary<string, RoleRights> _roles = new(StringComparer.Ordinal);
    private volatile IReadOnlyCollection<string> _mine = [];
    private string? _me;

    /// <summary>A role; one of which nobody told is called by its id.</summary>
    public Group Of(string id) => _roles.TryGetValue(id, out var role) ? Group(id, role) : new(Platforms.Discord, id, id);

    /// <summary>Roles whose names stand in a text.</summary>
    public IReadOnlyList<Group> In(string text) =>
    [
        .. _roles
            .Where(role => role.Value.Name.Length > 0 && text.Contains(role.Value.Name, StringComparison.OrdinalIgnoreCase))
            .Select(role => Group(role.Key, role.Value)),
    ];

    /// <summary>Learns what a dispatch tells.</summary>
    public void Learn(string dispatch, JsonElement data)
    {
        switch (dispatch)
        {
            case "READY":
                _me = data.Text("user", "id") ?? _me;
                break;
            case "GUILD_CREATE":
                // The role of everybody has the server's own id, and is no group.
                foreach (var role in data.Items("roles"))
                    Learn(role, isEverybody: role.Text("id") is { } id && id == data.Text("id"));
                foreach (var member in data.Items("members")) LearnMember(member);
                break;
            case "GUILD_MEMBER_UPDATE":
                LearnMember(data);
                break;
            case "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" when data.Member("role") is { } role:
                Learn(role, isEverybody: role.Text("id") == data.Text("guild_id"));
                break;
            case "GUILD_ROLE_DELETE" when data.Text("role_id") is { } gone:
                _roles.TryRemove(gone, out _);
                break;
        }
    }

    private void Learn(JsonElement role, bool isEverybody)
    {
        if (role.Text("id") is not { } id) return;
        var rights = long.TryParse(role.Text("permissions"), CultureInfo.InvariantCulture, out var bits) ? bits : 0;
        var name = isEverybody ? "" : (role.Text("name") ?? "").TrimStart('@');
        _roles[id] = new(name, role.Member("mentionable") is { ValueKind: JsonValueKind.False }, rights, isEverybody);
    }

    private void LearnMember(JsonElement member)
    {
        if (member.Text("user", "id") is { } user && user == _me)
            _mine = [.. member.Items("roles").Select(role => role.GetString()).OfType<string>()];
    }

    private Group Group(string id, RoleRights role) =>
        new(Platforms.Discord, id, role.Name.Length > 0 ? role.Name : "everyone")
        {
            IsMute = role.IsEverybody || (role.IsShielded && !MayMentionAll()),
        };

    private bool MayMentionAll() =>
        _roles.Any(role =>
            (role.Value.IsEverybody || _mine.Contains(role.Key))
            && (role.Value.Rights & (Permissions.MentionEveryone | Permissions.Administrator)) != 0);
}

/// <summary>What counts of a role.</summary>
/// <param name="Name">Its name, without <c>@</c>; empty for the role of everybody.</param>
/// <param name="IsShielded">Whether only who may mention everybody may mention it.</param>
/// <param name="Rights">Its rights as bits.</param>
/// <param name="IsEverybody">Whether everybody has it.</param>
internal sealed record RoleRights(string Name, bool IsShielded, long Rights, bool IsEverybody);
