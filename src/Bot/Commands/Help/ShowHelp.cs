using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Vocabulary;
using Sitrep.Commands.Wording;
using Sitrep.Prose;

namespace Sitrep.Commands.Help;

/// <summary><c>/incident help</c>: every command, or one of them at length.</summary>
internal sealed class ShowHelp : Command
{
    public override string Name => "incident help";

    public override IReadOnlyList<string> Aliases => ["timeline help", "escalate help"];

    public override string Summary => "this list, or details of one command";

    public override string Example => "/incident help set";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart("verb") { IsOptional = true }];

    public override bool NeedsIncident => false;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var words = typed.Text.TrimStart('/').Trim();
        if (words.Length == 0) return Decision.Say(Everything());
        var command = CommandTable.Find(words) ?? CommandTable.Find("incident " + words) ?? CommandTable.Find("timeline " + words)
            ?? (TradeWords.Meaning(words) is { } meant ? Named(meant) : null);
        if (command is not null)
        {
            var help = Decision.Say(One(command));
            // Another tool's word for it: whoever asks learns what it is called here.
            var isKnown = command.Aliases.Prepend(command.Name).Any(name => name.Contains(words, StringComparison.OrdinalIgnoreCase));
            return isKnown ? help : help.Adding(ReadAs.Said(words, command.Name));
        }

        var near = SpellingSuggestion.Of(words, CommandTable.All.Select(known => known.Name.Split(' ', 2)[^1]));
        return Decision.Refuse(
            near is null
                ? Line.Of($"There is no command \"{Excerpt.Of(words, 60)}\". `/incident help` lists them.")
                : Line.Of($"There is no command \"{Excerpt.Of(words, 60)}\". Did you mean `/incident help {near}`?"));
    }

    // "set summary" is about "set", "status monitoring" about "status".
    private static Command? Named(string meant) =>
        CommandTable.Find("incident " + meant) ?? CommandTable.Find("incident " + meant.Split(' ')[0]) ?? CommandTable.Find(meant.Split(' ')[0]);

    private static Message Everything() => new(
        [
            new Paragraph(Line.Of($"**What you can type**")),
            new ListBlock(Numbered: false, [.. CommandTable.All.Select(command => Line.Of($"`{command.Usage}` {command.Summary}"))]),
            new Paragraph(Line.Of($"An incident's id may come first, from any channel: `/timeline INC-7 14:05 rolled back`.")),
            new Paragraph(Line.Of($"A time is `14:05`, `2:05pm EAT`, `10m ago`, `yesterday 23:50` or `2026-03-29 14:05 CET`.")),
        ],
        []);

    private static Message One(Command command) =>
        new(
            [
                new Paragraph(Line.Of($"`{command.Usage}`")),
                new Paragraph(Line.Of($"{command.Summary}")),
                .. command.Grammar.Keyed.Count == 0
                    ? []
                    : (Block[])
                        [
                            new ListBlock(
                                Numbered: false,
                                [.. command.Grammar.Keyed.Select(part => Line.Of($"`{part.Name}:` {part.KeyHint}"))]),
                        ],
                new Paragraph(Line.Of($"For example: `{command.Example}`")),
                .. command.Aliases.Count == 0
                    ? []
                    : (Block[])[new Paragraph(Line.Of($"Also: {string.Join(", ", command.Aliases.Select(alias => "/" + alias))}"))],
            ],
            []);
}
