using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.State;

/// <summary>A message in a conversation; its <see cref="Ts"/> is its identity there.</summary>
public sealed class SlackMessage(string ts, string user)
{
    public string Ts { get; } = ts;
    public string User { get; set; } = user;
    public string? BotId { get; init; }
    public string? Subtype { get; set; }
    public string? ThreadTs { get; init; }

    /// <summary>Null for everybody's message; else the one person who sees it.</summary>
    public string? OnlyFor { get; init; }

    public string? ClientMessageId { get; init; }
    public string Text { get; set; } = "";
    public JsonArray? Blocks { get; set; }
    public JsonArray? Attachments { get; set; }
    public JsonObject? Metadata { get; set; }
    public List<string> Files { get; } = [];
    public (string User, string Ts)? Edited { get; set; }

    /// <summary>Who reacted with what, in the order of the first of each.</summary>
    public List<(string Name, List<string> Users)> Reactions { get; } = [];

    /// <summary>What is particular to a subtype: a topic, an inviter.</summary>
    public JsonObject? Extra { get; init; }

    public JsonObject ToJson(Workspace workspace, bool withMetadata = false)
    {
        var message = new JsonObject { ["type"] = "message", ["user"] = User, ["ts"] = Ts, ["text"] = Text, ["team"] = workspace.TeamId };
        if (Subtype is not null) message["subtype"] = Subtype;
        if (ClientMessageId is not null) message["client_msg_id"] = ClientMessageId;
        if (BotId is not null)
        {
            message["bot_id"] = BotId;
            message["app_id"] = workspace.App.AppId;
            message["bot_profile"] = workspace.App.Profile(workspace);
        }

        if (ThreadTs is not null) message["thread_ts"] = ThreadTs;
        if (Blocks is not null) message["blocks"] = Blocks.DeepClone();
        if (Attachments is not null) message["attachments"] = Attachments.DeepClone();
        if (withMetadata && Metadata is not null) message["metadata"] = Metadata.DeepClone();
        if (Edited is { } edited) message["edited"] = new JsonObject { ["user"] = edited.User, ["ts"] = edited.Ts };
        if (Files.Count > 0) message["files"] = new JsonArray([.. Files.Select(id => workspace.Files[id].ToJson(workspace))]);
        if (Reactions.Count > 0) message["reactions"] = ReactionsJson();
        foreach (var (name, value) in Extra ?? []) message[name] = value?.DeepClone();
        return message;
    }

    private JsonArray ReactionsJson() => new([.. Reactions.Select(reaction => new JsonObject
    {
        ["name"] = reaction.Name,
        ["users"] = new JsonArray([.. reaction.Users.Select(user => (JsonNode)user)]),
        ["count"] = reaction.Users.Count,
    })]);
}
