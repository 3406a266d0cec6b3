using System.Text.Json.Nodes;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems;
using Sitrep.Postmortems.Formats;
using Sitrep.Prose;
using Sitrep.Prose.Markdown;

namespace Sitrep.Tests.Postmortems;

public sealed class PostmortemTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_record_makes_a_short_document_and_invents_nothing()
    {
        var markdown = Markdown(Record());
        Assert.Equal(["# Checkout down", "## Issue Summary", "## Contributors"], markdown.Split('\n').Where(line => line.StartsWith('#')));
        Assert.DoesNotContain("null", markdown);
        Assert.DoesNotContain(" 0 ", markdown);
    }

    [Fact]
    public void What_was_not_recorded_is_called_so_and_is_never_zero()
    {
        var record = Record(Entry(1, 10, "found it", EntryKind.Finding));
        Assert.Equal(new Phases(null, null, 10, null, null), Phases.Of(record));
        Assert.Contains("**Detected**: not recorded", Markdown(record));
    }

    [Fact]
    public void A_rollback_that_did_not_help_is_no_mitigation()
    {
        var record = Record(
            Entry(1, 5, "rolled back the release", EntryKind.Mitigation, EntryKind.DeadEnd),
            Entry(2, 8, "drained a node", EntryKind.Mitigation),
            Entry(3, 20, "bad rule", EntryKind.Finding),
            Entry(4, 25, "removed the rule", EntryKind.Mitigation));
        Assert.Equal(25, Phases.Of(record).Mitigated);
        Assert.Equal(30, Phases.Of(record with { Incident = record.Incident with { ImpactEndedAt = _start.AddMinutes(30) } }).Mitigated);
    }

    [Theory]
    [InlineData("Certificates: renewed by a machine")]
    [InlineData("**Certificates**: renewed by a machine")]
    public void The_name_of_an_improvement_is_bold_once(string typed)
    {
        var record = Record();
        record = record with { Incident = record.Incident with { Improvements = [new(typed)] } };
        Assert.Contains("- **Certificates**: renewed by a machine", MarkdownWriter.Of(PostmortemDocument.Of(record, Zone.Utc, _start)));
    }

    [Fact]
    public void A_dead_end_lasts_until_the_course_changes_not_until_somebody_speaks()
    {
        var record = Record(
            Entry(1, 0, "alert", EntryKind.Detection),
            Entry(2, 5, "database?", EntryKind.DeadEnd),
            Entry(3, 15, "users complain", EntryKind.Communication),
            Entry(4, 25, "rate limits?", EntryKind.DeadEnd),
            Entry(5, 60, "found", EntryKind.Finding));
        Assert.Equal([(2, 20), (4, 35)], DeadEnd.Of(record, _start).Select(dead => (dead.Entry.Number, dead.Minutes)));
        Assert.Equal(new LostSearch(55, 60), DeadEnd.Lost(record, _start));
    }

    [Fact]
    public void A_dead_end_after_the_cause_costs_minutes_but_no_search()
    {
        var record = Record(
            Entry(1, 30, "found", EntryKind.Finding),
            Entry(2, 40, "routing?", EntryKind.DeadEnd),
            Entry(3, 60, "fixed", EntryKind.Mitigation));
        Assert.Equal(20, Assert.Single(DeadEnd.Of(record, _start)).Minutes);
        Assert.Equal(new LostSearch(0, 30), DeadEnd.Lost(record, _start));
    }

    [Theory]
    [InlineData("The outage lasted 3 hours.", true)]
    [InlineData("The outage lasted 2 hours.", false)]
    [InlineData("Duration: 1 hour 30 minutes", false)]
    [InlineData("An outage of 2 hours and 10 minutes.", true)]
    [InlineData("We waited 20 years for this", false)]
    public void A_stated_length_that_disagrees_with_the_times_is_flagged(string summary, bool flagged)
    {
        var record = Record();
        record = record with
        {
            Incident = record.Incident with { Summary = summary, EndedAt = _start.AddHours(2), ImpactEndedAt = _start.AddMinutes(90) },
        };
        Assert.Equal(flagged, Warnings.Of(record).Count > 0);
        Assert.Contains(summary, Markdown(record));
    }

    [Fact]
    public void Both_sides_of_a_contradiction_are_kept()
    {
        var record = Record();
        record = record with
        {
            Incident = record.Incident with
            {
                Impact = "The site was completely down for 85% of users",
                AffectedPercent = new(70, "about 70% of users"),
            },
        };
        Assert.Equal(2, Warnings.Of(record).Count);
        var markdown = Markdown(record);
        Assert.Contains("completely down for 85% of users", markdown);
        Assert.Contains("about 70% of users", markdown);
    }

    [Theory]
    [InlineData("Alerts: page on 500s", "1. **Alerts**: page on 500s")]
    [InlineData("-Monitor the system", "1. Monitor the system")]
    [InlineData("• Monitor the system", "1. Monitor the system")]
    [InlineData("At 14:05: nothing", "1. **At 14:05**: nothing")]
    [InlineData("See the wiki. Then: act", "1. See the wiki. Then: act")]
    public void A_task_of_the_form_name_and_sentence_has_its_name_in_bold(string typed, string written)
    {
        var record = Record();
        record = record with { Incident = record.Incident with { ActionItems = [new(1, typed, null, null, false)] } };
        Assert.Contains(written + "\n", Markdown(record));
    }

    [Fact]
    public void Dates_are_printed_where_the_day_changes_and_the_zone_is_the_incident_s()
    {
        var zone = Zone.Parse("EAT")!;
        var record = Record(
            Entry(1, 6 * 60, "before midnight", EntryKind.Detection),
            Entry(2, (7 * 60) + 15, "after", EntryKind.Finding),
            Entry(3, (7 * 60) + 20, "later", EntryKind.Finding));
        var markdown = MarkdownWriter.Of(PostmortemDocument.Of(record, zone, _start));
        Assert.Contains(
            "- **2026-03-10 23:00 EAT** - before midnight\n- **2026-03-11 00:15 EAT** - after\n- **00:20 EAT** - later\n",
            markdown);
    }

    [Fact]
    public void An_escalation_of_unknown_time_stands_among_the_escalations_alone()
    {
        var record = Record() with { Escalations = [Escalated(1, null, "handed over when it was clear", null)] };
        var markdown = Markdown(record);
        Assert.DoesNotContain("## Timeline", markdown);
        Assert.Contains("- **Time not recorded** - to DevOps team: handed over when it was clear", markdown);
        Assert.Null(Phases.Of(record).Escalated);
    }

    [Fact]
    public void The_JSON_has_every_key_that_others_rely_on()
    {
        var json = JsonNode.Parse(IncidentJson.Of(Record(Entry(1, 5, "x", EntryKind.DeadEnd)), Zone.Utc, _start.AddMinutes(9)))!.AsObject();
        string[] keys =
        [
            "id",
            "title",
            "severity",
            "status",
            "zone",
            "service",
            "start",
            "impact_end",
            "end",
            "duration_minutes",
            "summary",
            "impact",
            "affected_percent",
            "affected_count",
            "detection",
            "root_cause",
            "root_cause_summary",
            "resolution",
            "closing",
            "timeline",
            "escalations",
            "improvements",
            "action_items",
            "attachments",
            "roles",
            "phases",
            "dead_ends",
            "warnings",
        ];
        Assert.All(keys, key => Assert.True(json.ContainsKey(key), key));
        Assert.Equal(
            ["n", "at", "until", "recorded_at", "by", "text", "kind", "kinds", "note"],
            json["timeline"]![0]!.AsObject().Select(pair => pair.Key).Take(9));
        Assert.Equal("dead-end", json["timeline"]![0]!["kind"]!.GetValue<string>());
        Assert.Equal("2026-03-10T14:00:00+00:00", json["start"]!.GetValue<string>());
        Assert.Null(json["end"]);
        Assert.Equal(4, json["dead_ends"]![0]!["minutes"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("a, \"b\"\nc", "\"a, \"\"b\"\"\nc\"")]
    public void A_spreadsheet_finds_no_formula_in_the_CSV(string text, string cell)
    {
        Assert.Contains($",investigation,{cell},\r\n", TimelineCsv.Of(Record(Entry(1, 5, text, EntryKind.Investigation)), Zone.Utc));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_800)]
    [InlineData(60_000)]
    public void A_long_document_becomes_several_messages_and_loses_no_word(int most)
    {
        var record = Record([
            .. Enumerable
                .Range(1, 60)
                .Select(i => Entry(i, i, string.Concat(Enumerable.Repeat($"log line {i} 👩‍🚒 ", i)), EntryKind.Investigation)),
        ]);
        record = record with
        {
            Incident = record.Incident with
            {
                RootCause = new string('x', 5_000),
                ActionItems = [.. Enumerable.Range(1, 40).Select(i => new ActionItem(i, $"Task {i}: do it", null, null, false))],
            },
        };
        var document = PostmortemDocument.Of(record, Zone.Utc, _start);
        var parts = PostmortemParts.Split(document, most);
        Assert.All(parts, part => Assert.True(part.Count > 0));
        Assert.All(parts, part => Assert.InRange(PlainText.Of(part).Length, 1, most + 40));
        Assert.All(parts, part => Assert.False(part[^1] is Heading));
        Assert.Equal(
            Letters(PlainText.Of(document)),
            Letters(string.Join('\n', parts.Select(part => PlainText.Of([.. part.Where(block => !IsContinued(block))])))));

        static bool IsContinued(Block block) => block is Heading heading && heading.Line.PlainText.EndsWith("(continued)");

        static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('…' or '-')));
    }

    [Fact]
    public void The_page_stands_alone_and_holds_a_drawing_even_of_no_length()
    {
        var record = Record(Entry(1, 0, "<script>alert(1)</script>", EntryKind.Detection)) with { };
        record = record with { Incident = record.Incident with { EndedAt = _start } };
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(PostmortemHtml.Of(record, Zone.Utc, _start));
        Assert.NotNull(page.QuerySelector("svg circle"));
        Assert.Empty(page.QuerySelectorAll("script, link, iframe"));
        Assert.DoesNotContain("NaN", page.DocumentElement.OuterHtml);
    }

    [Theory]
    [InlineData("- one\n- two", "one|two")]
    [InlineData("1. one\n2) two", "one|two")]
    [InlineData("-Monitor\n• Restart", "Monitor|Restart")]
    [InlineData("- one\ntwo", "one\ntwo")]
    [InlineData("one", "one")]
    [InlineData("-5 degrees", "-5 degrees")]
    public void A_text_that_was_typed_as_a_list_is_one(string typed, string items) =>
        Assert.Equal(items.Split('|'), TypedItem.Of(typed));

    [Fact]
    public void An_escalation_names_the_targets_that_its_words_do_not()
    {
        var record = Record(Entry(1, 5, "Escalated to the backend and DevOps teams", EntryKind.Escalation)) with
        {
            Escalations =
            [
                new()
                {
                    Number = 1,
                    To = ["backend team", "DevOps team", "@noor"],
                    At = _start.AddMinutes(5),
                    RecordedAt = _start,
                    By = Person.Named("web", "ana"),
                    Entry = 1,
                },
            ],
        };
        Assert.Contains("Escalated to the backend and DevOps teams _(escalated to @noor)_\n", Markdown(record));
    }

    [Fact]
    public void What_is_missing_is_named_with_who_can_fill_it()
    {
        var missing = MissingParts.Of(Record()).ToDictionary(part => part.Key, part => part.Who.Name);
        Assert.Equal(("ana", "ana"), (missing["root-cause"], missing["severity"]));
    }

    private static string Markdown(IncidentRecord record) =>
        MarkdownWriter.Of(PostmortemDocument.Of(record, Zone.Utc, _start.AddMinutes(90)));

    private static Escalation Escalated(int number, DateTimeOffset? at, string text, int? entry) =>
        new()
        {
            Number = number,
            To = ["DevOps team"],
            At = at,
            Text = text,
            RecordedAt = _start,
            By = Person.Named("web", "ana"),
            Entry = entry,
        };

    private static TimelineEntry Entry(int number, int minute, string text, params EntryKind[] kinds) =>
        new()
        {
            Number = number,
            At = _start.AddMinutes(minute),
            RecordedAt = _start.AddMinutes(minute),
            By = Person.Named("web", "ana"),
            Text = text,
            Kinds = kinds,
        };

    private static IncidentRecord Record(params TimelineEntry[] entries) => new(
        new()
        {
            Id = new(1),
            Title = "Checkout down",
            Zone = Zone.Utc,
            StartedAt = _start,
            DeclaredAt = _start,
            DeclaredBy = Person.Named("web", "ana"),
            Platform = "web",
            ChannelName = "inc-1-checkout-down",
        },
        entries,
        [],
        []);
}
