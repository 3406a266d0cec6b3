using System.Collections.Frozen;
using Sitrep.Commands.Escalations;
using Sitrep.Commands.Finding;
using Sitrep.Commands.Help;
using Sitrep.Commands.Incidents;
using Sitrep.Commands.Incidents.Fields;
using Sitrep.Commands.Postmortems;
using Sitrep.Commands.Related;
using Sitrep.Commands.Timelines;

namespace Sitrep.Commands;

/// <summary>Every command, in the order in which help lists them.</summary>
internal static class CommandTable
{
    /// <summary>All commands.</summary>
    public static IReadOnlyList<Command> All { get; } =
    [
        new StartIncident(),
        new RecordEntry(),
        new EscalateIncident(),
        new AcknowledgeEscalation(),
        new SetStatus(),
        new ResolveIncident(),
        new UpdateStakeholders(),
        new SetSeverity(),
        new SetTitle(),
        new AssignRole(),
        new TakeLead(),
        new SetField(),
        new AddActionItem(),
        new AssignActionItem(),
        new FinishActionItem(),
        new ListActionItems(),
        new AddImprovement(),
        new AttachPicture(),
        new CloseIncident(),
        new ReopenIncident(),
        new CancelIncident(),
        new MarkDuplicate(),
        new LinkIncidents(),
        new ShowPostmortem(),
        new ExportIncident(),
        new ShowTimeline(),
        new MarkEntry(),
        new EditEntry(),
        new MoveEntry(),
        new RemoveEntry(),
        new UndoCorrection(),
        new CatchUp(),
        new ShowCard(),
        new ListIncidents(),
        new SearchIncidents(),
        new ShowIncident(),
        new ShowOnCall(),
        new ShowHelp(),
    ];

    // What only a button types.
    private static readonly Command[] _unlisted = [new RemoveEntries()];

    /// <summary>The command that an id alone means.</summary>
    public static Command Show { get; } = All.Single(command => command is ShowIncident);

    /// <summary>The first words: <c>incident</c>, <c>timeline</c> …</summary>
    public static FrozenSet<string> Roots { get; } =
        All.SelectMany(Names).Select(name => name.Split(' ')[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, IReadOnlyList<(IReadOnlyList<string> Words, Command Command)>> _byRoot =
        All.Concat(_unlisted).SelectMany(command => Names(command).Select(name => (Name: name.Split(' '), Command: command)))
            .GroupBy(entry => entry.Name[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                // The longest words first; of equals the one that demands more of what follows.
                group => (IReadOnlyList<(IReadOnlyList<string>, Command)>)
                [
                    .. group.OrderByDescending(entry => entry.Name.Length).ThenByDescending(entry => entry.Command.Grammar.Follows)
                        .Select(entry => ((IReadOnlyList<string>)entry.Name[1..], entry.Command)),
                ],
                StringComparer.OrdinalIgnoreCase);

    /// <summary>A root's commands by the words behind the root.</summary>
    public static IReadOnlyList<(IReadOnlyList<string> Words, Command Command)> ByWords(string root) => _byRoot[root];

    /// <summary>The command that words alone mean, with nothing behind them; null where there is none.</summary>
    public static Command? Alone(string words) =>
        words.Split(' ') is var all && _byRoot.TryGetValue(all[0], out var entries)
            ? entries.FirstOrDefault(entry => entry.Words.SequenceEqual(all[1..], StringComparer.OrdinalIgnoreCase)).Command
            : null;

    /// <summary>
    /// Words that mean this command and no other: <c>/timeline</c> alone shows it, so what records there is <c>incident
    /// note</c>.
    /// </summary>
    public static string WordsOf(Command command) => Names(command).First(name => Alone(name) == command);

    /// <summary>The words of a command that somebody typed without the first one (<c>/close</c>); null where there is none.</summary>
    public static string? WithoutRoot(string word) =>
        All.SelectMany(Names)
            .FirstOrDefault(name => name.Split(' ') is [_, var verb] && verb.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A command by its words, its own name or another; null where there is none.</summary>
    public static Command? Find(string words) =>
        All.FirstOrDefault(command => Names(command).Contains(words.Trim(), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(Command command) => command.Aliases.Prepend(command.Name);
}
