using System.Text.Json;
using Sitrep.Chat;
using Sitrep.Chat.Effects;

namespace Sitrep.Storage.Outbox;

/// <summary>
/// The lanes of the outbox: order is kept within one, and none waits for another. A channel has several: a page, and whom
/// it brings in first, overtakes whatever waits for the same channel, and a topic, which Discord takes twice in ten
/// minutes, holds up nothing.
/// </summary>
internal static class OutboxLanes
{
    /// <summary>The states of what waits, as the index says them.</summary>
    public const string Waiting = "('pending', 'sending', 'ambiguous')";

    /// <summary>The lane of an effect.</summary>
    public static string Of(Effect effect) =>
        $"{effect.To.Platform}/{effect.To.Incident?.ToString() ?? effect.To.Channel}{Beside(effect)}";

    private static string Beside(Effect effect) => effect switch
    {
        PostMessage { IsPage: true } or InvitePeople => "/pages",
        SetTopic => "/topic",
        _ => "",
    };

    /// <summary>The head of each lane, where it is due, pages first; with it what may leave as one message with it.</summary>
    /// <param name="reads">A reading reads: looking must not hold the writer up.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="platforms">The platforms that are connected; what is for others waits.</param>
    /// <param name="most">How many.</param>
    /// <param name="unreadable">Takes the rows that nothing can be made of: damaged, or written by a newer version.</param>
    public static IReadOnlyList<OutboxRow> Due(
        IReads reads,
        DateTimeOffset now,
        IReadOnlyCollection<string> platforms,
        int most,
        ICollection<(long Id, string Problem)> unreadable)
    {
        // From lane to lane by the index, so that a long lane costs no more than a short one.
        var heads = reads.Query<HeadRow>(
            $"""
            with recursive lanes (lane) as (
                select (select lane from outbox where state in {Waiting} order by lane limit 1)
                union all
                select (select lane from outbox where state in {Waiting} and lane > lanes.lane order by lane limit 1) from lanes where lane is not null
            )
            select o.id, o.lane, o.effect, o.decided_at as decidedAt, o.attempts, i.channel_id as channelId, m.external_id as messageId, o.state, o.sent_with as sentWith, o.trace, o.problem
            from lanes
            join outbox o on o.id = (select id from outbox where state in {Waiting} and lane = lanes.lane order by id limit 1)
            left join incidents i on i.number = o.incident
            left join posted_messages m on m.key = o.key
            where o.state <> 'sending' and o.due_at <= @now and {reads.Dialect.OneOf("o.platform", "platforms")}
              and ((o.lane not like '%/pages' and o.lane not like '%/topic') or o.incident is null or i.channel_id is not null)
            order by o.lane like '%/pages' desc, o.id limit @most
            """,
            new
            {
                now = Instants.ToText(now),
                platforms,
                most,
            });
        var due = new List<OutboxRow>();
        foreach (var head in heads)
        {
            try
            {
                due.Add(Row(reads, head));
            }
            catch (Exception problem) when (IsUnreadable(problem))
            {
                unreadable.Add((head.Id, $"It cannot be read: {problem.Message}"));
            }
        }

        return due;
    }

    private static OutboxRow Row(IReads reads, HeadRow head)
    {
        var effect = Effect(head.Effect);
        if (effect is UpdateMessage update && head.MessageId is { } posted && PostedMessages.Lines(reads, posted) is { Count: > 1 } lines)
            effect = MergedPost.Of(update, lines);
        var ids = new List<long> { head.Id };
        var traces = new List<string?> { head.Trace };
        // Rows that may have arrived as one message are sent as the same message again.
        if (head.SentWith is not null || (head.State == "pending" && head.Attempts == 0 && MergedPost.CanLead(effect)))
        {
            var behind = reads.Query<(long Id, string Effect, string? Trace)>(
                head.SentWith is not null
                    ? "select id, effect, trace from outbox where lane = @Lane and id > @Id and sent_with = @SentWith and state = 'ambiguous' order by id"
                    : $"select id, effect, trace from outbox where lane = @Lane and id > @Id and state = 'pending' and attempts = 0 order by id limit {MergedPost.Most - 1}",
                new
                {
                    head.Lane,
                    head.Id,
                    head.SentWith,
                });
            foreach (var (id, json, trace) in behind)
            {
                var next = Readable(json);
                // Rows that left together are looked for together, whatever their state is now.
                if (next is null && head.SentWith is not null) continue;
                if (next is null) break;
                if (MergedPost.Of((head.Id, effect), (id, next), whatever: head.SentWith is not null) is not { } both) break;
                effect = both;
                ids.Add(id);
                traces.Add(trace);
            }
        }

        var delivery = new OutboxItem(head.Id, effect, head.ChannelId, head.MessageId, Instants.Parse(head.DecidedAt));
        return new(delivery, ids, (int)head.Attempts, head.State == "ambiguous")
        {
            Traces = [.. traces.OfType<string>().Distinct()],
            Problem = head.Problem,
        };
    }

    private static Effect Effect(string json) =>
        JsonSerializer.Deserialize(json, StorageJson.Default.Effect) is { To.Platform: not null } effect
            ? effect
            : throw new JsonException("It does not say where to.");

    // An unreadable row further behind is found once it is the head.
    private static Effect? Readable(string json)
    {
        try
        {
            return Effect(json);
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            return null;
        }
    }

    private static bool IsUnreadable(Exception problem) => problem is JsonException or FormatException or NotSupportedException;

    [method: Dapper.ExplicitConstructor]
    private sealed record HeadRow(
        long Id,
        string Lane,
        string Effect,
        string DecidedAt,
        long Attempts,
        string? ChannelId,
        string? MessageId,
        string State,
        long? SentWith,
        string? Trace,
        string? Problem);
}
