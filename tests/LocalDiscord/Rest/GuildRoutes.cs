using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>The guild, its channels, members and roles. Source: Discord's resources/guild.</summary>
internal sealed class GuildRoutes(World world)
{
    private readonly Access _access = new(world);

    public IEnumerable<Route> All =>
        [
            new("GET", "/guilds/{guild_id}", call => RestAnswer.Ok(GuildShape.Of(Guild(call)))),
            new("GET", "/guilds/{guild_id}/channels", Channels),
            new("POST", "/guilds/{guild_id}/channels", Create),
            new("GET", "/guilds/{guild_id}/roles", call =>
                RestAnswer.Ok(new JsonArray([.. Guild(call).Roles.Values.Select(UserShape.OfRole)]))),
            new("GET", "/guilds/{guild_id}/members", Members),
            new("GET", "/guilds/{guild_id}/members/search", Search),
            new("GET", "/guilds/{guild_id}/members/{user_id}", call => RestAnswer.Ok(UserShape.OfMember(Member(call)))),
            new("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", GiveRole),
            new("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", TakeRole),
            new("GET", "/guilds/{guild_id}/threads/active", ActiveThreads),
        ];

    private Guild Guild(RestCall call) => _access.Guild(call.Id("guild_id"));

    private Member Member(RestCall call) => Guild(call).Members.GetValueOrDefault(call.Id("user_id")) ?? throw Refusal.UnknownMember;

    private RestAnswer Channels(RestCall call) => RestAnswer.Ok(new JsonArray([.. Guild(call).Channels.Values
        .Where(channel => !channel.IsThread && _access.Of(channel, world.Bot.Id).HasFlag(Permission.ViewChannel))
        .Select(channel => ChannelShape.Of(channel, world.Guild))]));

    private RestAnswer Create(RestCall call)
    {
        var guild = Guild(call);
        var form = call.Form;
        var parent = world.Find(Snowflake.Read(form["parent_id"]?.ToString()));
        var have = parent is null ? PermissionRules.Of(guild, world.Bot.Id) : _access.Of(parent, world.Bot.Id);
        if (!have.HasFlag(Permission.ManageChannels)) throw Refusal.MissingPermissions;
        var type = (ChannelType)(form.Number("type") ?? 0);
        ChannelForm.Check(form, world, type, isNew: true);
        // Threads do not count.
        if (guild.Channels.Values.Count(one => !one.IsThread) >= ChannelForm.MaxChannels) throw Refusal.TooManyChannels;
        var overwrites = ChannelForm.Overwrites(form) ?? [];
        ChannelForm.MayGrant(world, overwrites, parent);
        var channel = new Channel(world.Ids.Next(), type, ChannelForm.Name(form.Text("name")!, type))
        {
            Topic = form.Text("topic"),
            ParentId = parent?.Id,
            SlowMode = (int)(form.Number("rate_limit_per_user") ?? 0),
            Position = (int)(form.Number("position") ?? guild.Channels.Values.Max(one => one.Position) + 1),
        };
        foreach (var one in overwrites) channel.Overwrites[one.Id] = one;
        // A new channel begins with its category's overwrites unless it brings its own.
        if (!form.Has("permission_overwrites") && parent is not null)
            foreach (var one in parent.Overwrites.Values) channel.Overwrites[one.Id] = one;
        guild.Channels[channel.Id] = channel;
        world.Events.ChannelCreate(channel);
        return new(201, ChannelShape.Of(channel, guild));
    }

    private RestAnswer Members(RestCall call)
    {
        var guild = Guild(call);
        if ((world.Options.PrivilegedIntents & Sitrep.LocalDiscord.Gateway.Intents.GuildMembers) == 0) throw Refusal.MissingAccess;
        var after = Snowflake.Read(call.Query["after"]) ?? default;
        var limit = int.TryParse(call.Query["limit"], out var typed) ? Math.Clamp(typed, 1, 1000) : 1;
        return RestAnswer.Ok(new JsonArray([.. guild.Members.Values.Where(member => member.User.Id > after)
            .OrderBy(member => member.User.Id).Take(limit).Select(member => UserShape.OfMember(member))]));
    }

    private RestAnswer Search(RestCall call)
    {
        var start = call.Query["query"].ToString();
        var limit = int.TryParse(call.Query["limit"], out var typed) ? Math.Clamp(typed, 1, 1000) : 1;
        return RestAnswer.Ok(
            new JsonArray([
                .. Guild(call)
                    .Members.Values.Where(member =>
                        new[] { member.User.Username, member.User.GlobalName, member.Nick }.Any(name =>
                            name?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true))
                    .Take(limit)
                    .Select(member => UserShape.OfMember(member)),
            ]));
    }

    private RestAnswer GiveRole(RestCall call)
    {
        var (member, role) = Granted(call);
        if (member.Roles.Add(role.Id)) world.Events.MemberUpdate(member);
        return RestAnswer.Nothing;
    }

    private RestAnswer TakeRole(RestCall call)
    {
        var (member, role) = Granted(call);
        if (member.Roles.Remove(role.Id)) world.Events.MemberUpdate(member);
        return RestAnswer.Nothing;
    }

    private (Member Member, Role Role) Granted(RestCall call)
    {
        var member = Member(call);
        var role = world.Guild.Roles.GetValueOrDefault(call.Id("role_id")) ?? throw Refusal.UnknownRole;
        var highest = world.Guild.Members[world.Bot.Id].Roles.Max(id => world.Guild.Roles[id].Position);
        // Nobody hands out a role that stands above their own.
        if (!PermissionRules.Of(world.Guild, world.Bot.Id).HasFlag(Permission.ManageRoles) || role.Position >= highest || role.IsManaged)
            throw Refusal.MissingPermissions;
        return (member, role);
    }

    private RestAnswer ActiveThreads(RestCall call)
    {
        var guild = Guild(call);
        var active = guild
            .Channels.Values.Where(one => one.Thread is { IsArchived: false } && _access.Of(one, world.Bot.Id) != Permission.None)
            .ToList();
        return RestAnswer.Ok(new JsonObject
        {
            ["threads"] = new JsonArray([.. active.Select(one => ChannelShape.Of(one, guild))]),
            ["members"] = new JsonArray([.. active.Where(one => one.Thread!.Members.ContainsKey(world.Bot.Id))
                .Select(one => ChannelShape.ThreadMember(one, world.Bot.Id, one.Thread!.Members[world.Bot.Id]))]),
            ["has_more"] = false,
        });
    }
}
