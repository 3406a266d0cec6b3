namespace Sitrep.Incidents;

/// <summary>A note of the bot itself. It carries no number, and the postmortem prints it only if it adds something.</summary>
/// <param name="What">What kind of note.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="RecordedAt">When it was typed, UTC.</param>
/// <param name="By">Who caused it.</param>
/// <param name="Value">The new value, for example <c>sev2</c>, <c>identified</c>, <c>lead @ana</c>; null where there is none.</param>
/// <param name="Text">A person's own words that came with it; null where there were none.</param>
internal sealed record IncidentNote(NoteKind What, DateTimeOffset At, DateTimeOffset RecordedAt, Person By, string? Value, string? Text);

/// <summary>The kinds of notes.</summary>
internal enum NoteKind
{
    /// <summary>The incident was declared.</summary>
    Declared,

    /// <summary>The status changed; the value is the status.</summary>
    Status,

    /// <summary>The severity changed; the value is the new one.</summary>
    Severity,

    /// <summary>The title changed; the value is the new one.</summary>
    Title,

    /// <summary>A role was given; the value is <c>role @name</c>.</summary>
    Role,

    /// <summary>A field was set; the value is <c>field: text</c>.</summary>
    Field,

    /// <summary>A stakeholder update went out; the text is the update.</summary>
    Update,

    /// <summary>An escalation was acknowledged; the value says which.</summary>
    Acknowledged,

    /// <summary>The incident was closed.</summary>
    Closed,

    /// <summary>The incident was opened again.</summary>
    Reopened,

    /// <summary>The incident was cancelled; the text is the reason, the value the incident that it is the same as.</summary>
    Cancelled,

    /// <summary>Another incident was linked, or turned out to be the same; the value is its id.</summary>
    Linked,

    /// <summary>The channel got out of reach, came back or got another name; the value says which.</summary>
    Channel,
}
