using FsCheck;
using FsCheck.Fluent;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Times;

namespace Sitrep.Tests.Commands.Grammar;

public sealed class GrammarTests
{
    private static readonly string[] _hostile =
    [
        "at:14:05",
        "to:@li",
        "note:\"no\"",
        "title:x",
        "next:30m",
        "zone:EAT",
        "#detection",
        "#dead-end",
        "sev1",
        "private",
        "ask",
        "INC-7",
        "\"",
        "“both”",
        "\"all of it\"",
        "'",
        ",",
        "/incident close",
        "a  b",
        "now what",
    ];

    private static readonly WhenContext _atThree = new(new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero), Zone.Utc);

    public static TheoryData<string> WithText =>
        [.. CommandTable.All.Where(command => command.Parts.Any(part => part is TextPart)).Select(command => command.Usage)];

    [Fact]
    public void A_usage_line_shows_the_parts_as_they_are_declared()
    {
        Part[] parts =
        [
            new NumberPart(NumberOf.Entry),
            new ChoicePart("status", ["up", "down"]) { IsSpelledOut = true },
            new ChoicePart("field", ["a", "b"]),
            new PeoplePart("to", "whom"),
            new WhenPart { IsOptional = true },
            new TextPart("title"),
            new SeverityPart { IsOptional = true },
            OptionPart.When("at", "since when") with { Or = "unknown" },
            OptionPart.Choice("place", "where", "top", "bottom"),
            new KindsPart { IsOptional = true },
            new FlagPart("private"),
            new FlagPart("ask") { IsHidden = true },
            new FieldPart("cause"),
        ];
        Assert.Equal(
            "/play N up|down FIELD [to:]TARGET[, TARGET…] [WHEN] TITLE [sev1…sev5] [at:WHEN|at:unknown] [place:top|bottom] "
                + "[#kind…] [private]",
            new Played(parts).Usage);
    }

    [Fact]
    public void The_parts_of_a_command_have_names_of_their_own() =>
        Assert.All(CommandTable.All, command => Assert.Equal(command.Parts, command.Parts.DistinctBy(part => part.Name)));

    [Fact]
    public void Every_command_has_words_that_mean_no_other() =>
        Assert.All(CommandTable.All, command => Assert.Same(command, CommandTable.Alone(CommandTable.WordsOf(command))));

    [Fact]
    public void A_text_and_values_that_mean_the_same_are_read_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(FilledCommand.Any.ToArbitrary(), filled =>
            Assert.Equal(
                FilledCommand.Meaning(CommandReader.Read(filled.Typed)),
                FilledCommand.Meaning(ValuesReader.Read(CommandTable.WordsOf(filled.Command), filled.Values)))));

    [Theory]
    [MemberData(nameof(WithText))]
    public void A_text_that_was_filled_in_is_read_letter_by_letter(string usage)
    {
        var command = CommandTable.All.Single(command => command.Usage == usage);
        var name = command.Parts.Single(part => part is TextPart).Name;
        var texts = Gen.NonEmptyListOf(Gen.Elements(_hostile)).Select(words => string.Join(' ', words));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var read = Filled(CommandTable.WordsOf(command), (name, text));
            Assert.Equal(text, read.Text);
            Assert.Empty(read.Options);
            Assert.Empty(read.Kinds);
            Assert.Empty(read.Flags);
            Assert.True(read is { Severity: null, Incident: null, Number: null, When: null });
        }));
    }

    [Fact]
    public void A_text_may_begin_with_its_time_where_the_time_was_not_given_by_itself()
    {
        Assert.Equal(("14:05", "rolled back"), WhenAndText(("text", "14:05 rolled back")));
        Assert.Equal(("14:05", "14:10 was the alert"), WhenAndText(("when", "14:05"), ("text", "14:10 was the alert")));
        Assert.Equal(("14:05", "EAT region is down"), WhenAndText(("when", "14:05"), ("text", "EAT region is down")));
    }

    [Theory]
    [InlineData("14:05")]
    [InlineData("14:05 UTC")]
    [InlineData("[13:30]")]
    [InlineData("ca. 13:30")]
    [InlineData("14:05 singapore")]
    public void A_time_given_by_itself_is_all_time(string time) =>
        Assert.IsType<When.Understood>(Filled("incident note", ("when", time), ("text", "x")).When!.Read(_atThree));

    [Fact]
    public void What_is_given_for_a_time_and_is_none_is_asked_about() =>
        Assert.IsType<When.Unclear>(Filled("incident note", ("when", "banana"), ("text", "x")).When!.Read(_atThree));

    [Fact]
    public void What_is_given_for_a_kind_and_is_none_was_meant_for_people_to_read()
    {
        var read = Filled("incident note", ("text", "rolled back"), ("kind", "mitigation, #nonsense"));
        Assert.Equal([EntryKind.Mitigation], read.Kinds);
        Assert.Equal("rolled back #nonsense", read.Text);
    }

    [Theory]
    [InlineData("incident INC-7 close")]
    [InlineData("/incident INC-7 close")]
    [InlineData("/Incident inc-7 Close")]
    public void The_command_of_a_form_names_its_incident(string words) =>
        Assert.Equal(new IncidentId(7), Filled(words, ("at", "14:05")).Incident);

    [Fact]
    public void What_is_given_for_an_incident_and_is_no_id_is_said_to_be_none()
    {
        var unknown = Assert.IsType<UnknownIncident>(Read("incident note", ("incident", "the big one"), ("text", "hello")));
        Assert.Equal(("the big one", "hello"), (unknown.Named, unknown.Text));
    }

    private static (string? When, string Text) WhenAndText(params (string, string)[] values) =>
        Filled("incident note", values) is var read ? (read.When?.Typed, read.Text) : default;

    private static Arguments Filled(string words, params (string, string)[] values) =>
        Assert.IsType<KnownCommand>(Read(words, values)).Arguments;

    private static ParsedInput Read(string words, params (string Part, string Value)[] values)
    {
        var filled = values.ToDictionary(value => value.Part, value => value.Value);
        return EventReader.Read(new CommandFilled(new("discord", "1"), Person.Named("discord", "ana"), null, words, filled))!.Input;
    }

    private sealed class Played(IReadOnlyList<Part> parts) : Command
    {
        public override string Name => "play";

        public override string Summary => "";

        public override string Example => "";

        internal override IReadOnlyList<Part> Parts => parts;

        public override Decision Decide(Situation situation, Arguments typed) => Decision.Nothing;
    }
}
