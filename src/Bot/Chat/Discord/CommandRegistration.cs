using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord;

/// <summary>Tells Discord the bot's commands, at each start: the whole list at once, so that doing it again changes nothing.</summary>
internal sealed class CommandRegistration(DiscordRest rest, DiscordServer server, DiscordOptions options, IReadOnlyList<CommandShape> shapes)
{
    /// <summary>Registers them: in the configured server, where they are there at once; otherwise everywhere.</summary>
    public async Task RegisterAsync(CancellationToken cancellation)
    {
        var application = await server.ApplicationIdAsync(cancellation);
        var operation = options.GuildId is { } guild
            ? Operation.Put("applications/{}/guilds/{}/commands", application, guild)
            : Operation.Put("applications/{}/commands", application);
        (await rest.SendAsync(operation, Body.Of(CommandBodies.Of(shapes), InteractionJson.Default.IReadOnlyListCommandBody), cancellation)).Done();
    }
}
