using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>A part that a postmortem still lacks.</summary>
/// <param name="Key">What it is: <c>severity</c>, <c>root-cause</c>, <c>detected</c>, <c>owner-3</c>.</param>
/// <param name="Label">What people call it, at most 24 characters.</param>
/// <param name="Who">Who can fill it.</param>
/// <param name="Suggestion">What the timeline suggests; null where it says nothing of it.</param>
/// <param name="Entry">The entry to mark; null where none is meant.</param>
internal sealed record MissingPart(string Key, string Label, Person Who, string? Suggestion = null, TimelineEntry? Entry = null)
{
    /// <summary>The kind that marks an entry as this part; null where the part is no entry.</summary>
    public EntryKind? Kind => Key switch
    {
        "detected" => EntryKind.Detection,
        "cause-found" => EntryKind.Finding,
        "resolved" => EntryKind.Resolution,
        _ => null,
    };
}
