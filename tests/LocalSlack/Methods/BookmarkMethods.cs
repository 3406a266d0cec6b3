using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;

namespace Sitrep.LocalSlack.Methods;

/// <summary><c>bookmarks.*</c>: the links under a channel's name.</summary>
public static class BookmarkMethods
{
    private const int Most = 100;

    public static IEnumerable<Method> All { get; } =
    [
        new("bookmarks.add", Tier.Tier2, ["bookmarks:write"], Add),
        new("bookmarks.edit", Tier.Tier2, ["bookmarks:write"], Edit),
        new("bookmarks.remove", Tier.Tier2, ["bookmarks:write"], Remove),
        new("bookmarks.list", Tier.Tier3, ["bookmarks:read"], List),
    ];

    private static JsonObject Add(ApiCall call)
    {
        var channel = call.Channel("channel_id");
        call.MustBeIn(channel);
        var title = call.Arguments.Required("title");
        if (call.Arguments.Required("type") != "link") throw new SlackRefusalException("invalid_bookmark_type");
        var link = Link(call.Arguments.Required("link"));
        if (channel.Bookmarks.Count >= Most) throw new SlackRefusalException("too_many_bookmarks");
        var now = call.Workspace.UnixNow;
        var bookmark = new JsonObject
        {
            ["id"] = call.Workspace.NextId("Bk"),
            ["channel_id"] = channel.Id,
            ["title"] = title,
            ["link"] = link,
            ["emoji"] = Emoji(call),
            ["icon_url"] = null,
            ["entity_id"] = null,
            ["type"] = "link",
            ["date_created"] = now,
            ["date_updated"] = 0,
            ["rank"] = "U",
            ["last_updated_by_user_id"] = call.Me,
            ["last_updated_by_team_id"] = call.Workspace.TeamId,
            ["shortcut_id"] = null,
            ["app_id"] = call.App.AppId,
            ["app_action_id"] = null,
        };
        channel.Bookmarks.Add(bookmark);
        return ApiCall.Ok(("bookmark", bookmark.DeepClone()));
    }

    private static JsonObject Edit(ApiCall call)
    {
        var bookmark = Named(call);
        if (call.Arguments.Text("title") is { } title) bookmark["title"] = title;
        if (call.Arguments.Text("link") is { } link) bookmark["link"] = Link(link);
        if (call.Arguments.Has("emoji")) bookmark["emoji"] = Emoji(call);
        bookmark["date_updated"] = call.Workspace.UnixNow;
        return ApiCall.Ok(("bookmark", bookmark.DeepClone()));
    }

    private static JsonObject Remove(ApiCall call)
    {
        call.Channel("channel_id").Bookmarks.Remove(Named(call));
        return ApiCall.Ok();
    }

    private static JsonObject List(ApiCall call) =>
        ApiCall.Ok(("bookmarks", new JsonArray([.. call.Channel("channel_id").Bookmarks.Select(bookmark => bookmark.DeepClone())])));

    private static JsonObject Named(ApiCall call)
    {
        var channel = call.Channel("channel_id");
        var id = call.Arguments.Required("bookmark_id");
        return channel.Bookmarks.Find(bookmark => (string?)bookmark["id"] == id) ?? throw new SlackRefusalException("not_found");
    }

    private static string Link(string link) =>
        link.StartsWith("http://", StringComparison.Ordinal) || link.StartsWith("https://", StringComparison.Ordinal)
            ? link
            : throw new SlackRefusalException("invalid_link");

    private static string? Emoji(ApiCall call) =>
        call.Arguments.Text("emoji") is not { } emoji ? null
        : emoji.StartsWith(':') && emoji.EndsWith(':') ? emoji
        : throw new SlackRefusalException("invalid_emoji");
}
