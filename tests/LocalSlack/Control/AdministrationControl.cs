using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Control;

/// <summary>What administrators do, told as <c>POST /control/admin/{act}</c>.</summary>
internal sealed class AdministrationControl(LocalSlackServer slack)
{
    public JsonNode? Act(string act, JsonObject body)
    {
        string Text(string name) => (string?)body[name] ?? throw new KeyNotFoundException($"'{name}' is missing");
        var administration = slack.Administration;
        switch (act)
        {
            case "revoke_token":
                administration.RevokeToken();
                break;
            case "uninstall":
                administration.Uninstall();
                break;
            case "reinstall":
                administration.Reinstall(Text("bot_token"));
                break;
            case "token_state":
                administration.SetBotToken(Enum.Parse<TokenState>(Text("state"), ignoreCase: true));
                break;
            case "take_scope":
                administration.TakeScope(Text("scope"));
                break;
            case "grant_scope":
                administration.GrantScope(Text("scope"));
                break;
            case "deactivate":
                administration.Deactivate(Text("user"));
                break;
            case "add_user":
                return new JsonObject { ["id"] = administration.AddUser(Text("name")).Id };
            case "change_user":
                administration.Change(Text("user"), user => Change(user, body));
                break;
            case "add_usergroup":
                return new JsonObject
                {
                    ["id"] = administration.AddUsergroup(
                        Text("handle"),
                        [.. ((JsonArray)body["members"]!).Select(member => (string)member!)]),
                };
            case "request_url":
                slack.Options.RequestUrl = new(Text("url"));
                break;
            default:
                throw new KeyNotFoundException($"An administrator cannot {act}");
        }

        return null;
    }

    private static void Change(SlackUser user, JsonObject body)
    {
        user.Name = (string?)body["name"] ?? user.Name;
        user.RealName = (string?)body["real_name"] ?? user.RealName;
        user.DisplayName = (string?)body["display_name"] ?? user.DisplayName;
        user.IsGuest = (bool?)body["is_guest"] ?? user.IsGuest;
        user.IsSingleChannelGuest = (bool?)body["is_single_channel_guest"] ?? user.IsSingleChannelGuest;
        user.IsStranger = (bool?)body["is_stranger"] ?? user.IsStranger;
    }
}
