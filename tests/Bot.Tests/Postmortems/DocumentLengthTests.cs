using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems.Formats;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Postmortems;

public sealed partial class DocumentLengthTests
{
    private static readonly (string, string)[] _milestones =
        [("Detected", "detected"), ("Cause identified", "cause_identified"), ("Mitigated", "mitigated")];

    [Fact]
    public async Task Every_place_says_the_same_length_in_the_same_words()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare("Checkout down sev2 at:\"2026-03-08 07:50 UTC\"");
        var reply = await bot.Type("ana", "/incident close", channel);
        const string Words = "2 days, 6 hours, 10 minutes";
        Assert.Contains($"after {Words}", reply.Message.PlainText);
        Assert.Contains(bot.Posted, text => text.Contains($"Duration: {Words}, 2026-03-08") && text.Contains($"Resolved: after {Words}"));
        Assert.Contains(bot.Posted, text => text.Contains($"Closed · Checkout down · after {Words}"));
        Assert.Contains(bot.Posted, text => text.Contains($"Ended 14:00 UTC, after {Words}"));
        var json = JsonNode.Parse(Write(bot.Record(), "json"))!;
        Assert.Equal((Words, 3_250, 3_250), ((string)json["duration"]!, (int)json["duration_minutes"]!, (int)json["phases"]!["resolved"]!));
    }

    [Fact]
    public async Task A_very_short_incident_is_told_in_seconds()
    {
        await using var bot = new TestBot("2026-03-10T14:00:58Z");
        var channel = await bot.Declare();
        bot.Clock.Move(TimeSpan.FromSeconds(3));
        Assert.Contains("after 3 seconds", (await bot.Type("ana", "/incident close", channel)).Message.PlainText);
        Assert.Contains(bot.Posted, text => text.Contains("Duration: 3 seconds") && text.Contains("Resolved: after 3 seconds"));
    }

    [Fact]
    public async Task A_reopened_incident_names_both_stretches_everywhere()
    {
        await using var bot = new TestBot("2026-03-10T16:00:00Z");
        var channel = await bot.Declare("Checkout down sev2 at:14:00");
        await bot.Type("ana", "/incident close", channel);
        bot.Clock.Move(TimeSpan.FromDays(2));
        Assert.Contains("after 2 hours", (await bot.Type("ana", "/incident reopen", channel)).Message.PlainText);
        bot.Clock.Move(TimeSpan.FromHours(1));
        const string Words = "3 hours (2 hours + 1 hour)";
        Assert.Contains($"after {Words}", (await bot.Type("ana", "/incident close", channel)).Message.PlainText);
        var document = bot.Posted.Last(text => text.Contains("Issue Summary"));
        Assert.Contains(
            $"Duration: {Words}, 2026-03-10 14:00 UTC – 16:00 UTC; reopened, 2026-03-12 16:00 UTC – 17:00 UTC", document);
        Assert.Contains($"Resolved: after {Words}, for it was reopened", document);
        Assert.Contains(bot.Posted, text => text.Contains($"Closed · Checkout down · after {Words}"));
        var json = JsonNode.Parse(Write(bot.Record(), "json"))!;
        Assert.Equal((180, 180), ((int)json["duration_minutes"]!, (int)json["phases"]!["resolved"]!));
        Assert.Equal([120, 60], json["stretches"]!.AsArray().Select(stretch => (int)stretch!["minutes"]!));
    }

    [Fact]
    public void The_lengths_in_every_document_of_one_incident_agree()
    {
        var random = new Random(10);
        for (var i = 0; i < 300; i++)
        {
            var record = Any(random);
            var json = JsonNode.Parse(Write(record, "json"))!;
            var (markdown, html) = (Write(record, "markdown"), Regex.Replace(Write(record, "html"), "<[^>]+>", ""));
            var course = Course.Of(record.Incident, record.Incident.EndedAt!.Value);
            Assert.Equal(course.Words, (string)json["duration"]!);
            Assert.Equal(course.Length.Minutes, (int)json["duration_minutes"]!);
            Assert.Equal((int)json["duration_minutes"]!, (int)json["phases"]!["resolved"]!);
            foreach (var text in new[] { markdown.Replace("*", ""), html })
            {
                Assert.Contains($"Duration: {course.Words}, ", text);
                var atOnce = course.Length.Counted == TimeSpan.Zero && course.Stretches.Count == 1;
                Assert.Contains($"Resolved: {(atOnce ? "at the start" : "after " + course.Words)}", text);
                foreach (var (name, key) in _milestones) Assert.Equal((int?)json["phases"]![key], Said(text, name));
                foreach (var dead in json["dead_ends"]!.AsArray())
                    Assert.Contains(InWords((int)dead!["minutes"]!), text);
            }
        }
    }

    // Minutes as the line of a milestone says them; what is below one minute counts as none.
    private static int? Said(string text, string milestone)
    {
        var line = Regex.Match(text, $"{milestone}: ([^\\n]*)").Groups[1].Value;
        if (line.StartsWith("not recorded", StringComparison.Ordinal)) return null;
        var minutes = Part().Matches(line).Sum(part => int.Parse(part.Groups[1].Value) * MinutesOf(part.Groups[2].Value));
        return line.Contains("before the start", StringComparison.Ordinal) ? -minutes : minutes;
    }

    private static int MinutesOf(string unit) => unit switch
    {
        "day" => 1_440,
        "hour" => 60,
        "minute" => 1,
        _ => 0,
    };

    private static string InWords(int minutes) => minutes == 0 ? "" : new Length(TimeSpan.FromMinutes(minutes)).Words;

    private static IncidentRecord Any(Random random)
    {
        var start = Records.Start.AddMilliseconds(random.Next(60_000));
        var end = start.AddSeconds(random.Next(3) switch { 0 => random.Next(300), 1 => random.Next(20_000), _ => random.Next(400_000) });
        var incident = Records.Incident() with { StartedAt = start, EndedAt = end, ClosedAt = end };
        if (random.Next(2) == 0) incident = incident with { ImpactEndedAt = start + (random.NextDouble() * (end - start)) };
        if (random.Next(2) == 0)
        {
            var from = start + (0.3 * (end - start));
            incident = incident with { Pauses = [new(from, from + (0.4 * (end - start)))] };
        }

        var kinds = new[] { EntryKind.Detection, EntryKind.Finding, EntryKind.Mitigation, EntryKind.DeadEnd, EntryKind.Investigation };
        var minutes = (end - start).TotalMinutes;
        return Records.Of(
            incident,
            [.. Enumerable.Range(1, random.Next(1, 9)).Select(n =>
                Records.Entry(n, (minutes * random.NextDouble() * 1.1) - 1, $"entry {n}", kinds[random.Next(kinds.Length)]))]);
    }

    private static string Write(IncidentRecord record, string format) => PostmortemFormats.Write(record, Zone.Utc, Records.Start, format);

    [GeneratedRegex(@"(\d+) (day|hour|minute|second)s?")]
    private static partial Regex Part();
}
