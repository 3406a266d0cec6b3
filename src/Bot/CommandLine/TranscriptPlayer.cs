using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Outbox;

namespace Sitrep.CommandLine;

/// <summary>
/// Plays a transcript through the walk that live chat takes: the same handler, the same database, the same outbox; only
/// the clock is the transcript's.
/// </summary>
internal sealed class TranscriptPlayer(CommandHandler handler, TimerWorker reminders, OutboxSender outbox, TranscriptClock clock)
{
    /// <summary>The channel before there is an incident.</summary>
    public const string FirstChannel = "general";

    /// <summary>Plays lines in order.</summary>
    /// <returns>Each line with its answer, as it is given.</returns>
    public async IAsyncEnumerable<(TranscriptLine Line, Reply Reply)> PlayAsync(IEnumerable<TranscriptLine> lines)
    {
        var channel = FirstChannel;
        var newest = 0L;
        foreach (var line in lines)
        {
            clock.MoveTo(line.At);
            await reminders.FireDueAsync();
            var where = new ChannelRef(Platforms.Web, line.Channel ?? channel);
            var reply = await handler.HandleAsync(new TextTyped(where, Person.Named(where.Platform, line.User), null, line.Input));
            await outbox.DrainAsync(CancellationToken.None);
            // Only a declaration names a higher number than any before.
            if (reply is { Refused: false, Incident: { } id, Channel: { } opened } && id.Number > newest)
                (newest, channel) = (id.Number, opened);
            yield return (line, reply);
        }
    }
}
