using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Storage;

/// <summary>Reads what a command must know, and no more.</summary>
public static class SituationReader
{
    /// <summary>Reads the situation in which something typed is decided.</summary>
    public static Situation Read(StorageTransaction transaction, ParsedInput typed, ChatEvent chatEvent, DateTimeOffset now, BotSettings settings)
    {
        var known = typed as KnownCommand;
        var named = known?.Arguments.Incident;
        var picks = SourceOf(chatEvent) is { } source ? SourceMessages.Find(transaction.Connection, source) : Picks.None;
        // A message that was recorded belongs to the incident it was recorded in, wherever it is picked again.
        if (typed is ChatEventInput) named = picks.Incident ?? (chatEvent as MessagePicked)?.Incident;
        var incident = named is { } id ? transaction.Incidents.Find(transaction, id) : transaction.Incidents.In(transaction, chatEvent.Channel);
        var reads = known?.Command.Needs ?? (typed is ChatEventInput ? Needs.Record | Needs.LastNumbers : Needs.Nothing);
        // A closed incident's posted postmortem follows every change, so it takes the whole record.
        if (incident is { IsOpen: false }) reads |= Needs.Record;
        if (incident is null) reads |= Needs.OpenIncidents;
        var situation = new Situation
        {
            Now = now,
            User = chatEvent.User,
            Channel = chatEvent.Channel,
            Settings = settings,
            People = chatEvent.People,
            Picks = picks,
            About = (chatEvent as CommandFilled)?.About,
            Open = reads.HasFlag(Needs.OpenIncidents) ? IncidentQueries.Open(transaction.Connection) : [],
            All = reads.HasFlag(Needs.AllIncidents) ? IncidentQueries.All(transaction.Connection) : [],
            NextNumber = reads.HasFlag(Needs.NextNumber) ? IncidentQueries.NextNumber(transaction.Connection) : 0,
        };
        // To whoever may not know of it, a private incident is one that does not exist.
        return incident is null || !Privacy.MaySee(situation, incident) ? situation : Within(transaction, situation with { Incident = incident }, reads);
    }

    private static SourceMessage? SourceOf(ChatEvent chatEvent) => chatEvent switch
    {
        MessageEvent message => message.Source,
        CommandFilled { About: { } about } => new(chatEvent.Channel.Platform, chatEvent.Channel.Id, about.Id),
        _ => null,
    };

    private static Situation Within(StorageTransaction transaction, Situation situation, Needs reads)
    {
        var incident = situation.Incident!;
        return situation with
        {
            Record = reads.HasFlag(Needs.Record) ? IncidentQueries.Record(transaction.Connection, incident) : null,
            LastEntry = reads.HasFlag(Needs.LastNumbers) ? Last(transaction, "timeline_entries", incident) : 0,
            LastEscalation = reads.HasFlag(Needs.LastNumbers) ? Last(transaction, "escalations", incident) : 0,
            LastCorrection = reads.HasFlag(Needs.LastCorrection) ? IncidentQueries.LastCorrection(transaction.Connection, incident.Id, situation.User) : null,
        };
    }

    // The highest number given so far, removed ones included: a number is never given twice.
    private static int Last(StorageTransaction transaction, string table, Incident incident) =>
        (int)transaction.Number($"select coalesce(max(number), 0) from {table} where incident = $1", incident.Id.Number);
}
