using Sitrep.Incidents;

namespace Sitrep.Commands.People;

/// <summary>What was seen or called under a name before, as far as it may be meant by what was typed.</summary>
/// <param name="People">Accounts that used the bot or were mentioned to it.</param>
/// <param name="Groups">Groups that were mentioned to it.</param>
/// <param name="Teams">Names that are no account and were called in.</param>
internal sealed record KnownNames(IReadOnlyList<Person> People, IReadOnlyList<Group> Groups, IReadOnlyList<string> Teams)
{
    /// <summary>Nobody.</summary>
    public static KnownNames None { get; } = new([], [], []);
}
