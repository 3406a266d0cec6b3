using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.State;

/// <summary>A file: announced first, then its bytes, then shared. Source of the shape: <c>files.completeUploadExternal</c>.</summary>
public sealed class SlackFile(string id, string name, long announcedLength, long created)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public string Title { get; set; } = name;
    public long AnnouncedLength { get; } = announcedLength;
    /// <summary>The last part of the address its bytes are sent to.</summary>
    public string UploadToken { get; init; } = "";

    public byte[]? Content { get; set; }
    public bool IsComplete { get; set; }
    public List<string> Channels { get; } = [];

    public JsonObject ToJson(Workspace workspace)
    {
        var extension = Path.GetExtension(Name).TrimStart('.');
        return new()
        {
            ["id"] = Id,
            ["created"] = created,
            ["timestamp"] = created,
            ["name"] = Name,
            ["title"] = Title,
            ["mimetype"] = extension == "md" ? "text/markdown" : "application/octet-stream",
            ["filetype"] = extension.Length == 0 ? "binary" : extension,
            ["pretty_type"] = extension.ToUpperInvariant(),
            ["user"] = workspace.App.BotUserId,
            ["user_team"] = workspace.TeamId,
            ["editable"] = false,
            ["size"] = Content?.Length ?? 0,
            ["mode"] = "hosted",
            ["is_external"] = false,
            ["external_type"] = "",
            ["is_public"] = true,
            ["public_url_shared"] = false,
            ["display_as_bot"] = false,
            ["username"] = "",
            ["url_private"] = $"{workspace.Url}files-pri/{Id}",
            ["url_private_download"] = $"{workspace.Url}files-pri/{Id}/download",
            ["permalink"] = $"{workspace.Url}files/{Id}",
            ["permalink_public"] = $"{workspace.Url}files-pub/{Id}",
            ["channels"] = new JsonArray([.. Channels.Select(channel => (JsonNode)channel)]),
            ["groups"] = new JsonArray(),
            ["ims"] = new JsonArray(),
            ["comments_count"] = 0,
        };
    }
}
