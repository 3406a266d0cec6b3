using System.Net;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Commands;
using Sitrep.Commands.Escalations;
using Sitrep.Occurrences;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;

namespace Sitrep.Outbox;

/// <summary>One try at one row (or at several that leave as one message), and what to write down about it.</summary>
internal sealed class DeliveryAttempt(OutboxRow row, IEffectTarget platform, TimeProvider clock, BotSettings settings, ILogger log)
{
    // A message that may be missing is worse than one that may come twice, but not within a minute.
    private static readonly TimeSpan _longestDoubt = TimeSpan.FromMinutes(1);

    private const string LastTry = "the next try is the last: ";

    private DateTimeOffset NextTry => clock.GetUtcNow() + RetrySchedule.After(row.Attempts + 1);

    /// <summary>Tries.</summary>
    /// <returns>What is to be written down.</returns>
    public async Task<Outcome> TryAsync(CancellationToken cancellation)
    {
        try
        {
            CrashPoint.Reach("before-effect");
            var delivery = row.Delivery;
            // Nothing was posted under that key, or not here: there is nothing to bring up to date.
            if (delivery is { Effect: UpdateMessage, MessageId: null }) return Finish("done", DeliveryResult.Nothing);
            if (row.Ambiguous)
            {
                var search = await platform.FindAsync(delivery, cancellation);
                if (search.Outcome == SearchOutcome.Found) return Finish("found", search.Result ?? DeliveryResult.Nothing);
                if (search.Outcome == SearchOutcome.Unknown)
                {
                    if (delivery.Effect is not PostMessage { IsPage: true } page)
                    {
                        if (clock.GetUtcNow() - delivery.At < _longestDoubt) return Doubt("the platform cannot say whether it was done");
                    }
                    else
                    {
                        delivery = delivery with { Effect = PageMessage.SentAgain(page) };
                    }
                }
            }

            var result = await platform.DeliverAsync(delivery, cancellation);
            CrashPoint.Reach("after-effect");
            return Finish("done", result);
        }
        catch (PlatformRefusalException refusal) when (refusal.Permanent)
        {
            log.LogError(
                "Outbox row {Row} ({Kind}) was refused for good: {Reason}",
                row.Delivery.Id,
                row.Delivery.Effect.GetType().Name,
                refusal.Message);
            return new(row.Ids.Count > 1 ? "retry" : "dead", transaction => Refuse(transaction, refusal));
        }
        catch (PlatformRefusalException refusal)
        {
            var due = refusal.RetryAfter is { } wait ? clock.GetUtcNow() + wait : NextTry;
            return new("retry", transaction => OutboxRows.Retry(transaction, row, due, refusal.Message));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (HttpRequestException problem) when (problem.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return await FaultyAsync(problem.Message, cancellation);
        }
        catch (Exception problem)
            when (problem is HttpRequestException or IOException or OperationCanceledException or NotSavedException or StoreException)
        {
            // The platform is away, or the built-in chat's disk. It may have done what it could not confirm: nobody
            // gives up, and it is asked first.
            return Doubt(problem.Message);
        }
        catch (Exception problem)
        {
            return Fail(problem);
        }
    }

    private Outcome Doubt(string problem)
    {
        var due = NextTry;
        return new("ambiguous", transaction => OutboxRows.Doubt(transaction, row, due, problem));
    }

    // A platform that answers everything with a fault is away, and is waited for. One that answers others has its trouble with
    // this row, which must not hold up what is behind it.
    private async Task<Outcome> FaultyAsync(string problem, CancellationToken cancellation)
    {
        if (row.Attempts + 1 < RetrySchedule.MostFaults || !await platform.AnswersAsync(cancellation)) return Doubt(problem);
        if (row.Problem?.StartsWith(LastTry, StringComparison.Ordinal) != true) return Doubt(LastTry + problem);
        log.LogError(
            "Outbox row {Row} ({Kind}) is parked after {Attempts} tries: {Reason}",
            row.Delivery.Id,
            row.Delivery.Effect.GetType().Name,
            row.Attempts + 1,
            problem);
        var now = clock.GetUtcNow();
        return new(row.Ids.Count > 1 ? "retry" : "dead", transaction =>
        {
            OutboxRows.Park(transaction, row, now, problem);
            // Of several that went as one, each is tried by itself first.
            if (row.Ids.Count == 1) Take(transaction, new EffectGivenUp(row.Delivery.Effect, problem));
        });
    }

    // A row that breaks the adapter itself is taken out after some tries, so that it holds up nothing behind it.
    private Outcome Fail(Exception problem)
    {
        log.LogWarning(problem, "Outbox row {Row} failed, try {Attempt}", row.Delivery.Id, row.Attempts + 1);
        return row.Attempts + 1 >= RetrySchedule.MostAttempts ? Park(problem.Message) : Doubt(problem.Message);
    }

    // Of several that went as one each is tried by itself first: nothing is given up yet.
    private Outcome Park(string problem) =>
        new(row.Ids.Count > 1 ? "retry" : "dead", transaction => OutboxRows.Park(transaction, row, clock.GetUtcNow(), problem));

    private Outcome Finish(string word, DeliveryResult result) => new(word, transaction =>
    {
        OutboxRows.Finish(transaction, row, result.ExternalId);
        Take(transaction, new EffectDone(row.Delivery.Effect, result));
    });

    private void Refuse(StoreTransaction transaction, PlatformRefusalException refusal)
    {
        OutboxRows.Park(transaction, row, clock.GetUtcNow(), refusal.Message);
        // Of several that went as one, each is tried by itself first.
        if (row.Ids.Count == 1) Take(transaction, new EffectRefused(row.Delivery.Effect, refusal.Message, refusal.Lost, refusal.Lacks));
    }

    private void Take(StoreTransaction transaction, Occurrence occurrence) =>
        Walk.Take(transaction, occurrence, clock.GetUtcNow(), settings);
}

/// <summary>The outcome of an attempt.</summary>
/// <param name="Result"><c>done</c>, <c>found</c>, <c>retry</c>, <c>ambiguous</c> or <c>dead</c>.</param>
/// <param name="Write">Writes it down.</param>
internal sealed record Outcome(string Result, Action<StoreTransaction> Write);
