using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Incidents;

namespace Sitrep.Storage;

/// <summary>Reads what a command must know, and no more.</summary>
public static class SituationReader
{
    /// <summary>Reads the situation in which something typed is decided.</summary>
    public static Situation Read(StorageTransaction transaction, Typed typed, ChatEvent happened, DateTimeOffset now, BotSettings settings)
    {
        var known = typed as KnownCommand;
        var named = known?.Arguments.Incident;
        var picks = SourceOf(happened) is { } source ? SourceMessages.Find(transaction.Connection, source) : Picks.None;
        // A message that was recorded belongs to the incident it was recorded in, wherever it is picked again.
        if (typed is Happening) named = picks.Incident ?? (happened as MessagePicked)?.Incident;
        var incident = named is { } id ? transaction.Incidents.Find(transaction, id) : transaction.Incidents.In(transaction, happened.Channel);
        var reads = known?.Command.Reads ?? (typed is Happening ? Reads.Record | Reads.LastNumbers : Reads.Nothing);
        // A closed incident's posted postmortem follows every change, so it takes the whole record.
        if (incident is { IsOpen: false }) reads |= Reads.Record;
        if (incident is null) reads |= Reads.OpenIncidents;
        var situation = new Situation
        {
            Now = now,
            User = happened.User,
            Channel = happened.Channel,
            Settings = settings,
            People = happened.People,
            Picks = picks,
            About = (happened as FormFilled)?.About,
            Open = reads.HasFlag(Reads.OpenIncidents) ? IncidentQueries.Open(transaction.Connection) : [],
            All = reads.HasFlag(Reads.AllIncidents) ? IncidentQueries.All(transaction.Connection) : [],
            NextNumber = reads.HasFlag(Reads.NextNumber) ? IncidentQueries.NextNumber(transaction.Connection) : 0,
        };
        // To whoever may not know of it, a private incident is one that does not exist.
        return incident is null || !Privacy.MaySee(situation, incident) ? situation : Within(transaction, situation with { Incident = incident }, reads);
    }

    private static SourceMessage? SourceOf(ChatEvent happened) => happened switch
    {
        MessageEvent message => message.Source,
        FormFilled { About: { } about } => new(happened.Channel.Platform, happened.Channel.Id, about.Id),
        _ => null,
    };

    private static Situation Within(StorageTransaction transaction, Situation situation, Reads reads)
    {
        var incident = situation.Incident!;
        return situation with
        {
            Record = reads.HasFlag(Reads.Record) ? IncidentQueries.Record(transaction.Connection, incident) : null,
            LastEntry = reads.HasFlag(Reads.LastNumbers) ? Last(transaction, "timeline_entries", incident) : 0,
            LastEscalation = reads.HasFlag(Reads.LastNumbers) ? Last(transaction, "escalations", incident) : 0,
            LastCorrection = reads.HasFlag(Reads.LastCorrection) ? IncidentQueries.LastCorrection(transaction.Connection, incident.Id, situation.User) : null,
        };
    }

    // The highest number given so far, removed ones included: a number is never given twice.
    private static int Last(StorageTransaction transaction, string table, Incident incident) =>
        (int)transaction.Number($"select coalesce(max(number), 0) from {table} where incident = $1", incident.Id.Number);
}
