namespace Sitrep.Chat.Discord.Interactions.Registration;

/// <summary>The bot's commands as Discord wants them: each verb a subcommand, each part a typed option.</summary>
internal static class CommandBodies
{
    /// <summary>The command in a message's own menu.</summary>
    public const string AddToTimeline = "Add to timeline";

    /// <summary>The other one: the message is where an incident begins.</summary>
    public const string Declare = "Declare an incident";

    private const int ChatInput = 1;
    private const int MessageMenu = 3;
    private const int Subcommand = 1;
    private const int Group = 2;
    private const int Words = 3;
    private const int Number = 4;
    private const int Flag = 5;
    private const int User = 6;
    private const int LongestDescription = 100;
    private const int LongestWords = 6_000;
    private const int MostChoices = 25;

    // Commands speak of a server's incidents: nowhere else.
    private static readonly int[] _inServer = [0];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandBody> Of(IReadOnlyList<CommandShape> shapes) =>
        [
            .. shapes
                .GroupBy(shape => shape.Root, StringComparer.Ordinal)
                .Select(root => new CommandBody(
                    root.Key,
                    ChatInput,
                    root.Count() == 1
                        ? Cut(root.Single().Summary)
                        : $"{root.Key}: {string.Join(", ", root.Select(shape => shape.Verb.Split(' ')[0]).Distinct(StringComparer.Ordinal).Take(8))} …",
                    root.Count() == 1 ? Options(root.Single()) : Verbs(root),
                    // Discord knows rights for a whole command alone.
                    root.All(shape => shape.IsAdministrative)
                        ? Permissions.ManageChannels
                        : null,
                    _inServer,
                    _inServer)),
            new(AddToTimeline, MessageMenu, Contexts: _inServer, IntegrationTypes: _inServer),
            new(Declare, MessageMenu, Contexts: _inServer, IntegrationTypes: _inServer),
        ];

    private static IReadOnlyList<OptionBody> Verbs(IEnumerable<CommandShape> shapes) =>
    [
        .. shapes.GroupBy(shape => shape.Verb.Split(' ')[0], StringComparer.Ordinal).Select(verb =>
            verb.First().Verb.Contains(' ', StringComparison.Ordinal)
                ? new OptionBody(Group, verb.Key, verb.Key, Options: [.. verb.Select(shape => Verb(shape, shape.Verb.Split(' ')[1]))])
                : Verb(verb.First(), verb.Key)),
    ];

    private static OptionBody Verb(CommandShape shape, string name) => new(Subcommand, name, Cut(shape.Summary), Options: Options(shape));

    // Discord wants what must be filled first.
    private static IReadOnlyList<OptionBody> Options(CommandShape shape) =>
        [.. shape.Parts.OrderByDescending(part => part.Required).Select(Option)];

    private static OptionBody Option(CommandPart part)
    {
        var hint = Cut(part.Hint);
        var required = part.Required ? true : (bool?)null;
        return part.Takes switch
        {
            PartKind.Flag => new(Flag, part.Name, hint, required),
            PartKind.Somebody => new(User, part.Name, hint, required),
            PartKind.Entry or PartKind.Task => new(Number, part.Name, hint, required, Autocomplete: true, MinValue: 1),
            PartKind.Time or PartKind.Incident or PartKind.Several => new(
                Words,
                part.Name,
                hint,
                required,
                Autocomplete: true,
                MaxLength: 100),
            _ when part.Choices.Count is > 0 and <= MostChoices => new(
                Words,
                part.Name,
                hint,
                required,
                Choices: [.. part.Choices.Select(choice => new StringChoice(choice, choice))]),
            _ when part.Choices.Count > MostChoices => new(Words, part.Name, hint, required, Autocomplete: true),
            _ => new(Words, part.Name, hint, required, MaxLength: LongestWords),
        };
    }

    private static string Cut(string text) => text.Length <= LongestDescription ? text : text[..(LongestDescription - 1)] + "…";
}
