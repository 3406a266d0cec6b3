using System.Text.Json.Serialization.Metadata;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Effects;
using Sitrep.Prose;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>
/// Answers to interactions: the first within three seconds, more within fifteen minutes, and after that in the channel
/// (docs: interactions, "Receiving and Responding"). Only the one who asked sees them, but in the channel.
/// </summary>
internal sealed class Callbacks(DiscordRest rest, StoredCustomIds commands, TimeProvider clock)
{
    private const int Flags = Messages.Ephemeral | Messages.SuppressEmbeds;
    private const int MostParts = 6;
    private const int Tries = 2;

    // Behind these three seconds the answer is said in the channel instead.
    private static readonly TimeSpan _firstPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _laterPatience = TimeSpan.FromSeconds(60);

    /// <summary>Asks for more time.</summary>
    /// <returns>False where it is too late for that.</returns>
    public async Task<bool> DeferAsync(InteractionObject interaction, CancellationToken cancellation) =>
        await FirstAsync(
            interaction,
            new(CallbackType.Deferred, new() { Flags = Messages.Ephemeral }),
            InteractionJson.Default.MessageCallback,
            cancellation);

    /// <summary>Asks with a form.</summary>
    public async Task AskAsync(InteractionObject interaction, Reply reply, ModalContext kept, CancellationToken cancellation)
    {
        await commands.KeepAsync([kept.ToText()]);
        if (!await FirstAsync(interaction, Modal.Of(reply.Form!, kept), InteractionJson.Default.ModalCallback, cancellation))
            await InChannelAsync(interaction, reply, reply.Message, cancellation);
    }

    /// <summary>Offers suggestions.</summary>
    public async Task OfferAsync(InteractionObject interaction, ChoicesCallback choices, CancellationToken cancellation) =>
        await FirstAsync(interaction, choices, InteractionJson.Default.ChoicesCallback, cancellation);

    /// <summary>Answers.</summary>
    public async Task AnswerAsync(InteractionObject interaction, Reply reply, bool deferred, CancellationToken cancellation)
    {
        var message = reply.Message.Blocks.Count > 0 ? reply.Message : Message.Of(Line.Of($"Done."));
        await commands.KeepAsync(message);
        var parts = Messages.Of(message, Flags);
        var first = parts[0] with { Components = parts.Count > MostParts ? parts[^1].Components : parts[0].Components };
        var inTime = deferred
            ? await LaterAsync(
                RestRoute.Patch("webhooks/{}/{}/messages/@original", interaction.ApplicationId, interaction.Token),
                first with
                {
                    Flags = null,
                },
                cancellation)
            : await FirstAsync(interaction, new(CallbackType.Message, first), InteractionJson.Default.MessageCallback, cancellation);
        if (!inTime)
        {
            await InChannelAsync(interaction, reply, message, cancellation);
            return;
        }

        foreach (var part in parts.Skip(1).Take(MostParts - 1))
            if (!await LaterAsync(RestRoute.Post("webhooks/{}/{}", interaction.ApplicationId, interaction.Token), part, cancellation))
                return;
    }

    // Returns false where the interaction's three seconds are over.
    private async Task<bool> FirstAsync<T>(InteractionObject interaction, T callback, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var operation = RestRoute.Post("interactions/{}/{}/callback", interaction.Id, interaction.Token);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await SendAsync(operation, Body.Of(callback, type), _firstPatience, cancellation);
                // A try whose answer was lost has done it.
                if (answer.Said(RestError.AlreadyAnswered)) return true;
                if (answer.Said(RestError.UnknownInteraction)) return false;
                answer.Done();
                return true;
            }
            catch (HttpRequestException) when (attempt < Tries)
            {
                // Whether it arrived is asked by sending it again: Discord takes one first answer.
            }
            catch (PlatformRefusalException refusal) when (!refusal.Permanent)
            {
                // Discord wants to be left alone for longer than it waits for an answer.
                return false;
            }
        }
    }

    // Returns false where the fifteen minutes are over.
    private async Task<bool> LaterAsync(RestRoute operation, MessageBody body, CancellationToken cancellation)
    {
        var answer = await SendAsync(operation, Body.Of(body, DiscordJson.Default.MessageBody), _laterPatience, cancellation);
        if (answer.Said(RestError.UnknownWebhook)
            || answer.Said(RestError.InvalidWebhookToken)
            || answer.Said(RestError.UnknownInteraction))
            return false;
        answer.Done();
        return true;
    }

    // Everybody reads a channel: what was meant for one is said there only where everybody may know it, in the incident's own.
    private async Task InChannelAsync(InteractionObject interaction, Reply reply, Message message, CancellationToken cancellation)
    {
        if (interaction.ChannelId is not { } channel) return;
        var who = InteractionTranslator.Who(interaction);
        var open = reply.Channel is not null && reply.Channel == interaction.Channel?.Name;
        var said = open
            ? message with
            {
                Blocks = [new Paragraph(Line.Of($"{who}, this answer came too late to be shown to you alone:")), .. message.Blocks],
            }
            : Message.Of(
                reply.Refused
                    ? Line.Of(
                        $"{who}, the answer to your command came too late to be shown to you alone. Nothing was changed; please type it again."
                    )
                    : Line.Of($"{who}, the answer to your command came too late to be shown to you alone. It was carried out."));
        var body = Messages.Of(said)[0] with { Nonce = interaction.Id, EnforceNonce = true };
        (
            await SendAsync(
                RestRoute.Post("channels/{}/messages", channel),
                Body.Of(body, DiscordJson.Default.MessageBody),
                _laterPatience,
                cancellation)).Done();
    }

    // A person waits for this, and no outbox comes back to it: where Discord asks for a moment, it is waited here.
    private async Task<RestAnswer> SendAsync(
        RestRoute operation,
        Func<HttpContent> content,
        TimeSpan patience,
        CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await rest.SendAsync(operation, content, cancellation);
            }
            catch (PlatformRefusalException refusal) when (refusal is { Permanent: false, RetryAfter: { } wait } && wait <= patience)
            {
                patience -= wait;
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }
}
