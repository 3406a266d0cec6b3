using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Where the gateway is, who the bot is, who others are.</summary>
internal sealed class IdentityRoutes(World world)
{
    public IEnumerable<Route> All =>
    [
        new("GET", "/gateway", _ => RestAnswer.Ok(new JsonObject { ["url"] = world.GatewayUrl }), NeedsBot: false),
        new("GET", "/gateway/bot", Gateway),
        new("GET", "/applications/@me", _ => RestAnswer.Ok(Application())),
        new("GET", "/oauth2/applications/@me", _ => RestAnswer.Ok(Application())),
        new("GET", "/users/@me", _ => RestAnswer.Ok(Myself())),
        new("GET", "/users/@me/guilds", _ => RestAnswer.Ok(new JsonArray(MyGuild()))),
        new("GET", "/users/{user_id}", call => RestAnswer.Ok(UserShape.Of(Person(call.Id("user_id"))))),
        new("POST", "/users/@me/channels", OpenDirectMessage),
    ];

    private RestAnswer Gateway(RestCall call) => RestAnswer.Ok(new JsonObject
    {
        ["url"] = world.GatewayUrl,
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = world.Options.IdentifiesPerDay,
            ["remaining"] = world.Sessions.IdentifiesLeft,
            ["reset_after"] = (int)world.Sessions.BudgetResetsIn.TotalMilliseconds,
            ["max_concurrency"] = 1,
        },
    });

    private JsonObject Application()
    {
        var bits = world.Options.PrivilegedIntents;
        // The limited variants: what an application in fewer than a hundred guilds has.
        var flags = ((bits & Sitrep.LocalDiscord.Gateway.Intents.GuildPresences) != 0 ? 1 << 13 : 0)
            | ((bits & Sitrep.LocalDiscord.Gateway.Intents.GuildMembers) != 0 ? 1 << 15 : 0)
            | ((bits & Sitrep.LocalDiscord.Gateway.Intents.MessageContent) != 0 ? 1 << 19 : 0);
        return new()
        {
            ["id"] = World.ApplicationId,
            ["name"] = "Sitrep",
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["bot"] = UserShape.Of(world.Bot),
            ["bot_public"] = false,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = new string('0', 64),
            ["flags"] = flags,
            ["flags_new"] = flags.ToString(),
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = null,
            ["role_connections_verification_url"] = null,
            ["owner"] = UserShape.Of(world.Guild.Members[world.Guild.OwnerId].User),
            ["approximate_guild_count"] = 1,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["eligible_oauth2_scopes"] = new JsonArray(),
        };
    }

    private JsonObject Myself()
    {
        var shape = UserShape.Of(world.Bot);
        shape["mfa_enabled"] = false;
        shape["locale"] = "en-US";
        shape["verified"] = true;
        shape["email"] = null;
        return shape;
    }

    private JsonObject MyGuild() => new()
    {
        ["id"] = world.Guild.Id,
        ["name"] = world.Guild.Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = false,
        ["permissions"] = UserShape.Bits(PermissionRules.Of(world.Guild, world.Bot.Id)),
        ["features"] = new JsonArray(),
    };

    private User Person(Snowflake id) => world.Guild.Members.TryGetValue(id, out var member) ? member.User : throw Refusal.UnknownUser;

    private RestAnswer OpenDirectMessage(RestCall call)
    {
        var person = Person(Snowflake.Read(call.Form["recipient_id"]?.ToString()) ?? throw Refusal.UnknownUser);
        if (person.IsBot) throw Refusal.CannotMessageUser;
        if (!world.DirectMessages.TryGetValue(person.Id, out var channel))
            world.DirectMessages[person.Id] = channel = new(world.Ids.Next(), ChannelType.DirectMessage, "") { Recipient = person };
        return RestAnswer.Ok(ChannelShape.Of(channel, world.Guild));
    }
}
