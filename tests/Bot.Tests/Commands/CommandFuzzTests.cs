using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Commands;

public sealed class CommandFuzzTests(ITestOutputHelper output)
{
    private const int Characters = 40_000;

    // Far above what any of them takes, and far below what anything that grows with the square would take on a busy machine.
    private static readonly TimeSpan _hang = TimeSpan.FromSeconds(20);

    private static readonly string[] _pieces =
    [
        "/timeline",
        "/incident",
        "/escalate",
        "/ack",
        "start",
        "set",
        "affected",
        "mark",
        "move",
        "edit",
        "INC-1",
        "INC-",
        "1",
        "#dead-end",
        "#",
        "##",
        "sev1",
        "private",
        "at:",
        "at:14:05",
        "to:\"",
        "to:",
        "note:\"",
        "\"",
        "“",
        "”",
        ",",
        ", ",
        "@",
        "@li",
        "14:05",
        "25:70",
        "June",
        "yesterday",
        "10m ago",
        "UTC",
        "UTC+",
        "~",
        "ca.",
        "%",
        "70%",
        "50000 users",
        " ",
        "\t",
        "\n",
        "\r",
        "\u00a0",
        "\u2028",
        "\ud800",
        "\udc00",
        "\U0001f525",
        "\u202e",
        "\0",
        "e\u0301\u0301\u0301",
        "`",
        "*",
        "_",
        "<",
        "&lt;",
        "](",
        "|",
        "\\",
        "https://x.example/",
        "-",
        "+ ",
        ":",
        "::",
    ];

    public static TheoryData<string> Commands => [.. CommandTable.All.Select(command => command.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Forty_thousand_adversarial_characters_behind_a_command_are_answered(string command)
    {
        var channel = new ChannelRef(Platforms.Web, "general");
        var (slowest, by) = (TimeSpan.Zero, "");
        foreach (var piece in _pieces)
        {
            foreach (var text in (string[])[$"/{command} {Repeat(piece)}", $"/{command} 1 {Repeat(piece + " ")}x"])
            {
                var watch = Stopwatch.StartNew();
                var answered = await Task.Run(() => EventReader.Read(new TextTyped(channel, Person.Named(Platforms.Web, "li"), null, text)))
                    .WaitAsync(_hang);
                if (watch.Elapsed > slowest) (slowest, by) = (watch.Elapsed, piece);
                Assert.NotNull(answered);
            }
        }

        output.WriteLine(
            $"/{command}: {_pieces.Length * 2} texts of {Characters:N0} characters, the slowest read in {slowest.TotalMilliseconds:0} ms ({by})"
        );
    }

    [Fact]
    public async Task Forty_thousand_adversarial_characters_walk_to_the_end()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var slowest = TimeSpan.Zero;
        foreach (var piece in _pieces)
        {
            foreach (var command in (string[])["/timeline", "/escalate", "/incident set affected", "/incident update", "/timeline edit 1"])
            {
                var watch = Stopwatch.StartNew();
                var reply = await bot.Ask("li", $"{command} {Repeat(piece)}", channel, $"{command}{piece}").WaitAsync(_hang);
                if (watch.Elapsed > slowest) slowest = watch.Elapsed;
                Assert.NotEqual("", reply.Message.PlainText);
            }
        }

        output.WriteLine(
            $"{_pieces.Length * 5} texts of {Characters:N0} characters walked, the slowest in {slowest.TotalMilliseconds:0} ms");
    }

    [Fact]
    public void Whatever_is_typed_is_a_command_an_unknown_word_or_talk()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
            Gen.ListOf(Gen.Elements(_pieces)).Select(pieces => string.Concat(pieces)),
            Gen.ListOf(Gen.Elements(_pieces)).Select(pieces => "/" + string.Join(' ', pieces)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var typed = EventReader
                    .Read(new TextTyped(new(Platforms.Web, "general"), Person.Named(Platforms.Web, "li"), null, text))
                    ?.Input;
            Assert.True(typed is null or KnownCommand or UnknownWord);
        }));
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Characters / piece.Length));
}
