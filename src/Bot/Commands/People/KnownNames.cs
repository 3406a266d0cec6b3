using Sitrep.Incidents;

namespace Sitrep.Commands.People;

/// <summary>The people and groups seen or called before whose names the typed text may mean.</summary>
/// <param name="People">Accounts that used the bot or were mentioned to it.</param>
/// <param name="Groups">Groups that were mentioned to it.</param>
/// <param name="Teams">Names that are no account and were called in.</param>
internal sealed record KnownNames(IReadOnlyList<Person> People, IReadOnlyList<Group> Groups, IReadOnlyList<string> Teams)
{
    /// <summary>Nobody.</summary>
    public static KnownNames None { get; } = new([], [], []);
}
