using FsCheck;
using FsCheck.Fluent;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;

namespace Sitrep.Tests.Commands.Grammar;

/// <summary>A command with values for its parts, which can be typed as one text or filled in by name.</summary>
internal sealed record FilledCommand(Command Command, IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] _words = ["rolled", "back", "the api", "pool:", "é", "🔥", "30%", "of traffic", "(again)", "ok"];
    private static readonly string[] _times = ["14:05", "10m ago", "yesterday 23:50", "14:05 UTC", "25:70"];

    /// <summary>Any command with any of its parts.</summary>
    public static Gen<FilledCommand> Any =>
        from command in Gen.Elements(CommandTable.All.ToArray())
        let parts = command.Parts.Where(part => part.IsShown).Concat(command.NeedsIncident ? [IncidentPart.Any] : []).Distinct().ToArray()
        from values in Gen.CollectToSequence(parts.Select(part => ValueOf(command, part)))
        let given = parts.Zip(values).Where(pair => pair.Second.Length > 0)
        select new FilledCommand(command, given.ToDictionary(pair => pair.First.Name, pair => pair.Second));

    /// <summary>As one types it in a chat of text.</summary>
    public string Typed
    {
        get
        {
            var words = CommandTable.WordsOf(Command).Split(' ', 2);
            var text = new List<string> { "/" + words[0] };
            if (Values.TryGetValue(IncidentPart.Any.Name, out var incident)) text.Add(incident);
            if (words is [_, var verb]) text.Add(verb);
            foreach (var part in Command.Parts)
                if (part is not IncidentPart && Values.TryGetValue(part.Name, out var value)) text.Add(Written(part, value));
            return string.Join(' ', text);
        }
    }

    /// <summary>All that the command learns of its parts, in one line.</summary>
    public static string Meaning(ParsedInput input)
    {
        var known = Assert.IsType<KnownCommand>(input);
        var read = known.Arguments;
        return string.Join(
            " | ",
            (string?[])
            [
                known.Command.GetType().Name,
                $"{read.Incident} {read.Number} {read.Severity}",
                string.Join(' ', read.Kinds.Select(kind => kind.Tag())),
                string.Join(' ', read.Flags),
                read.When?.Typed,
                .. known.Command.Parts.Select(part => read.Value(part.Name)),
                read.Text,
            ]);
    }

    private static Gen<string> ValueOf(Command command, Part part)
    {
        var value = part switch
        {
            IncidentPart or OtherIncidentPart => Gen.Elements("INC-1", "INC-72"),
            NumberPart => Gen.Elements("1", "3", "99"),
            WhenPart or OptionPart { IsTime: true } => Gen.Elements(_times),
            PersonPart => Gen.Elements("@ana", "li"),
            PeoplePart => Gen.Elements("@ana", "backend team, @li"),
            RolePart => Gen.Elements("lead", "comms"),
            FlagPart => Gen.Constant(part.Name),
            KindsPart => Gen.NonEmptyListOf(Gen.Elements(part.Choices.ToArray())).Select(kinds => string.Join(' ', kinds)),
            { Choices: [_, ..] choices } => Gen.Elements(choices.ToArray()),
            _ => Gen.NonEmptyListOf(Gen.Elements(_words)).Select(words => string.Join(' ', words)),
        };
        // What tells the command from another one's text, and the text that a time stands in front of, must be there.
        var isNeeded = part is NumberPart or TextPart or ChoicePart or RolePart or PeoplePart;
        return isNeeded ? value : Gen.OneOf(Gen.Constant(""), value);
    }

    private static string Written(Part part, string value) => part switch
    {
        OptionPart or PeoplePart => $"{part.Name}:\"{value}\"",
        WhenPart { StandsAlone: false } => value + " -",
        _ => value,
    };
}
