using System.Text.Json;
using Sitrep.Chat;
using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Discord.Interactions.Registration;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Conformance;
using Sitrep.Incidents;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Discord;

public sealed class CommandShapesTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<CommandShape> _shapes = CommandShapes.All(BotSettings.Default);
    private static readonly ChannelRef _where = new("discord", "100000000000000001");

    public static TheoryData<string> Commands => [.. CommandTable.All.Select(command => command.Usage)];

    [Fact]
    public void Every_command_has_a_place_of_its_own()
    {
        Assert.Equal(CommandTable.All.Count, _shapes.Count);
        Assert.Equal(_shapes.Count, _shapes.Select(shape => $"{shape.Root} {shape.Verb}").Distinct().Count());
        Assert.Equal(["ack", "escalate", "incident", "oncall", "timeline"], _shapes.Select(shape => shape.Root).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_filled_part_by_part_is_the_command_that_was_meant(string usage)
    {
        var command = CommandTable.All.Single(command => command.Usage == usage);
        var shape = _shapes[CommandTable.All.ToList().IndexOf(command)];
        var values = shape.Parts.ToDictionary(part => part.Name, part => part switch
        {
            { Takes: PartKind.Incident } => "INC-7",
            { Takes: PartKind.Entry or PartKind.Task } => "3",
            { Takes: PartKind.Time } => "14:05",
            { Takes: PartKind.Somebody } => "@ana",
            { Takes: PartKind.Flag } => part.Name,
            { Choices: [.., var last] } => last,
            _ => "words of mine",
        });
        var filled = new CommandFilled(_where, Person.Named("discord", "ana"), "1", shape.Words, values);
        var read = Assert.IsType<KnownCommand>(EventReader.Read(filled)!.Input);
        Assert.Same(command, read.Command);
        if (command.NeedsIncident) Assert.Equal(new IncidentId(7), read.Arguments.Incident);
        if (command.Grammar.Follows == Follows.Number) Assert.Equal(3, read.Arguments.Number);
        if (command.Grammar.TakesKinds) Assert.Equal([EntryKinds.All[^1]], read.Arguments.Kinds);
        if (command.Grammar.TakesSeverity) Assert.Equal(Severity.Sev5, read.Arguments.Severity);
        // A flag that no usage shows is what a button types.
        Assert.Equal(command.Grammar.Flags.Where(flag => usage.Contains(flag, StringComparison.Ordinal)), read.Arguments.Flags);
    }

    [Fact]
    public void What_is_registered_is_what_was_approved() =>
        Approved.Is(
            "Chat/Discord",
            "registration",
            Approved.Lines(JsonSerializer.SerializeToElement(CommandBodies.Of(_shapes), InteractionJson.Default.IReadOnlyListCommandBody)));

    [Fact]
    public void What_is_registered_is_what_Discord_documents()
    {
        var json = JsonSerializer.SerializeToElement(CommandBodies.Of(_shapes), InteractionJson.Default.IReadOnlyListCommandBody);
        output.WriteLine(json.ToString());
        Assert.Contains(json.EnumerateArray(), command => command.GetProperty("name").GetString() == "Add to timeline");
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        const string Overwrite =
            "/paths/~1applications~1{application_id}~1guilds~1{guild_id}~1commands/put/requestBody/content/application~1json/schema";
        Assert.Empty(specs.Schema("discord-openapi/openapi.bot.json").Validate(json, Overwrite));
    }

    [Fact]
    public void A_root_that_is_for_those_who_run_the_server_is_kept_to_them()
    {
        var admin = new CommandShape("setup", "", "setup", "set up", [], IsAdministrative: true);
        var bodies = CommandBodies.Of([.. _shapes, admin]);
        Assert.Equal(16, bodies.Single(body => body.Name == "setup").DefaultMemberPermissions);
        Assert.All(bodies.Where(body => body.Name != "setup"), body => Assert.Null(body.DefaultMemberPermissions));
    }
}
