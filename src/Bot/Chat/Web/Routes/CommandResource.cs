using Sitrep.Commands;
using Sitrep.Commands.Grammar.Parts;

namespace Sitrep.Chat.Web.Routes;

/// <summary>A command as completion needs it.</summary>
/// <param name="Name">Its words, without the slash.</param>
/// <param name="Aliases">Other words for the same.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Example">One that works.</param>
/// <param name="Options">Its <c>key:value</c> options.</param>
/// <param name="Flags">Its single words.</param>
/// <param name="Severities"><c>sev1</c> … where it takes one.</param>
/// <param name="Kinds"><c>#detection</c> … where it takes them.</param>
/// <param name="NeedsIncident">Whether it is about an incident.</param>
internal sealed record CommandResource(
    string Name,
    IReadOnlyList<string> Aliases,
    string Usage,
    string Summary,
    string Example,
    IReadOnlyList<OptionResource> Options,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> Severities,
    IReadOnlyList<string> Kinds,
    bool NeedsIncident)
{
    /// <summary>Every command, in the order in which help lists them.</summary>
    public static IReadOnlyList<CommandResource> All { get; } = [.. CommandTable.All.Select(Of)];

    private static CommandResource Of(Command command) => new(
        command.Name,
        command.Aliases,
        command.Usage,
        command.Summary,
        command.Example,
        [.. command.Grammar.Keyed.Where(part => part.IsShown).Select(part => new OptionResource(part.Name, part.KeyHint!, part.Choices))],
        // What only a button types is offered to nobody.
        [.. command.Parts.OfType<FlagPart>().Where(flag => flag.IsShown).Select(flag => flag.Name)],
        Choices<SeverityPart>(command),
        Choices<KindsPart>(command),
        command.NeedsIncident);

    private static IReadOnlyList<string> Choices<T>(Command command)
        where T : Part => command.Parts.OfType<T>().FirstOrDefault()?.Choices ?? [];
}

/// <summary>An option of a command.</summary>
internal sealed record OptionResource(string Key, string Hint, IReadOnlyList<string> Choices);
