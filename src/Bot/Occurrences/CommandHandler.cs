using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Occurrences.Instrumentation;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;

namespace Sitrep.Occurrences;

/// <summary>
/// The door for whatever waits for an answer: the event is read, <see cref="Walk"/> decides it within the next commit, and
/// the answer is given after that. No network before the commit; everything but the direct answer leaves through the outbox.
/// </summary>
internal sealed class CommandHandler(
    WriteQueue writes,
    OutboxSignal outbox,
    TimeProvider clock,
    BotSettings settings,
    CommandInstrumentation watch)
{
    // Platforms wait three seconds for an answer; by then it must be a true one.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Handles one event.</summary>
    /// <returns>The direct answer; it is true by the time it is returned, because it is committed.</returns>
    public async Task<Reply> HandleAsync(ChatEvent chatEvent)
    {
        var now = clock.GetUtcNow();
        if (EventReader.Read(chatEvent) is not { } parsed) return Reply.Nothing;
        using var seen = watch.Begin(chatEvent, parsed.Input);
        Reply reply;
        try
        {
            reply = await writes.RunAsync(transaction => Take(transaction, new(chatEvent, parsed), now, seen), _patience);
        }
        catch (Exception problem) when (problem is NotSavedException or StoreException)
        {
            return seen.NotSaved(NotSaved.Answer(problem, parsed.Typed));
        }

        outbox.Wake();
        return seen.Answered(reply);
    }

    private Reply Take(StoreTransaction transaction, EventReceived received, DateTimeOffset now, CommandActivity seen)
    {
        using var here = seen.OnWriter();
        return Walk.Take(transaction, received, now, settings);
    }
}
