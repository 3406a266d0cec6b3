namespace Sitrep.Incidents;

/// <summary>One thing that a decision changes. The set is closed: storage writes each, <see cref="IncidentRecord"/> applies each.</summary>
/// <param name="Incident">Whose.</param>
internal abstract record IncidentChange(IncidentId Incident);

/// <summary>A new incident.</summary>
internal sealed record Declared(Incident New) : IncidentChange(New.Id);

/// <summary>The incident's own row changed.</summary>
internal sealed record Amended(Incident New) : IncidentChange(New.Id);

/// <summary>A timeline entry was added.</summary>
internal sealed record EntryRecorded(IncidentId Incident, TimelineEntry Entry) : IncidentChange(Incident);

/// <summary>A timeline entry was corrected; the old one stays in the record.</summary>
/// <param name="Incident">Whose.</param>
/// <param name="Before">The entry as it was.</param>
/// <param name="After">The entry as it is now.</param>
/// <param name="What">
/// <c>mark</c>, <c>edit</c>, <c>move</c>, <c>remove</c> or <c>undo</c>; <c>unpick</c>, <c>pick again</c>, <c>message edit</c>
/// or <c>message delete</c> where it followed the message that the entry is made of.
/// </param>
/// <param name="By">Who corrected it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Undoes">The correction that this one takes back; null for a new one.</param>
internal sealed record EntryCorrected(
    IncidentId Incident, TimelineEntry Before, TimelineEntry After, string What, Person By, DateTimeOffset At, long? Undoes = null)
    : IncidentChange(Incident);

/// <summary>People or teams were called in.</summary>
internal sealed record EscalationRecorded(IncidentId Incident, Escalation Escalation) : IncidentChange(Incident);

/// <summary>An escalation changed: it was acknowledged, or moved with its entry.</summary>
internal sealed record EscalationAmended(IncidentId Incident, Escalation Escalation) : IncidentChange(Incident);

/// <summary>The bot noted something.</summary>
internal sealed record Noted(IncidentId Incident, IncidentNote Note) : IncidentChange(Incident);

/// <summary>Somebody picked a message for the timeline; it may not be recorded yet.</summary>
/// <param name="Incident">Whose channel the message is in.</param>
/// <param name="Message">The message.</param>
/// <param name="Pick">Who and how, <c>reaction/U1</c>.</param>
internal sealed record MessageMarked(IncidentId Incident, SourceMessage Message, string Pick) : IncidentChange(Incident);

/// <summary>Somebody took a pick back.</summary>
internal sealed record MessageUnmarked(IncidentId Incident, SourceMessage Message, string Pick) : IncidentChange(Incident);

/// <summary>An entry is made of a message, which says <paramref name="Text"/>.</summary>
internal sealed record MessageRecorded(IncidentId Incident, SourceMessage Message, int Entry, string Text) : IncidentChange(Incident);

/// <summary>A correction as it is kept.</summary>
/// <param name="Id">Its id in the database.</param>
/// <param name="Before">The entry before it.</param>
/// <param name="What"><c>mark</c>, <c>edit</c>, <c>move</c> or <c>remove</c>.</param>
/// <param name="LastEntry">The highest entry number when it was made; tells what came last, which clocks do not.</param>
internal sealed record Correction(long Id, TimelineEntry Before, string What, int LastEntry);
