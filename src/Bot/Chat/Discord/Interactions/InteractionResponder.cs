using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Occurrences;
using Sitrep.Prose;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>
/// Hands interactions to the walk and answers them: within three seconds, and only once what they say is committed.
/// </summary>
internal sealed class InteractionResponder(
    CommandHandler handler,
    InteractionTranslator asked,
    Callbacks callbacks,
    TimeProvider clock,
    ILogger<InteractionResponder> log)
{
    // Discord waits three seconds; what takes longer than this is answered with the wish for more time.
    private static readonly TimeSpan _untilDeferred = TimeSpan.FromSeconds(1.8);

    /// <summary>Takes an interaction; returns once it is answered.</summary>
    public async Task TakeAsync(InteractionObject interaction, CancellationToken cancellation)
    {
        try
        {
            await AnswerAsync(interaction, cancellation);
        }
        catch (Exception problem) when (problem is HttpRequestException or PlatformRefusalException)
        {
            log.LogWarning("Interaction {Id} could not be answered: {Problem}", interaction.Id, problem.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Interaction {Id} failed", interaction.Id);
        }
    }

    private async Task AnswerAsync(InteractionObject interaction, CancellationToken cancellation)
    {
        if (asked.Read(interaction) is not { } happened)
        {
            var old = Message.Of(
                Line.Of($"I do not know that command or button any more. Nothing was changed. `/incident help` shows what there is."));
            await callbacks.AnswerAsync(interaction, new(old, Refused: true), deferred: false, cancellation);
            return;
        }

        var handling = handler.HandleAsync(happened);
        var deferred = await IsSlowAsync(handling, cancellation) && await callbacks.DeferAsync(interaction, cancellation);
        var reply = await OutcomeAsync(handling, interaction);
        if (reply.Form is { } form && !deferred && interaction.Type != InteractionType.Form)
            await callbacks.AskAsync(interaction, reply, new(form.Command, asked.About(interaction)), cancellation);
        else
            await callbacks.AnswerAsync(interaction, reply, deferred, cancellation);
    }

    private async Task<bool> IsSlowAsync(Task handling, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var late = Task.Delay(_untilDeferred, clock, over.Token);
        var first = await Task.WhenAny(handling, late);
        await over.CancelAsync();
        return first == late && !handling.IsCompleted;
    }

    // The one place of this edge where everything is caught: somebody waits for an answer.
    private async Task<Reply> OutcomeAsync(Task<Reply> handling, InteractionObject interaction)
    {
        try
        {
            return await handling;
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Interaction {Id} failed", interaction.Id);
            return new(
                Message.Of(
                    Line.Of(
                        $"Something went wrong on my side, and nothing was changed. It is in my log under {interaction.Id}. Please try again."
                    )),
                Refused: true);
        }
    }

    /// <summary>Reads an interaction; null where it is none.</summary>
    public static InteractionObject? Read(JsonElement data)
    {
        try
        {
            return data.Deserialize(InteractionJson.Default.InteractionObject);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
