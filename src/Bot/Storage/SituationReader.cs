using Microsoft.Data.Sqlite;
using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Incidents;

namespace Sitrep.Storage;

/// <summary>Reads what a command must know, and no more.</summary>
public static class SituationReader
{
    /// <summary>Reads the situation in which something typed is decided.</summary>
    public static Situation Read(SqliteConnection connection, Typed typed, ChatEvent happened, DateTimeOffset now, BotSettings settings)
    {
        var known = typed as KnownCommand;
        var named = known?.Arguments.Incident;
        var picks = SourceOf(happened) is { } source ? SourceMessages.Find(connection, source) : Picks.None;
        // A message that was recorded belongs to the incident it was recorded in, wherever it is picked again.
        if (typed is Happening) named = picks.Incident ?? (happened as MessagePicked)?.Incident;
        var incident = named is { } id ? IncidentQueries.Find(connection, id) : IncidentQueries.In(connection, happened.Channel);
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
            Open = reads.HasFlag(Reads.OpenIncidents) ? IncidentQueries.Open(connection) : [],
            All = reads.HasFlag(Reads.AllIncidents) ? IncidentQueries.All(connection) : [],
            NextNumber = reads.HasFlag(Reads.NextNumber) ? IncidentQueries.NextNumber(connection) : 0,
        };
        // To whoever may not know of it, a private incident is one that does not exist.
        return incident is null || !Privacy.MaySee(situation, incident) ? situation : Within(connection, situation with { Incident = incident }, reads);
    }

    private static SourceMessage? SourceOf(ChatEvent happened) => happened switch
    {
        MessageEvent message => message.Source,
        FormFilled { About: { } about } => new(happened.Channel.Platform, happened.Channel.Id, about.Id),
        _ => null,
    };

    private static Situation Within(SqliteConnection connection, Situation situation, Reads reads)
    {
        var incident = situation.Incident!;
        return situation with
        {
            Record = reads.HasFlag(Reads.Record) ? IncidentQueries.Record(connection, incident) : null,
            LastEntry = reads.HasFlag(Reads.LastNumbers) ? IncidentQueries.LastEntry(connection, incident.Id) : 0,
            LastEscalation = reads.HasFlag(Reads.LastNumbers) ? IncidentQueries.LastEscalation(connection, incident.Id) : 0,
            LastCorrection = reads.HasFlag(Reads.LastCorrection) ? IncidentQueries.LastCorrection(connection, incident.Id, situation.User) : null,
        };
    }
}
