namespace Sitrep.Incidents.Courses;

/// <summary>The stretches in which an incident ran: one, and one more for each time it was reopened.</summary>
internal sealed class Course
{
    private readonly IReadOnlyList<Pause> _pauses;

    private Course(IReadOnlyList<Pause> pauses, IReadOnlyList<Stretch> stretches) => (_pauses, Stretches) = (pauses, stretches);

    /// <summary>In order; never empty.</summary>
    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>What all stretches lasted together.</summary>
    public Length Length => Between(Stretches[0].From, Stretches[^1].To);

    /// <summary>The length in words, with each stretch where there are several: <c>3 hours (2 hours + 1 hour)</c>.</summary>
    public string Words => Stretches.Count == 1
        ? Length.Words
        : $"{Length} ({string.Join(" + ", Stretches.Select(stretch => Length.Between(stretch.From, stretch.To)))})";

    /// <summary>An incident's course.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">Where the last stretch of one that goes on lasts to.</param>
    public static Course Of(Incident incident, DateTimeOffset now)
    {
        var end = incident.EndedAt ?? now;
        // Whoever says that it ended before it was reopened takes the reopening back.
        var pauses = incident.Pauses.Where(pause => pause.From > incident.StartedAt && pause.To < end && pause.To > pause.From).ToList();
        var begins = pauses.Select(pause => pause.To).Prepend(incident.StartedAt);
        var ends = pauses.Select(pause => pause.From).Append(end);
        return new(pauses, [.. begins.Zip(ends, (from, to) => new Stretch(from, to))]);
    }

    /// <summary>An incident's course for measuring between moments of it, whether it goes on or not.</summary>
    public static Course Of(Incident incident) => Of(incident, DateTimeOffset.MaxValue);

    /// <summary>From one moment to another, without the pauses between them.</summary>
    public Length Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from) return new(-Between(to, from).Counted);
        var (elapsed, minutes) = (to - from, Length.Minute(to) - Length.Minute(from));
        foreach (var pause in _pauses)
        {
            var begin = pause.From > from ? pause.From : from;
            var end = pause.To < to ? pause.To : to;
            if (end <= begin) continue;
            elapsed -= end - begin;
            minutes -= Length.Minute(end) - Length.Minute(begin);
        }

        return Length.Of(elapsed, minutes);
    }
}

/// <summary>A time in which an incident ran.</summary>
/// <param name="From">Its begin, UTC.</param>
/// <param name="To">Its end, UTC; the moment of asking while it runs.</param>
internal sealed record Stretch(DateTimeOffset From, DateTimeOffset To);
