using System.Text.Json;
using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Events;
using Sitrep.Occurrences;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>Takes what the gateway says happened and hands it on; it waits for nothing.</summary>
internal sealed class DispatchHandler(
    InteractionResponder answering,
    AutocompleteHandler suggesting,
    GatewayEventTranslator happened,
    GuildMembership membership,
    NameCache names,
    AccessRecovery regained,
    ThreadParents threads,
    MissedReactions missed,
    CommandHandler handler,
    ILogger<DispatchHandler> log)
{
    /// <summary>Takes a dispatch, by its name.</summary>
    public void Take(string name, JsonElement data)
    {
        if (name != "INTERACTION_CREATE")
        {
            names.Learn(name, data);
            membership.Learn(name, data);
            threads.Learn(name, data);
            foreach (var chat in happened.Read(name, data)) _ = HandleAsync(chat);
            if (name == "READY") _ = missed.LookAsync(CancellationToken.None);
            if (Regains(name)) _ = regained.LookAsync(name == "CHANNEL_UPDATE" ? data.Text("id") : null, CancellationToken.None);
            return;
        }

        // The walk is entered here, in the order of arrival; only the answer is waited for elsewhere.
        if (InteractionResponder.Read(data) is not { } interaction)
        {
            log.LogWarning("An interaction could not be read: {Data}", data.Member("type") is { } type ? $"type {type}" : "no type");
            return;
        }

        if (!happened.Serves(interaction.GuildId)) return;
        _ =
            interaction.Type == InteractionType.Completion
                ? SuggestAsync(interaction)
                : answering.TakeAsync(interaction, CancellationToken.None);
    }

    private static bool Regains(string name) => name is "CHANNEL_UPDATE" or "GUILD_ROLE_UPDATE" or "GUILD_MEMBER_UPDATE" or "GUILD_CREATE";

    private async Task SuggestAsync(InteractionObject interaction)
    {
        try
        {
            await suggesting.TakeAsync(interaction, CancellationToken.None);
        }
        catch (Exception problem)
        {
            // A suggestion that does not come costs nobody anything.
            log.LogInformation("No suggestions for {Id}: {Problem}", interaction.Id, problem.Message);
        }
    }

    private async Task HandleAsync(ChatEvent chat)
    {
        try
        {
            await handler.HandleAsync(await threads.PlacedAsync(chat, CancellationToken.None));
        }
        catch (Exception problem)
        {
            log.LogError(problem, "{Event} failed", chat.GetType().Name);
        }
    }
}
