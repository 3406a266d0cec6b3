using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary><c>users.*</c> and <c>usergroups.*</c>.</summary>
public static class UserMethods
{
    public static IEnumerable<Method> All { get; } =
    [
        new("users.info", Tier.Tier4, ["users:read"], Info) { IsFormOnly = true },
        new("users.list", Tier.Tier2, ["users:read"], List) { IsFormOnly = true },
        new("users.lookupByEmail", Tier.Tier3, ["users:read.email"], LookupByEmail) { IsFormOnly = true },
        new("users.conversations", Tier.Tier2, ["channels:read", "groups:read", "im:read", "mpim:read"], Conversations)
        {
            IsFormOnly = true,
        },
        new("usergroups.list", Tier.Tier2, ["usergroups:read"], Groups) { IsFormOnly = true },
        new("usergroups.users.list", Tier.Tier2, ["usergroups:read"], GroupMembers) { IsFormOnly = true },
    ];

    private static JsonObject Info(ApiCall call) => ApiCall.Ok(("user", Shown(call, call.User("user"))));

    private static JsonObject List(ApiCall call)
    {
        var answer = Page.Of(call, "members", [.. call.Workspace.Users.Values], user => Shown(call, user), 1000, 1000);
        answer["cache_ts"] = call.Workspace.UnixNow;
        return answer;
    }

    private static JsonObject LookupByEmail(ApiCall call)
    {
        var email = call.Arguments.Required("email");
        var found = call.Workspace.Users.Values.FirstOrDefault(user =>
            !user.IsDeactivated && string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase));
        return ApiCall.Ok(("user", Shown(call, found ?? throw new SlackRefusalException("users_not_found"))));
    }

    private static JsonObject Conversations(ApiCall call)
    {
        var user = call.Arguments.Text("user") ?? call.Me;
        return Page.Of(call, "channels", ConversationReads.OfTypes(call, channel => channel.Members.Contains(user)), channel =>
        {
            var shown = channel.ToJson(call.Workspace, call.Me);
            // It is asked for somebody, and so Slack does not say whether the bot is there.
            shown.Remove("is_member");
            return shown;
        }, 100, 999);
    }

    private static JsonObject Groups(ApiCall call)
    {
        var isWithUsers = call.Arguments.Flag("include_users");
        return ApiCall.Ok(("usergroups", new JsonArray([.. call.Workspace.Usergroups.Select(group =>
        {
            var shown = (JsonObject)group.DeepClone();
            if (!isWithUsers) shown.Remove("users");
            return shown;
        })])));
    }

    private static JsonObject GroupMembers(ApiCall call)
    {
        var id = call.Arguments.Required("usergroup");
        var group = call.Workspace.Usergroups.Find(one => (string?)one["id"] == id) ?? throw new SlackRefusalException("no_such_subteam");
        return ApiCall.Ok(("users", group["users"]!.DeepClone()));
    }

    private static JsonObject Shown(ApiCall call, SlackUser user) =>
        user.ToJson(call.Workspace, call.App.Scopes.Contains("users:read.email"));
}
