using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.People;

/// <summary>What the workspace's administrators do to the app and its people.</summary>
public sealed class Administration(Workspace workspace, EventFeed events)
{
    /// <summary>Revokes the bot's token: every call is refused, and the app is told.</summary>
    public void RevokeToken() => Do(() =>
    {
        events.Everywhere(
                scope: null,
                new()
                {
                    ["type"] = "tokens_revoked",
                    ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.App.BotUserId) },
                });
        workspace.App.BotTokenState = TokenState.Revoked;
    });

    /// <summary>Removes the app from the workspace.</summary>
    public void Uninstall() => Do(() =>
    {
        events.Everywhere(scope: null, new() { ["type"] = "app_uninstalled" });
        workspace.App.BotTokenState = TokenState.AccountInactive;
    });

    /// <summary>Installs it again with a new token.</summary>
    public void Reinstall(string botToken) =>
        Do(() => (workspace.App.BotToken, workspace.App.BotTokenState) = (botToken, TokenState.Valid));

    /// <summary>Sets what calls with the bot's token answer.</summary>
    public void SetBotToken(TokenState state) => Do(() => workspace.App.BotTokenState = state);

    public void TakeScope(string scope) => Do(() => workspace.App.Scopes.Remove(scope));

    public void GrantScope(string scope) => Do(() => workspace.App.Scopes.Add(scope));

    /// <summary>Adds somebody to the workspace; they are in <c>#general</c>.</summary>
    public SlackUser AddUser(string name)
    {
        lock (workspace.Gate)
        {
            var user = workspace.AddUser(name);
            workspace.ChannelNamed("general").Members.Add(user.Id);
            events.Everywhere("users:read", new() { ["type"] = "team_join", ["user"] = user.ToJson(workspace, withEmail: false) });
            return user;
        }
    }

    /// <summary>Deactivates somebody: they leave every channel, and <c>user_change</c> says so.</summary>
    public void Deactivate(string name) => Change(name, user =>
    {
        user.IsDeactivated = true;
        foreach (var channel in workspace.Channels.Values) channel.Members.Remove(user.Id);
    });

    /// <summary>Changes a profile and tells the app.</summary>
    public void Change(string name, Action<SlackUser> change) => Do(() =>
    {
        var user = workspace.UserNamed(name);
        change(user);
        events.Everywhere(
                "users:read",
                new()
                {
                    ["type"] = "user_change",
                    ["user"] = user.ToJson(workspace, withEmail: false),
                    ["cache_ts"] = workspace.UnixNow,
                });
    });

    /// <summary>Adds a group of people with a handle.</summary>
    public string AddUsergroup(string handle, params string[] members)
    {
        lock (workspace.Gate)
        {
            var id = workspace.NextId("S");
            var users = members.Select(member => workspace.UserNamed(member).Id).ToList();
            workspace.Usergroups.Add(new()
            {
                ["id"] = id,
                ["team_id"] = workspace.TeamId,
                ["is_usergroup"] = true,
                ["is_subteam"] = true,
                ["name"] = handle,
                ["description"] = "",
                ["handle"] = handle,
                ["is_external"] = false,
                ["date_create"] = workspace.UnixNow,
                ["date_update"] = workspace.UnixNow,
                ["date_delete"] = 0,
                ["created_by"] = users.FirstOrDefault(),
                ["updated_by"] = users.FirstOrDefault(),
                ["deleted_by"] = null,
                ["users"] = new JsonArray([.. users.Select(user => (JsonNode)user)]),
                ["user_count"] = users.Count,
            });
            return id;
        }
    }

    private void Do(Action act)
    {
        lock (workspace.Gate) act();
    }
}
