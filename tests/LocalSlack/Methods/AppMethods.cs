using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Delivery;

namespace Sitrep.LocalSlack.Methods;

/// <summary>Who the app is and where it is: <c>auth</c>, <c>apps.connections</c>, <c>team</c>, <c>bots</c>, <c>api</c>.</summary>
public sealed class AppMethods(SocketMode sockets)
{
    public IEnumerable<Method> All =>
    [
        new("api.test", Tier.Tier4, [], Test),
        new("auth.test", Tier.Special, [], AuthTest),
        new("apps.connections.open", Tier.Tier1, [], OpenConnection) { WantsAppToken = true },
        new("team.info", Tier.Tier3, ["team:read"], TeamInfo) { IsFormOnly = true },
        new("bots.info", Tier.Tier3, ["users:read"], BotInfo) { IsFormOnly = true },
    ];

    private static JsonObject Test(ApiCall call) =>
        call.Arguments.Text("error") is { } error
            ? throw new SlackRefusalException(error)
            : ApiCall.Ok(("args", call.Arguments.Values.DeepClone()));

    private static JsonObject AuthTest(ApiCall call) => ApiCall.Ok(
        ("url", call.Workspace.Url), ("team", call.Workspace.TeamName), ("user", call.App.Name), ("team_id", call.Workspace.TeamId),
        ("user_id", call.Me), ("bot_id", call.App.BotId), ("is_enterprise_install", false));

    private JsonObject OpenConnection(ApiCall call)
    {
        var url = new UriBuilder(new Uri(call.ServerUrl, "link/"))
        {
            Scheme = "ws",
            Query = $"ticket={sockets.IssueTicket()}&app_id={call.App.AppId}",
        };
        return ApiCall.Ok(("url", url.Uri.ToString()));
    }

    private static JsonObject TeamInfo(ApiCall call) => ApiCall.Ok(("team", new JsonObject
    {
        ["id"] = call.Workspace.TeamId,
        ["name"] = call.Workspace.TeamName,
        ["url"] = call.Workspace.Url,
        ["domain"] = call.Workspace.Domain,
        ["email_domain"] = "",
        ["icon"] = new JsonObject { ["image_default"] = true },
        ["avatar_base_url"] = call.Workspace.Url,
        ["is_verified"] = false,
    }));

    private static JsonObject BotInfo(ApiCall call)
    {
        if (call.Arguments.Text("bot") is { } id && id != call.App.BotId) throw new SlackRefusalException("bot_not_found");
        var profile = call.App.Profile(call.Workspace);
        profile.Remove("team_id");
        profile["user_id"] = call.Me;
        return ApiCall.Ok(("bot", profile));
    }
}
