using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;

namespace Sitrep.Commands.Grammar;

/// <summary>How a command is written: its parts, sorted by how they are read. Made once a command.</summary>
internal sealed class CommandGrammar
{
    public CommandGrammar(Command command)
    {
        Parts = command.Parts;
        Keyed = [.. Parts.Where(part => part.KeyHint is not null)];
        Flags = [.. Parts.OfType<FlagPart>().Select(flag => flag.Name), .. command.IsWeighty ? [UnreadParts.AskFirst] : (string[])[]];
        Leading = Parts.OfType<OptionPart>().FirstOrDefault(option => option.MayLead);
        TakesKinds = Parts.Any(part => part is KindsPart);
        TakesSeverity = Parts.Any(part => part is SeverityPart { IsFirst: false });
        TakesText = Parts.Any(part =>
            part is TextPart or WhenPart or PersonPart or NumberPart { Of: not NumberOf.Entry } or ChoicePart or RolePart);
        Free = [.. Parts.Where(IsFree)];
        Follows = command.StandsAlone ? Follows.Nothing : Parts is [NumberPart { Of: NumberOf.Entry }, ..] ? Follows.Number : Follows.Text;
        Usage = string.Join(
            ' ',
            Parts
                .Where(part => part.IsShown)
                .Select(part => part.IsOptional ? $"[{part.Written}]" : part.Written)
                .Prepend("/" + command.Name));
    }

    /// <summary>All of them, in the order in which they are typed.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Those that may be written behind their names: <c>at:14:05</c>.</summary>
    public IReadOnlyList<Part> Keyed { get; }

    /// <summary>Those that stand in the free text.</summary>
    public IReadOnlyList<Part> Free { get; }

    /// <summary>The option whose time may stand in front of the text; null for none.</summary>
    public OptionPart? Leading { get; }

    /// <summary>The words that mean something at the end of the text.</summary>
    public IReadOnlyList<string> Flags { get; }

    /// <summary>Whether <c>#kinds</c> mean something in the text.</summary>
    public bool TakesKinds { get; }

    /// <summary>Whether <c>sev1</c> … <c>sev5</c> means something in the text.</summary>
    public bool TakesSeverity { get; }

    /// <summary>Whether what nothing else takes means something.</summary>
    public bool TakesText { get; }

    /// <summary>The values that may follow the words, so that ordinary text is not taken for the command.</summary>
    public Follows Follows { get; }

    /// <summary>How it is written, as help shows it.</summary>
    public string Usage { get; }

    /// <summary>The flag that a word is; null where it is none.</summary>
    public string? Flag(string word) => Flags.FirstOrDefault(flag => WordMeaning.Same(flag, word));

    private static bool IsFree(Part part) =>
        part is TextPart or WhenPart or ChoicePart or RolePart or PersonPart or PeoplePart or NumberPart { Of: not NumberOf.Entry }
            or SeverityPart { IsFirst: true } or OtherIncidentPart;
}

/// <summary>The values that may follow a command's words.</summary>
internal enum Follows
{
    /// <summary>Anything.</summary>
    Text,

    /// <summary>A number, or it is another command's text: <c>/timeline edit of the config</c> is an entry.</summary>
    Number,

    /// <summary>Nothing at all.</summary>
    Nothing,
}
