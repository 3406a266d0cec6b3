using Sitrep.Incidents;

namespace Sitrep.Commands.People;

/// <summary>The outcome for a name where one person was asked for.</summary>
internal abstract record PersonRead
{
    private PersonRead()
    {
    }

    /// <summary>Somebody.</summary>
    /// <param name="Party">What is known of them.</param>
    /// <param name="Person">The account, or the name that stands for one.</param>
    public sealed record Understood(NamedParty Party, Person Person) : PersonRead;

    /// <summary>Several people were named.</summary>
    /// <param name="Names">Their names with <c>@</c>.</param>
    public sealed record Several(IReadOnlyList<string> Names) : PersonRead;

    /// <summary>No person: a group, everybody, or words.</summary>
    public sealed record Unreadable : PersonRead
    {
        /// <summary>The only one.</summary>
        public static Unreadable Instance { get; } = new();
    }
}
