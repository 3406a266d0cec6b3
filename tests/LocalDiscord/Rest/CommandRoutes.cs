using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Commands of the guild and of the application. Source: Discord's interactions/application-commands.</summary>
internal sealed class CommandRoutes(World world)
{
    private const string Global = "/applications/{application_id}/commands",
        OfGuild = "/applications/{application_id}/guilds/{guild_id}/commands";

    public IEnumerable<Route> All => new[] { Global, OfGuild }.SelectMany(place => new Route[]
    {
        new("GET", place, List),
        new("PUT", place, Overwrite),
        new("POST", place, Create),
        new("GET", place + "/{command_id}", call => RestAnswer.Ok(Find(call).DeepClone())),
        new("PATCH", place + "/{command_id}", Change),
        new("DELETE", place + "/{command_id}", Delete),
    });

    private IEnumerable<JsonObject> At(RestCall call)
    {
        var guild = Guild(call)?.ToString();
        return world.Commands.Where(command => command.Text("guild_id") == guild);
    }

    private Snowflake? Guild(RestCall call)
    {
        if (call.Id("application_id") != World.ApplicationId)
            throw new Refusal(403, 20012, "You are not authorized to perform this action on this application");
        if (!call.Values.ContainsKey("guild_id")) return null;
        return call.Id("guild_id") == world.Guild.Id ? world.Guild.Id : throw Refusal.MissingAccess;
    }

    private JsonObject Find(RestCall call) =>
        At(call).FirstOrDefault(command => command.Text("id") == call.Values["command_id"]) ?? throw Refusal.UnknownCommand;

    private RestAnswer List(RestCall call) => RestAnswer.Ok(new JsonArray([.. At(call).Select(command => command.DeepClone())]));

    private RestAnswer Overwrite(RestCall call)
    {
        var wanted = (call.Body as JsonArray ?? []).OfType<JsonObject>().ToList();
        var errors = new FormErrors();
        for (var i = 0; i < wanted.Count; i++) CommandForm.Check(wanted[i], $"{i}.", errors);
        CheckCounts(wanted, errors);
        errors.ThrowIfAny();
        var before = At(call).ToList();
        var after = wanted.ConvertAll(command => Kept(command, before.Find(one => IsSame(one, command)), call));
        world.Commands.RemoveAll(before.Contains);
        world.Commands.AddRange(after);
        return List(call);
    }

    private RestAnswer Create(RestCall call)
    {
        var errors = new FormErrors();
        CommandForm.Check(call.Form, "", errors);
        errors.ThrowIfAny();
        var before = At(call).FirstOrDefault(one => IsSame(one, call.Form));
        var after = Kept(call.Form, before, call);
        // A command of the same name is replaced, and answered with 200 rather than 201.
        if (before is not null) world.Commands.Remove(before);
        CheckCounts([.. At(call), after], errors);
        errors.ThrowIfAny();
        world.Commands.Add(after);
        return new(before is null ? 201 : 200, after.DeepClone());
    }

    private RestAnswer Change(RestCall call)
    {
        var before = Find(call);
        var form = (JsonObject)before.DeepClone();
        foreach (var (name, value) in call.Form) form[name] = value?.DeepClone();
        var errors = new FormErrors();
        CommandForm.Check(form, "", errors);
        errors.ThrowIfAny();
        var after = Kept(form, before, call);
        world.Commands[world.Commands.IndexOf(before)] = after;
        return RestAnswer.Ok(after.DeepClone());
    }

    private RestAnswer Delete(RestCall call)
    {
        world.Commands.Remove(Find(call));
        return RestAnswer.Nothing;
    }

    private JsonObject Kept(JsonObject form, JsonObject? before, RestCall call) =>
        CommandForm.Kept(
            form,
            before?["id"]?.DeepClone() ?? world.Ids.Next(),
            world.Ids.Next(),
            World.ApplicationId,
            Guild(call) is { } guild ? (JsonNode)guild : null);

    private static bool IsSame(JsonObject one, JsonObject other) =>
        one.Text("name") == other.Text("name") && CommandForm.Type(one) == CommandForm.Type(other);

    private static void CheckCounts(List<JsonObject> commands, FormErrors errors)
    {
        foreach (var kind in commands.GroupBy(CommandForm.Type))
        {
            var most = kind.Key == CommandForm.ChatInput ? 100 : 15;
            if (kind.Count() > most) throw new Refusal(400, 30032, $"Maximum number of application commands reached ({most})");
            var repeated = kind.GroupBy(command => command.Text("name"), StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
            if (repeated is not null) errors.Add("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
    }
}
