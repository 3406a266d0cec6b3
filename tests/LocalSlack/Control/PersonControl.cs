using System.Text.Json.Nodes;
using Sitrep.LocalSlack.People;

namespace Sitrep.LocalSlack.Control;

/// <summary>What a person does, told as <c>POST /control/as/{user}/{act}</c>.</summary>
internal sealed class PersonControl(LocalSlackServer slack)
{
    public async Task<JsonNode?> Act(string user, string act, JsonObject body)
    {
        var person = slack.As(user);
        string Text(string name) => (string?)body[name] ?? throw new KeyNotFoundException($"'{name}' is missing");
        switch (act)
        {
            case "command":
                return Told(await person.Command(Text("channel"), Text("text")));
            case "click":
                return Told(
                    body["view"] is null
                        ? await person.Click(Text("channel"), Text("ts"), Text("action"), (string?)body["value"])
                        : await person.ClickInView(Text("action"), (string?)body["value"]));
            case "shortcut":
                return Told(await person.Shortcut(Text("callback_id")));
            case "message_shortcut":
                return Told(await person.MessageShortcut(Text("channel"), Text("ts"), Text("callback_id")));
            case "submit":
                foreach (var (input, value) in body["values"] as JsonObject ?? [])
                    person.Fill(input, (string?)value);
                return Told(await person.Submit());
            case "close":
                await person.Close((bool?)body["all"] ?? false);
                break;
            case "home":
                person.OpenHome((string?)body["tab"] ?? "home");
                break;
            case "post":
                return new JsonObject { ["ts"] = person.Post(Text("channel"), Text("text"), (string?)body["thread_ts"]) };
            case "edit":
                person.Edit(Text("channel"), Text("ts"), Text("text"));
                break;
            case "delete":
                person.Delete(Text("channel"), Text("ts"));
                break;
            case "react":
                person.React(Text("channel"), Text("ts"), Text("emoji"));
                break;
            case "unreact":
                person.Unreact(Text("channel"), Text("ts"), Text("emoji"));
                break;
            case "pin":
                person.Pin(Text("channel"), Text("ts"));
                break;
            case "unpin":
                person.Unpin(Text("channel"), Text("ts"));
                break;
            case "create":
                return new JsonObject { ["id"] = person.Create(Text("name"), (bool?)body["is_private"] ?? false).Id };
            case "archive":
                person.Archive(Text("channel"));
                break;
            case "unarchive":
                person.Unarchive(Text("channel"));
                break;
            case "rename":
                person.Rename(Text("channel"), Text("name"));
                break;
            case "invite":
                person.Invite(Text("channel"), Text("who"));
                break;
            case "remove":
                person.Remove(Text("channel"), Text("who"));
                break;
            case "leave":
                person.Leave(Text("channel"));
                break;
            default:
                throw new KeyNotFoundException($"A person cannot {act}");
        }

        return null;
    }

    /// <summary>The messages of a channel as a person sees them, the view on top and the Home tab.</summary>
    public JsonObject Sees(string user, string channel)
    {
        var person = slack.As(user);
        var (view, home) = (person.View, person.Home);
        lock (slack.Workspace.Gate)
        {
            return new()
            {
                ["messages"] =
                    channel.Length == 0
                        ? new JsonArray()
                        : new JsonArray([
                            .. person
                                .Sees(channel)
                                .Select(message =>
                                {
                                    var shown = message.ToJson(slack.Workspace, withMetadata: true);
                                    shown["is_ephemeral"] = message.OnlyFor is not null;
                                    return shown;
                                }),
                        ]),
                ["view"] = view?.ToJson(slack.Workspace),
                ["errors"] = view is null
                    ? null
                    : new JsonObject(view.Errors.Select(error => KeyValuePair.Create(error.Key, (JsonNode?)error.Value))),
                ["home"] = home?.ToJson(slack.Workspace),
            };
        }
    }

    private static JsonObject Told(Outcome outcome) => new()
    {
        ["ok"] = outcome.IsWell,
        ["notice"] = outcome.Notice,
        ["reply"] = outcome.Reply?.DeepClone(),
        ["trigger_id"] = outcome.TriggerId,
    };
}
