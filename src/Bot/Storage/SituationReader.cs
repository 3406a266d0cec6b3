using Sitrep.Access;
using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Events;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.People;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Storage.Rows;

namespace Sitrep.Storage;

/// <summary>Reads what a decider needs, and no more.</summary>
internal static class SituationReader
{
    /// <summary>Reads the situation in which a command or a chat event is decided.</summary>
    public static Situation Read(
        StoreTransaction transaction,
        ParsedInput input,
        ChatEvent chatEvent,
        DateTimeOffset now,
        BotSettings settings)
    {
        var known = input as KnownCommand;
        var picks = SourceOf(chatEvent) is { } source ? SourceMessages.Find(transaction.Reads, source) : Picks.None;
        // A message that was recorded belongs to the incident it was recorded in, wherever it is picked again.
        var named = input is ChatEventInput ? picks.Incident ?? (chatEvent as MessagePicked)?.Incident : known?.Arguments.Incident;
        var incident = named is { } id
            ? transaction.Incidents.Find(transaction, id)
            : transaction.Incidents.In(transaction, chatEvent.Channel);
        var situation = new Situation
        {
            Now = now,
            User = chatEvent.User,
            Channel = chatEvent.Channel,
            Settings = settings,
            People = chatEvent.People,
            Groups = chatEvent.Groups,
            ReaderZone = chatEvent.ReaderZone,
            Picks = picks,
            About = (chatEvent as CommandFilled)?.About,
        };
        // To whoever may not know of it, a private incident is one that does not exist.
        if (incident is not null && !May.See(situation.Viewer, incident)) incident = null;
        var needs = known?.Command.Needs ?? (input is ChatEventInput ? ChatEventRules.Needs : Needs.Nothing);
        if (needs.HasFlag(Needs.KnownNames))
            situation = situation with { Known = Known(transaction, chatEvent, incident, known!.Arguments) };
        situation = Fill(transaction, situation, incident, incident is null ? needs | Refusals.Needs : needs);
        if (known?.Command.Filter(known.Arguments) is { } filter)
            situation = situation with { Matches = IncidentSearch.Matching(transaction.Reads, filter, situation.Viewer) };
        return needs.HasFlag(Needs.Other) ? WithOther(transaction, situation, known?.Arguments.Value("other")) : situation;
    }

    // The other one is named; what a duplicate is the same as need not be.
    private static Situation WithOther(StoreTransaction transaction, Situation situation, string? named)
    {
        var id = IncidentId.TryRead(named, out var read) ? read : named is null ? situation.Incident?.DuplicateOf?.Id : null;
        return id is { } other
            && IncidentQueries.Find(transaction.Reads, other) is { } incident
            && May.See(situation.Viewer, incident)
                ? situation with { Other = IncidentQueries.Record(transaction.Reads, incident) }
                : situation;
    }

    /// <summary>Reads the situation of an incident in which something happened by itself, as the bot sees it.</summary>
    /// <param name="transaction">The open transaction.</param>
    /// <param name="incident">The incident; null where there is none.</param>
    /// <param name="bot">Who acts.</param>
    /// <param name="needs">What the decider needs.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="settings">How this bot is set up.</param>
    public static Situation Read(
        StoreTransaction transaction,
        Incident? incident,
        Person bot,
        Needs needs,
        DateTimeOffset now,
        BotSettings settings)
    {
        var channel = new ChannelRef(incident?.Platform ?? Platforms.Web, incident?.ChannelId ?? "");
        return Fill(
            transaction,
            new Situation
            {
                Now = now,
                User = bot,
                Channel = channel,
                Settings = settings,
            },
            incident,
            needs);
    }

    private static Situation Fill(StoreTransaction transaction, Situation situation, Incident? incident, Needs needs)
    {
        if (incident is not null) needs |= LiveMessages.Needs(incident);
        if (needs.HasFlag(Needs.OpenIncidents))
            situation = situation with { Open = Visible(situation, IncidentQueries.Open(transaction.Reads)) };
        if (needs.HasFlag(Needs.NextNumber)) situation = situation with { NextNumber = IncidentQueries.NextNumber(transaction.Reads) };
        if (incident is null) return situation;
        situation = situation with { Incident = incident };
        if (needs.HasFlag(Needs.Record)) situation = situation with { Record = IncidentQueries.Record(transaction.Reads, incident) };
        if (needs.HasFlag(Needs.LastCorrection))
            situation = situation with { LastCorrection = IncidentQueries.LastCorrection(transaction.Reads, incident.Id, situation.User) };
        return needs.HasFlag(Needs.LastNumbers)
            ? situation with
            {
                LastEntry = Last(transaction, "timeline_entries", incident),
                LastEscalation = Last(transaction, "escalations", incident),
            }
            : situation;
    }

    // Names with an @, and those that stand alone where a name is asked for.
    private static KnownNames Known(StoreTransaction transaction, ChatEvent chatEvent, Incident? incident, Arguments typed)
    {
        string[] platforms = [chatEvent.Channel.Platform, incident?.Platform ?? chatEvent.Channel.Platform];
        var values = typed.Options.Values.Concat(typed.Words.Values).ToList();
        var text = string.Join('\n', values.Prepend(typed.Text));
        var names = MentionText.Candidates(text).Concat(values).Append(EdgeWords.First(typed.Text));
        return KnownNameRows.Find(transaction.Reads, platforms, names, text);
    }

    private static List<Incident> Visible(Situation situation, IReadOnlyList<Incident> incidents)
    {
        var viewer = situation.Viewer;
        return [.. incidents.Where(incident => May.See(viewer, incident))];
    }

    private static SourceMessage? SourceOf(ChatEvent chatEvent) => chatEvent switch
    {
        MessageEvent message => message.Source,
        CommandFilled { About: { } about } => new(chatEvent.Channel.Platform, chatEvent.Channel.Id, about.Id),
        _ => null,
    };

    // The highest number given so far, removed ones included: a number is never given twice.
    private static int Last(StoreTransaction transaction, string table, Incident incident) =>
        (int)transaction.Number($"select coalesce(max(number), 0) from {table} where incident = $1", incident.Id.Number);
}
