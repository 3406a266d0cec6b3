using FsCheck;
using FsCheck.Fluent;
using Sitrep.Times;
using Sitrep.Times.Reading.Dates;

namespace Sitrep.Tests.Times;

public sealed class WhenFuzzTests
{
    private static readonly string[] _pieces =
    [
        "14:05",
        "25:70",
        "2:05",
        "02:30",
        "2306",
        "9",
        "30",
        "2024",
        "06",
        "-",
        ":",
        ".",
        "/",
        " ",
        "  ",
        ",",
        "+",
        "(",
        ")",
        "[",
        "]",
        "*",
        "`",
        "~",
        "pm",
        "a.m.",
        "UTC",
        "GMT",
        "EAT",
        "CT",
        "WEST",
        "utc",
        "eat",
        "Z",
        "T",
        "Europe/Berlin",
        "-5",
        "+1",
        "+03:00",
        "hrs",
        "h",
        "m",
        "10m",
        "ago",
        "in",
        "ca.",
        "around",
        "at",
        "on",
        "now",
        "yesterday",
        "today",
        "tomorrow",
        "Monday",
        "June",
        "1st",
        "1",
        "of",
        "2024-06-01",
        "01/06/2024",
        "an",
        "hour",
        "hours",
        "rolled back",
        "5 pods",
        "%",
        "\u2014",
        "\u2212",
        "\ud800",
        "\U0001f525",
        "\u202e",
        "\0",
        "\n",
        "\u00a0",
        "99999999999",
    ];

    private static readonly Gen<string> _strings = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        Gen.ListOf(Gen.Elements(_pieces)).Select(pieces => string.Concat(pieces)),
        Gen.ListOf(Gen.Elements(_pieces)).Select(pieces => string.Join(' ', pieces)));

    private static readonly WhenContext[] _contexts =
    [
        Reading.In("UTC"),
        Reading.In("EAT"),
        Reading.In("CT"),
        Reading.In("WEST"),
        Reading.In("Singapore"),
        Reading.In("Europe/Berlin", "2026-10-25T09:00:00Z"),
        Reading.In("America/New_York", "2026-03-08T15:00:00Z") with { AllowsFuture = true },
        Reading.In("Asia/Kathmandu") with { WindowStart = Reading.Now.AddHours(-30), WindowEnd = Reading.Now.AddHours(-2) },
    ];

    private static void ForAll(Action<string, WhenContext> holds)
    {
        var inputs = from text in _strings from context in Gen.Elements(_contexts) select (text, context);
        var property = Prop.ForAll(inputs.ToArbitrary(), input => holds(input.text, input.context));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), property);
    }

    [Fact]
    public void Whatever_is_typed_the_answer_stays_within_the_text() => ForAll((text, context) =>
    {
        switch (WhenReader.ReadPrefix(text, context))
        {
            case When.Understood read:
                Assert.InRange(read.Length, 1, text.Length);
                Assert.Contains(read.Typed, text[..read.Length]);
                if (!context.AllowsFuture) Assert.True(read.At <= context.Now);
                break;
            case When.Unclear read:
                Assert.InRange(read.Length, 1, text.Length);
                Assert.Contains(read.Typed, text[..read.Length]);
                Assert.EndsWith(".", read.Problem.PlainText);
                break;
        }
    });

    [Fact]
    public void Whatever_has_to_be_a_time_is_read_to_its_end_or_asked_back() => ForAll((text, context) =>
    {
        switch (WhenReader.ReadAll(text, context))
        {
            case When.Understood read: Assert.True(string.IsNullOrWhiteSpace(text[read.Length..])); break;
            case When.Unclear read: Assert.True(string.IsNullOrWhiteSpace(text[read.Length..])); break;
            default: Assert.Fail("It has to be a time."); break;
        }
    });

    [Fact]
    public void Whatever_is_offered_reads_back_as_a_moment_before_the_same_text() => ForAll((text, context) =>
    {
        if (WhenReader.ReadPrefix(text, context) is not When.Unclear asked) return;
        foreach (var offer in asked.Offers)
        {
            var chosen = offer.Typed + " " + text[asked.Length..];
            if (WhenReader.ReadPrefix(chosen, context) is not When.Understood) Assert.Fail($"{text} -> {chosen}");
        }
    });

    [Fact]
    public void Whatever_is_due_is_a_day_or_asked_back_with_days() => ForAll((text, _) =>
    {
        var today = new DateOnly(2024, 6, 1);
        if (DateReader.Read(text, today) is not DayReading.Unclear asked) return;
        Assert.All(asked.Offers, offer => Assert.IsType<DayReading.Understood>(DateReader.Read(offer.Typed, today)));
    });

    [Theory]
    [InlineData("1", "")]
    [InlineData("1h", "")]
    [InlineData("1:", "")]
    [InlineData(" ", "14:05")]
    [InlineData("(", "")]
    [InlineData("14:05 ", "")]
    [InlineData("14:05 (", "")]
    [InlineData("a", "14:05 ")]
    [InlineData("a/", "14:05 ")]
    [InlineData("\u0301", "14:05 a")]
    [InlineData(" ", "14:05 UTC +")]
    [InlineData("*", "")]
    [InlineData("9", "June ")]
    [InlineData("9", "14:05:30.")]
    [InlineData("9", "1.")]
    [InlineData("in ", "")]
    [InlineData("-", "14:05 ")]
    [InlineData("-1h", "")]
    [InlineData("Monday, ", "")]
    public void Forty_thousand_characters_are_answered(string piece, string before)
    {
        var text = before + string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length)) + " tail";
        foreach (var context in _contexts)
        {
            Assert.NotNull(WhenReader.ReadPrefix(text, context));
            Assert.NotNull(WhenReader.ReadAll(text, context));
        }
    }
}
