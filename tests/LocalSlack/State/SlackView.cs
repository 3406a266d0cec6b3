using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.State;

/// <summary>A modal or home view as it lies open before somebody. Source of the shape: <c>views.open</c>.</summary>
public sealed class SlackView(string id, string user, JsonObject sent)
{
    public string Id { get; } = id;
    public string User { get; } = user;

    /// <summary>What the bot sent, with generated <c>block_id</c>s and <c>action_id</c>s filled in.</summary>
    public JsonObject Sent { get; set; } = sent;

    public string Hash { get; set; } = "";
    public SlackView? Previous { get; init; }
    public SlackView Root => Previous?.Root ?? this;
    public string? ExternalId => (string?)Sent["external_id"];

    /// <summary>What <c>response_action: errors</c> said, by <c>block_id</c>.</summary>
    public Dictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>What the person has entered, as <c>state.values</c> will have it.</summary>
    public JsonObject Entered { get; set; } = [];

    public JsonObject ToJson(Workspace workspace)
    {
        var view = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = workspace.TeamId,
            ["type"] = (string?)Sent["type"],
            ["blocks"] = Sent["blocks"]?.DeepClone() ?? new JsonArray(),
            ["private_metadata"] = (string?)Sent["private_metadata"] ?? "",
            ["callback_id"] = (string?)Sent["callback_id"] ?? "",
            ["state"] = new JsonObject { ["values"] = Entered.DeepClone() },
            ["hash"] = Hash,
            ["title"] = Sent["title"]?.DeepClone(),
            ["clear_on_close"] = (bool?)Sent["clear_on_close"] ?? false,
            ["notify_on_close"] = (bool?)Sent["notify_on_close"] ?? false,
            ["close"] = Sent["close"]?.DeepClone(),
            ["submit"] = Sent["submit"]?.DeepClone(),
            ["previous_view_id"] = Previous?.Id,
            ["root_view_id"] = Root.Id,
            ["app_id"] = workspace.App.AppId,
            ["external_id"] = ExternalId ?? "",
            ["app_installed_team_id"] = workspace.TeamId,
            ["bot_id"] = workspace.App.BotId,
        };
        if ((string?)Sent["type"] == "home")
            view["title"] = new JsonObject
            {
                ["type"] = "plain_text",
                ["text"] = "View Title",
                ["emoji"] = true,
            };
        return view;
    }
}
