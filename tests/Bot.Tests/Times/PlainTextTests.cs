using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>Text stays text, and a clock in front of it is never passed over in silence.</summary>
public sealed partial class PlainTextTests
{
    private static readonly WhenContext _incident = Reading.In("UTC") with { Began = Reading.At("2024-06-01T12:00Z") };

    private static readonly string[] _marks = ["", "", "", "@", "- ", "* ", "[", "(", "\"", "> ", "\u200e", "\u200b", "~", "ca. ", "at ", "#", "\U0001f525 ", "since "];

    private static readonly string[] _clocks =
        ["14:05", "2:05", "02:05", "14:05:30", "2:05pm", "2:05 p. m.", "2:05p", "14:05ish", "25:70", "16:30", "14:00-14:20", "14h05", "14:05 UTC", "6:05 AM Pacific", "Mon 14:05", "4 Jun 14:05", "06/04 14:05"];

    private static readonly string[] _ends = [" restart", "foo", ", restart", ": restart", "] restart", " - 5 pods", "/15:00 x", " ", "", "'s", ".", " Central db", " local time x", "\u200b restart"];

    [Fact]
    public void There_are_more_than_two_thousand_sentences() => Assert.True(PlainTextCorpus.Sentences.Count > 2_000);

    [Fact]
    public void Plain_text_is_never_read_as_a_time() => Assert.Equal(
        [], PlainTextCorpus.Sentences.Where(text => WhenReader.ReadPrefix(text, _incident) is not When.NoTime));

    [Fact]
    public void A_clock_in_front_is_read_or_asked_about()
    {
        var inputs =
            from mark in Gen.Elements(_marks) from clock in Gen.Elements(_clocks) from end in Gen.Elements(_ends) select mark + clock + end;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(inputs.ToArbitrary(), text =>
        {
            if (WhenReader.ReadPrefix(text, _incident) is When.NoTime) Assert.Fail($"\"{text}\" would be stored now, unasked");
        }));
    }

    [Fact]
    public void Whatever_is_asked_keeps_every_letter_as_text()
    {
        var inputs =
            from mark in Gen.Elements(_marks) from clock in Gen.Elements(_clocks) from end in Gen.Elements(_ends) select mark + clock + end;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(inputs.ToArbitrary(), text =>
        {
            if (WhenReader.ReadPrefix(text, _incident) is not When.Unclear { Offers: [.., var last] } asked) return;
            if (!last.Label.StartsWith("Keep as text", StringComparison.Ordinal)) return;
            var again = last.Typed + " " + text[asked.Length..];
            var kept = again[WhenReader.ReadPrefix(again, _incident).Understood().Length..];
            Assert.Equal(Letters().Replace(text, ""), Letters().Replace(kept, ""));
        }));
    }

    [GeneratedRegex(@"[\s\p{Cf}]|^[-*]")]
    private static partial Regex Letters();
}
