using System.Text.Json.Serialization;
using Sitrep.Incidents.Courses;
using Sitrep.Incidents.Zones;

namespace Sitrep.Incidents;

/// <summary>
/// One incident without its timeline: everything small enough to be read and written as one row.
/// All instants are UTC; <see cref="Zone"/> is for reading and showing times.
/// </summary>
internal sealed record Incident
{
    /// <summary>Its id, <c>INC-7</c>.</summary>
    public required IncidentId Id { get; init; }

    /// <summary>The fault in one line, as typed.</summary>
    public required string Title { get; init; }

    /// <summary>How bad; null until somebody says.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The status of the work.</summary>
    public IncidentStatus Status { get; init; }

    /// <summary>The zone in which times are read and shown.</summary>
    public required Zone Zone { get; init; }

    /// <summary>The service that broke; null until somebody says.</summary>
    public string? Service { get; init; }

    /// <summary>Only those involved see it.</summary>
    public bool Private { get; init; }

    /// <summary>An exercise.</summary>
    public bool Drill { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the impact ended; null where nobody said. Often earlier than <see cref="EndedAt"/>.</summary>
    public DateTimeOffset? ImpactEndedAt { get; init; }

    /// <summary>When it was over; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was taken for over before it was reopened, in order.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>When it was typed in.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>The person who typed it.</summary>
    public required Person DeclaredBy { get; init; }

    /// <summary>When the record was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The person who closed it.</summary>
    public Person? ClosedBy { get; init; }

    /// <summary>Whether it was a false alarm, or the same as another one: closed, without a postmortem, out of the measures.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Why it was cancelled, in people's words; null where nobody said.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The incident that it is the same as; null for none.</summary>
    public IncidentLink? DuplicateOf { get; init; }

    /// <summary>The incidents that turned out to be the same as this one, in the order in which people said so.</summary>
    public IReadOnlyList<IncidentLink> Duplicates { get; init; } = [];

    /// <summary>The incidents that have to do with it, in the order in which people said so.</summary>
    public IReadOnlyList<IncidentLink> Related { get; init; } = [];

    /// <summary>The chat platform it lives on: <c>web</c>, <c>slack</c>, <c>discord</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The name its channel was given.</summary>
    public required string ChannelName { get; init; }

    /// <summary>The platform's id of its channel; null until the platform has opened it.</summary>
    public string? ChannelId { get; init; }

    /// <summary>How its channel got out of the bot's reach; null while it is within.</summary>
    public ChannelLoss? ChannelLost { get; init; }

    /// <summary>The whole in a few sentences.</summary>
    public string? Summary { get; init; }

    /// <summary>The impact: the things that people could not do.</summary>
    public string? Impact { get; init; }

    /// <summary>Share of those affected, 0 to 100, with its words.</summary>
    public Affected? AffectedPercent { get; init; }

    /// <summary>Number of those affected, with its words.</summary>
    public Affected? AffectedCount { get; init; }

    /// <summary>How many were affected, in words that hold no number.</summary>
    public string? AffectedWords { get; init; }

    /// <summary>All that was said of how many were affected, as typed.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Affected =>
        [.. new[] { AffectedPercent?.Words, AffectedCount?.Words, AffectedWords }.OfType<string>().Distinct()];

    /// <summary>How it was noticed.</summary>
    public string? Detection { get; init; }

    /// <summary>The cause, at length.</summary>
    public string? RootCause { get; init; }

    /// <summary>The cause, in a sentence.</summary>
    public string? RootCauseSummary { get; init; }

    /// <summary>The fix: one paragraph, or steps.</summary>
    public IReadOnlyList<string> Resolution { get; init; } = [];

    /// <summary>A last word.</summary>
    public string? Closing { get; init; }

    /// <summary>The people in roles; the key is the role's name in lower case (<c>lead</c>).</summary>
    public IReadOnlyDictionary<string, Person> Roles { get; init; } = new Dictionary<string, Person>(StringComparer.Ordinal);

    /// <summary>The people called into a private incident, who may see it since.</summary>
    public IReadOnlyList<Person> CalledIn { get; init => field = value ?? []; } = [];

    /// <summary>Things to do better.</summary>
    public IReadOnlyList<Improvement> Improvements { get; init; } = [];

    /// <summary>Tasks.</summary>
    public IReadOnlyList<ActionItem> ActionItems { get; init; } = [];

    /// <summary>Pictures and links.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>When people were called in for the first time, UTC; null before.</summary>
    public DateTimeOffset? PagedAt { get; init; }

    /// <summary>When the stakeholders heard last, UTC; null before the first update.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When they were promised the next update, UTC; null where nothing was promised.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>How many messages the posted postmortem fills; 0 before it was posted.</summary>
    public int PostmortemParts { get; init; }

    /// <summary>Whether the record is still open.</summary>
    [JsonIgnore]
    public bool IsOpen => ClosedAt is null;

    /// <summary>The lead; null for nobody.</summary>
    [JsonIgnore]
    public Person? Lead => Roles.GetValueOrDefault("lead");

    /// <summary>The person who is told what its channel cannot be told: the lead if the platform knows them, else the declarer.</summary>
    [JsonIgnore]
    public Person Contact => Lead is { } lead && lead.Platform == Platform ? lead : DeclaredBy;

    /// <summary>Whether somebody declared it, holds a role in it or was called into it.</summary>
    public bool Involves(Person person) => DeclaredBy == person || Roles.Values.Contains(person) || CalledIn.Contains(person);
}
