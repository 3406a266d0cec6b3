using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord.Interactions.Registration;

/// <summary>Tells Discord the bot's commands, at each start: the whole list at once, so that doing it again changes nothing.</summary>
internal sealed class CommandRegistration(
    DiscordRest rest,
    DiscordServer server,
    DiscordOptions options,
    IReadOnlyList<CommandShape> shapes)
{
    /// <summary>Registers them: in the configured server, where they are there at once; otherwise everywhere.</summary>
    public async Task RegisterAsync(CancellationToken cancellation)
    {
        var application = await server.ApplicationIdAsync(cancellation);
        var everywhere = RestRoute.Put("applications/{}/commands", application);
        if (options.GuildId is not { } guild)
        {
            await PutAsync(everywhere, CommandBodies.Of(shapes), cancellation);
            return;
        }

        await PutAsync(RestRoute.Put("applications/{}/guilds/{}/commands", application, guild), CommandBodies.Of(shapes), cancellation);
        // Those that a start without a configured server left everywhere would be offered beside these.
        var left = await rest.SendAsync(RestRoute.Get("applications/{}/commands", application), null, cancellation);
        if (left.Read(InteractionJson.Default.IReadOnlyListRegisteredCommand).Count > 0) await PutAsync(everywhere, [], cancellation);
    }

    private async Task PutAsync(RestRoute operation, IReadOnlyList<CommandBody> commands, CancellationToken cancellation)
    {
        (await rest.SendAsync(operation, Body.Of(commands, InteractionJson.Default.IReadOnlyListCommandBody), cancellation)).Done();
    }
}
