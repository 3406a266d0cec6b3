namespace Sitrep.Incidents;

/// <summary>People or teams called in. With a known time it is a timeline entry too (<see cref="Entry"/>).</summary>
internal sealed record Escalation
{
    /// <summary>1, 2, 3 … within its incident.</summary>
    public required int Number { get; init; }

    /// <summary>Whom: people and groups with <c>@</c>, teams without. Never empty.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The accounts among them that were notified.</summary>
    public IReadOnlyList<Person> People { get; init => field = value ?? []; } = [];

    /// <summary>The groups among them that were notified.</summary>
    public IReadOnlyList<Group> Groups { get; init => field = value ?? []; } = [];

    /// <summary>The key of the message that paged them, which is kept true; null for one that is not.</summary>
    public string? PageKey { get; init; }

    /// <summary>The person who handed over, if given.</summary>
    public string? From { get; init; }

    /// <summary>When, in UTC; null where nobody knows.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The text; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>When it was typed.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The person who typed it.</summary>
    public required Person By { get; init; }

    /// <summary>The timeline entry's number; null where <see cref="At"/> is.</summary>
    public int? Entry { get; init; }

    /// <summary>When somebody took it.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The person who acknowledged it.</summary>
    public Person? AcknowledgedBy { get; init; }

    /// <summary>Whether it names somebody.</summary>
    public bool Calls(Person person) =>
        People.Contains(person) || To.Any(target => string.Equals(target.TrimStart('@'), person.Name, StringComparison.OrdinalIgnoreCase));
}
