using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalDiscord.Faults;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>
/// People, the owner, faults and the clock over HTTP, for those who are not in this process. See README.md beside this
/// project.
/// </summary>
internal sealed class ControlRoutes(DiscordServer server)
{
    public const string Base = "/control";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
    private readonly LedgerReading _reading = new(server);

    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value![Base.Length..].Trim('/');
        JsonNode? answer;
        try
        {
            answer = http.Request.Method switch
            {
                "GET" => _reading.Of(path, http.Request.Query),
                "POST" => Act(path, await BodyAsync(http.Request)),
                _ => null,
            };
        }
        catch (Exception error) when (error is NotDoneException or JsonException or InvalidOperationException or FormatException)
        {
            http.Response.StatusCode = 400;
            answer = new JsonObject { ["refused"] = error.Message };
        }

        if (answer is null) http.Response.StatusCode = 404;
        else await http.Response.WriteAsJsonAsync(answer);
    }

    private static async Task<JsonNode> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) ?? new JsonObject();
    }

    private JsonObject? Act(string path, JsonNode body) => path.Split('/') switch
    {
        ["people", var name, var deed] => Person(server.As(name), deed, body),
        ["server", var deed] => Administer(deed, body),
        ["gateway", var deed] => Disturb(deed, body),
        ["faults"] => Lay(body),
        ["faults", "clear"] => Done(server.Faults.Clear),
        ["clock"] => Done(() => server.World.Clock.Push(TimeSpan.FromSeconds((double)body["seconds"]!))),
        _ => null,
    };

    private JsonObject? Person(Person person, string deed, JsonNode body) =>
        deed switch
        {
            "run" => Begun(person.Run(Id(body, "channel"), Text(body, "text"))),
            "autocomplete" => Begun(person.Autocomplete(Id(body, "channel"), Text(body, "text"))),
            "press" => Begun(
                person.Press(
                    Id(body, "channel"),
                    Id(body, "message"),
                    Text(body, "custom_id"),
                    [.. (body.List("values") ?? []).Select(value => value!.ToString())])),
            "menu" => Begun(person.Menu(Id(body, "channel"), Id(body, "message"), Text(body, "command"))),
            "submit" => Begun(
                person.Submit(
                    _reading.Interaction(Text(body, "interaction")),
                    (body.Part("values") ?? []).ToDictionary(value => value.Key, value => value.Value!.ToString(), StringComparer.Ordinal))
            ),
            "post" => Shape(person.Post(Id(body, "channel"), Text(body, "text"), Snowflake.Read(body.Text("reply_to")))),
            "edit" => Done(() => person.Edit(Id(body, "channel"), Id(body, "message"), Text(body, "text"))),
            "delete" => Done(() => person.Delete(Id(body, "channel"), Id(body, "message"))),
            "react" => Done(() => person.React(Id(body, "channel"), Id(body, "message"), Text(body, "emoji"))),
            "unreact" => Done(() => person.Unreact(Id(body, "channel"), Id(body, "message"), Text(body, "emoji"))),
            _ => null,
        };

    private JsonObject? Administer(string deed, JsonNode body)
    {
        var owner = server.Administrator;
        return deed switch
        {
            "add-channel" => Shape(
                owner.AddChannel(Text(body, "name"), (ChannelType)(body.Number("type") ?? 0), Snowflake.Read(body.Text("parent")))),
            "rename-channel" => Shape(owner.RenameChannel(Id(body, "channel"), Text(body, "name"))),
            "delete-channel" => Shape(owner.DeleteChannel(Id(body, "channel"))),
            "archive-thread" => Shape(
                owner.ArchiveThread(Id(body, "channel"), !body.Has("archived") || body.Flag("archived"), body.Flag("locked"))),
            "deny" => Shape(owner.Deny(Id(body, "channel"), Permissions(body))),
            "allow" => Shape(owner.Allow(Id(body, "channel"))),
            "purge" => Done(() => owner.Purge(Id(body, "channel"), server.As(Text(body, "name")).Id)),
            "clear-reactions" => Shape(owner.ClearReactions(Id(body, "channel"), Id(body, "message"))),
            "remove-bot" => Done(() => owner.RemoveBot()),
            "invite-bot" => Done(() => owner.InviteBot()),
            "set-role" => Done(() => owner.SetRole(Id(body, "role"), Permissions(body))),
            "join" => Shape(owner.Join(Text(body, "name"))),
            "rename" => Shape(owner.Rename(server.As(Text(body, "name")).Id, Text(body, "nick"))),
            "leave" => Shape(owner.Leave(server.As(Text(body, "name")).Id)),
            "direct-messages" => Shape(owner.AcceptDirectMessages(server.As(Text(body, "name")).Id, body.Flag("accepts"))),
            _ => null,
        };
    }

    private JsonObject? Disturb(string deed, JsonNode body)
    {
        var gateway = server.Gateway;
        var count = (int)(body.Number("count") ?? 1);
        return deed switch
        {
            "reconnect" => Done(gateway.AskToReconnect),
            "invalidate" => Done(() => gateway.Invalidate(body.Flag("resumable"))),
            "heartbeat" => Done(gateway.AskForHeartbeat),
            "close" => Done(() => gateway.Close((int)(body.Number("code") ?? 4000))),
            "cut" => Done(gateway.Cut),
            "blackhole" => Done(gateway.Blackhole),
            "withhold-acks" => Done(() => gateway.WithholdAcks(!body.Has("withhold") || body.Flag("withhold"))),
            "silence" => Done(() => gateway.Silence(count)),
            "duplicate" => Done(() => gateway.Duplicate(count)),
            "refuse-resumes" => Done(() => gateway.RefuseResumes(count)),
            _ => null,
        };
    }

    private JsonObject Lay(JsonNode body)
    {
        server.Faults.Lay(body.Deserialize<Fault>(_json) ?? throw new NotDoneException("That is no fault."));
        return new() { ["standing"] = server.Faults.Standing };
    }

    private static JsonObject Done(Action act)
    {
        act();
        return [];
    }

    private static JsonObject Begun(Interaction interaction) => new() { ["interaction"] = interaction.Id };

    private JsonObject Shape(Message message)
    {
        lock (server.World.Gate) return MessageShape.Of(message, server.World);
    }

    private JsonObject Shape(Channel channel)
    {
        lock (server.World.Gate) return ChannelShape.Of(channel, server.World.Guild);
    }

    private static JsonObject Shape(Member member) => UserShape.OfMember(member);

    private static string Text(JsonNode body, string name) =>
        body.Text(name) ?? throw new NotDoneException($"It needs \"{name}\", a text.");

    private static Snowflake Id(JsonNode body, string name) =>
        Snowflake.Read(body[name]?.ToString()) ?? throw new NotDoneException($"It needs \"{name}\", an id.");

    private static Permission Permissions(JsonNode body) =>
        ulong.TryParse(body["permissions"]?.ToString(), out var bits) ? (Permission)bits
        : Enum.TryParse<Permission>(body.Text("permissions"), ignoreCase: true, out var named) ? named
        : throw new NotDoneException("It needs \"permissions\": a number, or names like SendMessages.");
}
