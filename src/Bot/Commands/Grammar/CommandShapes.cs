using Sitrep.Chat;
using Sitrep.Commands.Grammar.Parts;

namespace Sitrep.Commands.Grammar;

/// <summary>The commands part by part, for platforms that ask for each part by itself.</summary>
internal static class CommandShapes
{
    /// <summary>All of them.</summary>
    /// <param name="settings">The roles that people can hold.</param>
    public static IReadOnlyList<CommandShape> All(BotSettings settings) => [.. CommandTable.All.Select(command => Of(command, settings))];

    private static CommandShape Of(Command command, BotSettings settings)
    {
        var parts = command.Parts.Where(part => part.IsShown);
        if (command.NeedsIncident && !command.Parts.Contains(IncidentPart.Any)) parts = parts.Append(IncidentPart.Any);
        return new(
            command.Name.Split(' ')[0],
            Verb(command),
            CommandTable.WordsOf(command),
            command.Summary,
            [.. parts.Select(part => Of(part, command, settings))],
            command.IsAdministrative);
    }

    private static CommandPart Of(Part part, Command command, BotSettings settings) => new(
        part.Name,
        part.Hint ?? command.Summary,
        KindOf(part),
        !part.IsOptional && !command.AsksForMissing && part is not KindsPart,
        part is RolePart ? settings.Roles : part.Choices);

    private static string Verb(Command command)
    {
        if (command.Name.Split(' ', 2) is [_, var verb]) return verb;
        var others = CommandTable
            .All.Where(other => other.Name.StartsWith(command.Name + " ", StringComparison.Ordinal))
            .Select(other => other.Name)
            .ToList();
        if (others.Count == 0) return "";
        if (!command.StandsAlone) return command.Aliases[0].Split(' ')[^1];
        return others.Contains(command.Name + " show", StringComparer.Ordinal) ? "here" : "show";
    }

    private static PartKind KindOf(Part part) => part switch
    {
        WhenPart or OptionPart { IsTime: true } => PartKind.Time,
        PersonPart => PartKind.Somebody,
        NumberPart { Of: not NumberOf.Task } => PartKind.Entry,
        NumberPart => PartKind.Task,
        FlagPart => PartKind.Flag,
        IncidentPart or OtherIncidentPart => PartKind.Incident,
        KindsPart => PartKind.Several,
        _ => PartKind.Anything,
    };
}
