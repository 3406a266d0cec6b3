using Sitrep.Access;
using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Commands.Finding;
using Sitrep.Commands.People;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands;

/// <summary>
/// What is, at the moment something is decided. Only what the decider's <see cref="Needs"/> name is read; looking at anything
/// else throws, so that a forgotten need can never pass for "none" or 0.
/// </summary>
internal sealed record Situation
{
    private Needs _known;

    /// <summary>The moment, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The person who types.</summary>
    public required Person User { get; init; }

    /// <summary>The person who types, and the place: the decision is made on their behalf.</summary>
    internal Viewer Viewer => Viewer.Of(User, Channel);

    /// <summary>Where.</summary>
    public required ChannelRef Channel { get; init; }

    /// <summary>How this bot is set up.</summary>
    public required BotSettings Settings { get; init; }

    /// <summary>The incident named or lived in; null where there is none.</summary>
    public Incident? Incident { get; init; }

    /// <summary>The incident with its timeline; null where there is no incident. <see cref="Needs.Record"/>.</summary>
    public IncidentRecord? Record { get => Read(Needs.Record, field); init => field = Learn(Needs.Record, value); }

    /// <summary>Open incidents that the viewer may see, the worst first. <see cref="Needs.OpenIncidents"/>.</summary>
    public IReadOnlyList<Incident> Open
    {
        get => Read(Needs.OpenIncidents, field);
        init => field = Learn(Needs.OpenIncidents, value);
    } = [];

    /// <summary>
    /// The other incident that the viewer may see, with its record; null where there is none. <see cref="Needs.Other"/>.
    /// </summary>
    public IncidentRecord? Other { get; init; }

    /// <summary>What a command's <see cref="Command.Filter"/> finds among the incidents that the viewer may see.</summary>
    public IncidentMatches Matches { get; init; } = IncidentMatches.None;

    /// <summary>The number for a new incident. <see cref="Needs.NextNumber"/>.</summary>
    public long NextNumber { get => Read(Needs.NextNumber, field); init => field = Learn(Needs.NextNumber, value); }

    /// <summary>The entry number given last. <see cref="Needs.LastNumbers"/>.</summary>
    public int LastEntry { get => Read(Needs.LastNumbers, field); init => field = Learn(Needs.LastNumbers, value); }

    /// <summary>The escalation number given last. <see cref="Needs.LastNumbers"/>.</summary>
    public int LastEscalation { get => Read(Needs.LastNumbers, field); init => field = Learn(Needs.LastNumbers, value); }

    /// <summary>The user's newest correction; null where there is none. <see cref="Needs.LastCorrection"/>.</summary>
    public Correction? LastCorrection { get => Read(Needs.LastCorrection, field); init => field = Learn(Needs.LastCorrection, value); }

    /// <summary>People whom the event names by the platform's own mention.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Groups whom the event names, or may name, by what the platform calls them.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    /// <summary>The known people and groups with the typed names. <see cref="Needs.KnownNames"/>.</summary>
    public KnownNames Known
    {
        get => Read(Needs.KnownNames, field);
        init => field = Learn(Needs.KnownNames, value);
    } = KnownNames.None;

    /// <summary>The known facts about the event's message.</summary>
    public Picks Picks { get; init; } = Picks.None;

    /// <summary>The message from which a form was opened; null for none.</summary>
    public PickedMessage? About { get; init; }

    /// <summary>The zone of the clock that the user looks at; null where the platform does not say.</summary>
    public Zone? ReaderZone { get; init; }

    /// <summary>The zone in which times are read and shown here.</summary>
    public Zone Zone => Incident?.Zone ?? Settings.Zone;

    /// <summary>An instant as it is shown here: with its zone, and with its date where that is not today's.</summary>
    public Moment Show(DateTimeOffset at) => new(at, TimeText.Of(at, Zone, Now));

    /// <summary>How times are read here. A closed incident's times lie within it.</summary>
    public WhenContext Times => Incident is { IsOpen: false, EndedAt: { } end } closed
        ? new(Now, Zone, closed.StartedAt, end) { ReaderZone = ReaderZone, Began = closed.StartedAt }
        : new(Now, Zone) { ReaderZone = ReaderZone, Began = Incident?.StartedAt };

    public override string ToString() => $"{Incident?.Id.ToString() ?? "no incident"} in {Channel} at {Now:O}";

    private T Read<T>(Needs need, T value) => (_known & need) == need
        ? value
        : throw new InvalidOperationException($"{need} was looked at and never asked for: the decider's needs must name it.");

    private T Learn<T>(Needs need, T value)
    {
        _known |= need;
        return value;
    }
}
