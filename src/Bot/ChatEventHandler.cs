using Microsoft.Data.Sqlite;
using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Outbox;
using Sitrep.Storage;

namespace Sitrep;

/// <summary>
/// The walk that everything takes: seen before? parse, read, decide, commit, reply. No network before the commit;
/// everything but the direct answer leaves through the outbox.
/// </summary>
public sealed class ChatEventHandler(WriteQueue writes, OutboxSignal outbox, TimeProvider clock, BotSettings settings, CommandWatch watch)
{
    // Platforms wait three seconds for an answer; by then it must be a true one.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Handles one event.</summary>
    /// <returns>The direct answer; it is true by the time it is returned, because it is committed.</returns>
    public async Task<Reply> HandleAsync(ChatEvent happened)
    {
        var now = clock.GetUtcNow();
        var (typed, dropped) = EventReader.Read(happened);
        if (typed is null) return Reply.Nothing;
        using var seen = watch.Begin(happened, typed);
        Reply reply;
        try
        {
            reply = await writes.RunAsync(transaction => Walk(transaction, happened, typed, dropped, now, seen), _patience);
        }
        catch (Exception problem) when (problem is NotSavedException or SqliteException)
        {
            return seen.NotSaved(NotSaved.Answer(problem, happened));
        }

        outbox.Wake();
        return seen.Answered(reply);
    }

    private Reply Walk(StorageTransaction transaction, ChatEvent happened, Typed typed, string? dropped, DateTimeOffset now, WatchedCommand seen)
    {
        using var here = seen.OnWriter();
        if (happened.DeliveryKey is { } known && Deliveries.Find(transaction, Key(happened, known)) is { } first) return seen.Repeated(first) with { Repeated = true };
        var decision = Decide(transaction, typed, happened, now);
        DecisionWrites.Write(transaction, decision, now);
        if (happened is TextTyped text) decision = GivenBack.Complete(decision, TypedText.Clean(text.Text).Text);
        var answer = dropped is null ? decision.Reply : decision.Adding(Prose.Line.Of($"{dropped}")).Reply;
        if (happened.DeliveryKey is { } key) Deliveries.Remember(transaction, Key(happened, key), now, answer);
        return answer;
    }

    private Decision Decide(StorageTransaction transaction, Typed typed, ChatEvent happened, DateTimeOffset now)
    {
        var reading = CommandWatch.Step("read");
        var situation = SituationReader.Read(transaction, typed, happened, now, settings);
        reading?.Stop();
        using var deciding = CommandWatch.Step("decide");
        return typed switch
        {
            UnknownWord word => Refusals.UnknownWord(situation, word),
            KnownCommand { Command: { NeedsIncident: true } } known when situation.Incident is null => Refusals.NoIncident(situation, known),
            Happening happening => StandingMessages.Complete(situation, Happenings.Decide(situation, happening.Event)),
            KnownCommand known => StandingMessages.Complete(situation, known.Command.Decide(situation, known.Arguments)),
            _ => throw new InvalidOperationException($"Nobody decides on {typed.GetType().Name}"),
        };
    }

    private static string Key(ChatEvent happened, string key) => $"{happened.Channel.Platform}/{key}";
}
