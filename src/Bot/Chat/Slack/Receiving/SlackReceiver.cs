using System.Text.Json;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Occurrences;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>
/// Everything that Slack delivers, whichever way it came: over HTTP or through a socket, the same walk. Acknowledged is
/// what is committed.
/// </summary>
internal sealed class SlackReceiver(
    CommandHandler handler,
    InteractionReceiver interactions,
    EventReceiver events,
    SlackViews views,
    SlackPeople people)
{
    /// <summary>Takes a slash command.</summary>
    public async Task<Acknowledgement> CommandAsync(SlashCommand command)
    {
        var typed = command.Event(people);
        var reply = await handler.HandleAsync(typed);
        if (reply.Form is not { } form || reply.Repeated || !views.CanOpen)
            return new(json => SlackAnswer.Write(json, reply.Message), cancellation => people.FindAsync(command.User, cancellation));
        return new(Afterwards: async cancellation =>
        {
            try
            {
                await views.OpenAsync(command.TriggerId, form, new(form.Command, command.Channel), cancellation);
            }
            catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
            {
                // The trigger was too old, or Slack is away: the question in words does as well.
                await views.SayAsync(
                    command.ResponseUrl,
                    replaces: false,
                    command.Channel,
                    typed.User,
                    reply.Message,
                    cancellation);
            }
        });
    }

    /// <summary>Takes something clicked, chosen or submitted.</summary>
    public Task<Acknowledgement> InteractionAsync(JsonElement payload) => interactions.TakeAsync(payload);

    /// <summary>Takes an event with its wrapper.</summary>
    public Task<Acknowledgement> EventAsync(JsonElement payload) => events.TakeAsync(payload);
}
