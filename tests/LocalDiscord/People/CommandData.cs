using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>The <c>data</c> of an interaction that a command begins. Source: Discord's interactions/receiving-and-responding.</summary>
internal static class CommandData
{
    public static JsonObject Of(World world, JsonObject command, TypedOptions typed)
    {
        var data = Head(command);
        var resolved = new JsonObject();
        var options = new JsonArray([.. typed.Options.Select(option => Option(world, option, resolved))]);
        foreach (var sub in typed.Path.Reverse())
            options = [new JsonObject { ["name"] = sub.Text("name"), ["type"] = sub["type"]!.DeepClone(), ["options"] = options }];
        data["options"] = options;
        if (resolved.Count > 0) data["resolved"] = resolved;
        return data;
    }

    public static JsonObject OfMenu(World world, JsonObject command, Message target)
    {
        var data = Head(command);
        data["target_id"] = target.Id;
        data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [target.Id.ToString()] = MessageShape.Of(target, world) } };
        return data;
    }

    /// <summary>The options that carry values.</summary>
    public static IEnumerable<JsonObject> Leaves(JsonObject data) =>
        data.Parts("options").SelectMany(option => option.Number("type") is 1 or 2 ? Leaves(option) : [option]);

    /// <summary>How the bot registered the option that the data names.</summary>
    public static JsonObject? Definition(JsonObject command, JsonObject data, string option)
    {
        var here = command;
        var at = data;
        while (at.Parts("options").FirstOrDefault(one => one.Number("type") is 1 or 2) is { } sub)
        {
            here = here.Parts("options").First(one => one.Text("name") == sub.Text("name"));
            at = sub;
        }

        return here.Parts("options").FirstOrDefault(one => one.Text("name") == option);
    }

    private static JsonObject Head(JsonObject command)
    {
        var head = new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["name"] = command.Text("name"),
            ["type"] = CommandForm.Type(command),
        };
        if (command.Text("guild_id") is { } guild) head["guild_id"] = guild;
        return head;
    }

    private static JsonObject Option(World world, TypedOption typed, JsonObject resolved)
    {
        var value = OptionValue.Of(world, typed.Definition, typed.Text);
        Resolve(world, typed.Definition.Number("type"), value, resolved);
        return new() { ["name"] = typed.Definition.Text("name"), ["type"] = typed.Definition["type"]!.DeepClone(), ["value"] = value };
    }

    private static void Resolve(World world, long? type, JsonNode value, JsonObject resolved)
    {
        if (type is not (OptionValue.OfUser or OptionValue.OfChannel or OptionValue.OfRole or OptionValue.Mentionable)) return;
        var id = Snowflake.Read(value.ToString())!.Value;
        if (world.Guild.Members.TryGetValue(id, out var member))
        {
            var shape = UserShape.OfMember(member, withUser: false);
            foreach (var left in (string[])["deaf", "mute"]) shape.Remove(left);
            shape["permissions"] = UserShape.Bits(PermissionRules.Of(world.Guild, id));
            Part(resolved, "users")[id.ToString()] = UserShape.Of(member.User);
            Part(resolved, "members")[id.ToString()] = shape;
        }
        else if (world.Guild.Roles.TryGetValue(id, out var role)) Part(resolved, "roles")[id.ToString()] = UserShape.OfRole(role);
        else if (world.Guild.Channels.TryGetValue(id, out var channel))
        {
            var shape = ChannelShape.Of(channel, world.Guild);
            shape["permissions"] = UserShape.Bits(Permission.Everyone);
            Part(resolved, "channels")[id.ToString()] = shape;
        }
    }

    private static JsonObject Part(JsonObject resolved, string name)
    {
        if (resolved[name] is not JsonObject part) resolved[name] = part = [];
        return part;
    }
}
