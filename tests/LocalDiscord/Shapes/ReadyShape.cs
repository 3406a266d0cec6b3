using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Shapes;

/// <summary>READY's data: the guild comes unavailable and follows as GUILD_CREATE.</summary>
internal static class ReadyShape
{
    public static JsonObject Of(World world, string session) =>
        new()
        {
            ["v"] = 10,
            ["user"] = UserShape.Of(world.Bot),
            ["guilds"] = world.Guild.Members.ContainsKey(world.Bot.Id)
                ? new JsonArray(new JsonObject { ["id"] = world.Guild.Id, ["unavailable"] = true })
                : [],
            ["session_id"] = session,
            ["resume_gateway_url"] = world.ResumeUrl,
            ["application"] = new JsonObject
            {
                ["id"] = World.ApplicationId,
                ["flags"] = 0,
                ["flags_new"] = "0",
            },
        };
}
