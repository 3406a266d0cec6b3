namespace Sitrep.Incidents;

/// <summary>
/// One thing that happened, as a person recorded it. Two clocks: <see cref="At"/> is when it happened,
/// <see cref="RecordedAt"/> when it was typed. Both are UTC.
/// </summary>
internal sealed record TimelineEntry
{
    /// <summary>1, 2, 3 … in the order recorded, within its incident; never changes, never used again.</summary>
    public required int Number { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was over, where people said so (<c>14:00-14:20</c>); null for a moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it was typed.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The person who typed it.</summary>
    public required Person By { get; init; }

    /// <summary>Their words, untouched.</summary>
    public required string Text { get; init; }

    /// <summary>The kinds; the first is the main one. Never empty.</summary>
    public required IReadOnlyList<EntryKind> Kinds { get; init; }

    /// <summary>True while the kind is the bot's guess and nobody has confirmed or changed it.</summary>
    public bool KindGuessed { get; init; }

    /// <summary>The time as typed, with the zone label people used (<c>9:30 PM EAT</c>); null where none was typed.</summary>
    public string? TypedTime { get; init; }

    /// <summary>True where people wrote <c>ca.</c> or <c>~</c> before the time.</summary>
    public bool Approximate { get; init; }

    /// <summary>A remark added later, for example why a path was a dead end.</summary>
    public string? Note { get; init; }

    /// <summary>Taken out by a person; kept in the record, absent from every view.</summary>
    public bool Removed { get; init; }

    /// <summary>Whether it is of that kind, among others.</summary>
    public bool Is(EntryKind kind) => Kinds.Contains(kind);
}
