using Sitrep.Access;
using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands;

/// <summary>What is, at the moment a command is decided. Only what the command's <see cref="Command.Needs"/> names is filled.</summary>
public sealed record Situation
{
    /// <summary>The moment, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who types.</summary>
    public required Person User { get; init; }

    /// <summary>Who types, and from where: on whose behalf it is decided.</summary>
    internal Viewer Viewer => Viewer.Of(User, Channel);

    /// <summary>Where.</summary>
    public required ChannelRef Channel { get; init; }

    /// <summary>How this bot is set up.</summary>
    public required BotSettings Settings { get; init; }

    /// <summary>The incident named or lived in; null where there is none.</summary>
    public Incident? Incident { get; init; }

    /// <summary>The incident with its timeline.</summary>
    public IncidentRecord? Record { get; init; }

    /// <summary>Open incidents that the viewer may see, the worst first.</summary>
    public IReadOnlyList<Incident> Open { get; init; } = [];

    /// <summary>All incidents that the viewer may see, the newest first.</summary>
    public IReadOnlyList<Incident> All { get; init; } = [];

    /// <summary>The number for a new incident.</summary>
    public long NextNumber { get; init; }

    /// <summary>The entry number given last.</summary>
    public int LastEntry { get; init; }

    /// <summary>The escalation number given last.</summary>
    public int LastEscalation { get; init; }

    /// <summary>The user's newest correction.</summary>
    public Correction? LastCorrection { get; init; }

    /// <summary>People whom the event names by the platform's own mention.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>What is known of the message that the event is about.</summary>
    public Picks Picks { get; init; } = Picks.None;

    /// <summary>The message from which a form was opened; null for none.</summary>
    public PickedMessage? About { get; init; }

    /// <summary>Who is meant by a typed name: whom the platform says, else somebody of that name.</summary>
    public Person Called(string name) =>
        People.FirstOrDefault(person => string.Equals(person.Name, name.TrimStart('@'), StringComparison.OrdinalIgnoreCase)) ?? Person.Named(Channel.Platform, name);

    /// <summary>The zone in which times are read and shown here.</summary>
    public Zone Zone => Incident?.Zone ?? Settings.Zone;

    /// <summary>An instant as it is shown here: with its zone, and with its date where that is not today's.</summary>
    public Moment Show(DateTimeOffset at) => new(at, TimeText.Of(at, Zone, Now));

    /// <summary>How times are read here. A closed incident's times lie within it.</summary>
    public WhenContext Times => Incident is { IsOpen: false, EndedAt: { } end } closed
        ? new(Now, Zone, closed.StartedAt, end)
        : new(Now, Zone);
}

/// <summary>How the bot is set up, as far as commands care.</summary>
/// <param name="Zone">The zone of incidents that name none.</param>
/// <param name="ChannelName">How channels are named; <c>{number}</c> and <c>{slug}</c> stand for themselves.</param>
/// <param name="AnnouncementChannel">The channel that hears of every incident.</param>
/// <param name="Roles">The roles people can hold.</param>
public sealed record BotSettings(Zone Zone, string ChannelName, string AnnouncementChannel, IReadOnlyList<string> Roles)
{
    /// <summary>After how many days a closed incident's channel is put away; 0 for never.</summary>
    public int ArchiveAfterDays { get; init; } = 7;

    /// <summary>What applies without configuration.</summary>
    public static BotSettings Default { get; } = new(Zone.Utc, "inc-{number}-{slug}", "incidents", ["lead", "comms", "scribe"]);
}
