using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.State;

/// <summary>What kind of conversation it is; scopes and event names differ by it.</summary>
public enum ConversationKind { Public, Private, Direct }

/// <summary>A conversation with everything in it. Source of the shape: <c>conversations.info</c>.</summary>
public sealed class SlackChannel(string id, string name, ConversationKind kind, string creator, long created)
{
    public string Id { get; } = id;
    public string Name { get; set; } = name;
    public ConversationKind Kind { get; } = kind;
    public string Creator { get; } = creator;
    public bool IsArchived { get; set; }
    public bool IsGeneral { get; init; }
    public string Topic { get; set; } = "";
    public string Purpose { get; set; } = "";

    /// <summary>Shared with another organisation by Slack Connect.</summary>
    public bool IsShared { get; set; }

    public List<string> Members { get; } = [];
    public List<string> PreviousNames { get; } = [];
    public List<SlackMessage> Messages { get; } = [];
    public List<SlackMessage> Ephemerals { get; } = [];

    /// <summary>The pinned messages' <c>ts</c>, who pinned them and when, oldest first.</summary>
    public List<(string Ts, string By, long At)> Pins { get; } = [];

    public List<JsonObject> Bookmarks { get; } = [];

    /// <summary><c>channels</c>, <c>groups</c> or <c>im</c>: how scopes and events begin.</summary>
    public string ScopePrefix => Kind switch { ConversationKind.Public => "channels", ConversationKind.Private => "groups", _ => "im" };

    /// <summary>As <c>channel_type</c> says it in an event.</summary>
    public string TypeInEvents => Kind switch { ConversationKind.Public => "channel", ConversationKind.Private => "group", _ => "im" };

    public SlackMessage? Find(string ts) => Messages.Find(message => message.Ts == ts);

    public JsonObject ToJson(Workspace workspace, string seenBy)
    {
        if (Kind == ConversationKind.Direct)
        {
            return new()
            {
                ["id"] = Id,
                ["created"] = created,
                ["is_im"] = true,
                ["is_org_shared"] = false,
                ["is_archived"] = IsArchived,
                ["context_team_id"] = workspace.TeamId,
                ["updated"] = created * 1000,
                ["is_open"] = true,
                ["priority"] = 0,
                ["user"] = Members.Find(member => member != seenBy) ?? seenBy,
            };
        }

        return new()
        {
            ["id"] = Id,
            ["name"] = Name,
            ["name_normalized"] = Name,
            ["is_channel"] = Kind == ConversationKind.Public,
            ["is_group"] = Kind == ConversationKind.Private,
            ["is_im"] = false,
            ["is_mpim"] = false,
            ["is_private"] = Kind == ConversationKind.Private,
            ["created"] = created,
            ["updated"] = created * 1000,
            ["is_archived"] = IsArchived,
            ["is_general"] = IsGeneral,
            ["unlinked"] = 0,
            ["is_shared"] = IsShared,
            ["is_org_shared"] = false,
            ["is_pending_ext_shared"] = false,
            ["is_ext_shared"] = IsShared,
            ["pending_shared"] = new JsonArray(),
            ["context_team_id"] = workspace.TeamId,
            ["shared_team_ids"] = new JsonArray(workspace.TeamId),
            ["pending_connected_team_ids"] = new JsonArray(),
            ["creator"] = Creator,
            ["is_member"] = Members.Contains(seenBy),
            ["last_read"] = "0000000000.000000",
            ["topic"] = new JsonObject
            {
                ["value"] = Topic,
                ["creator"] = Topic.Length == 0 ? "" : Creator,
                ["last_set"] = Topic.Length == 0 ? 0 : created,
            },
            ["purpose"] = new JsonObject
            {
                ["value"] = Purpose,
                ["creator"] = Purpose.Length == 0 ? "" : Creator,
                ["last_set"] = Purpose.Length == 0 ? 0 : created,
            },
            ["previous_names"] = new JsonArray([.. PreviousNames.Select(previous => (JsonNode)previous)]),
        };
    }
}
