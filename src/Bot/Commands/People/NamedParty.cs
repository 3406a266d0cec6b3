using Sitrep.Incidents;

namespace Sitrep.Commands.People;

/// <summary>Whom a typed name means.</summary>
/// <param name="Name">As the bot writes it: people and groups with <c>@</c>, other names without.</param>
/// <param name="Person">The person; null for a group or a mere name.</param>
/// <param name="Group">The group; null for a person or a mere name.</param>
/// <param name="Silence">Why nobody is notified under that name; null where somebody is.</param>
internal sealed record NamedParty(string Name, Person? Person, Group? Group, string? Silence)
{
    /// <summary>Whether the incident's platform notifies somebody.</summary>
    public bool IsNotified => Silence is null;

    /// <summary>Whether a person is meant of whom nothing but the typed name is known.</summary>
    public bool IsUnseen { get; init; }
}
