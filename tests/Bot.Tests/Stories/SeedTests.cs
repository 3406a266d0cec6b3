using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Stories;

/// <summary>What people wrote by hand comes out of the bot with every fact.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. Seed.All.Select(seed => seed.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_sentence_that_was_typed_stands_in_the_postmortem(string file)
    {
        if (Find(file) is not { } seed) return;
        var markdown = await Replayed.PlayAsync(seed.Transcript());
        output.WriteLine(markdown.Data);
        Assert.Equal("", markdown.Talk);
        Assert.Equal(0, markdown.ExitCode);
        var read = Words(
            Markdown.ToPlainText(markdown.Data, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build()) + markdown.Data);
        foreach (var fact in seed.Facts()) Assert.Contains(Words(fact), read, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_sentence_that_was_typed_stands_in_the_JSON(string file)
    {
        if (Find(file) is not { } seed) return;
        var json = await Replayed.PlayAsync(seed.Transcript(), "json");
        output.WriteLine(json.Data);
        var read = Words(Regex.Unescape(json.Data.Replace("\\\"", "\"")));
        foreach (var fact in seed.Facts()) Assert.Contains(Words(fact), read, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_sentence_that_was_typed_stands_in_the_page(string file)
    {
        if (Find(file) is not { } seed) return;
        var html = await Replayed.PlayAsync(seed.Transcript(), "html");
        var text = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html.Data);
        var read = Words(
            text.Body!.TextContent
                + string.Join(' ', text.QuerySelectorAll("[src],[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href"))));
        foreach (var fact in seed.Facts()) Assert.Contains(Words(WebUtility.HtmlDecode(fact)), read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000", 120, 8, 45, 60, 75, 120)]
    [InlineData("001", 150, 9, 60, 105, 120, 150)]
    [InlineData("002", 135, 9, 60, 45, 75, 135)]
    [InlineData("003", 435, 8, null, 90, 150, 435)]
    [InlineData("004", 150, 9, 45, 60, 120, 150)]
    public async Task The_minutes_are_those_that_the_times_say(
        string file, int duration, int entries, int? escalated, int cause, int mitigated, int resolved)
    {
        if (Find(file) is not { } seed) return;
        var json = (await Replayed.PlayAsync(seed.Transcript(), "json")).Json;
        var phases = json["phases"]!;
        Assert.Equal(duration, json["duration_minutes"]!.GetValue<int>());
        Assert.Equal(entries, json["timeline"]!.AsArray().Count);
        Assert.Equal(0, phases["detected"]!.GetValue<int>());
        Assert.Equal(escalated, phases["escalated"]?.GetValue<int>());
        Assert.Equal(cause, phases["cause_identified"]!.GetValue<int>());
        Assert.Equal(mitigated, phases["mitigated"]!.GetValue<int>());
        Assert.Equal(resolved, phases["resolved"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_outage_across_midnight_keeps_its_days_and_its_zone()
    {
        if (Find("003") is not { } seed) return;
        var json = (await Replayed.PlayAsync(seed.Transcript(), "json")).Json;
        Assert.Equal("EAT", json["zone"]!.GetValue<string>());
        Assert.Equal(
            ["2023-02-10T21:30:00+03:00", "2023-02-10T22:00:00+03:00", "2023-02-10T22:40:00+03:00", "2023-02-10T23:00:00+03:00",
                "2023-02-11T00:00:00+03:00", "2023-02-11T01:45:00+03:00", "2023-02-11T02:30:00+03:00", "2023-02-11T04:45:00+03:00"],
            json["timeline"]!.AsArray().Select(entry => entry!["at"]!.GetValue<string>()));
        var escalation = Assert.Single(json["escalations"]!.AsArray());
        Assert.Null(escalation!["at"]);
        Assert.Equal("development team", escalation["from"]!.GetValue<string>());
    }

    private Seed? Find(string file)
    {
        var seed = Seed.All.Single(seed => seed.File == file);
        if (seed.IsThere) return seed;
        output.WriteLine("Skipped: the documents of shared/seeds do not lie beside this checkout.");
        return null;
    }

    // Words in their order; markup, spacing and escapes are not facts.
    private static string Words(string text) => Regex.Replace(text.Replace("\\", ""), @"[\s*_`#]+", " ").Trim();
}
