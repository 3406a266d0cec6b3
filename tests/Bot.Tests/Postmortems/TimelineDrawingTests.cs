using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems.Drawing;
using Sitrep.Tests.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Postmortems;

public sealed class TimelineDrawingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(48, 48)]
    [InlineData(200, 48)]
    [InlineData(2_000, 48)]
    public void Every_entry_is_drawn_on_a_row_of_its_own_as_long_as_there_are_rows(int entries, int expected)
    {
        var drawing = Draw(120, [.. Enumerable.Range(1, entries).Select(i => Records.Entry(i, i % 100, $"look {i}"))]);
        Assert.Equal(entries, drawing.QuerySelectorAll("circle").Length);
        var rows = drawing.QuerySelectorAll("circle").Select(dot => Number(dot, "cy")).Distinct().ToList();
        Assert.Equal(expected, rows.Count);
        Assert.Equal(expected, drawing.QuerySelectorAll("g text").Length);
        var height = double.Parse(drawing.GetAttribute("viewBox")!.Split(' ')[3]);
        Assert.All(rows, y => Assert.InRange(y, 0, height));
        Assert.InRange(height, 0, 1_200);
        Assert.All(drawing.QuerySelectorAll("circle"), dot => Assert.InRange(Number(dot, "cx"), 0, 720));
    }

    [Fact]
    public void In_a_crowd_findings_and_mitigations_keep_their_names()
    {
        var entries = Enumerable.Range(1, 200).Select(i => i switch
        {
            60 => Records.Entry(i, i, "the pool is empty", EntryKind.Finding),
            61 => Records.Entry(i, i, "pool doubled", EntryKind.Mitigation),
            _ => Records.Entry(i, i, $"look {i}"),
        });
        var labels = Draw(240, [.. entries]).QuerySelectorAll("g text").Select(label => label.TextContent).ToList();
        Assert.Contains("15:00 the pool is empty", labels);
        Assert.Contains("15:01 pool doubled", labels);
        Assert.Contains(labels, label => label.Contains(" entries: look "));
    }

    [Fact]
    public void A_reopened_incident_s_phases_leave_the_pause_empty()
    {
        var record = Records.Of(Records.Reopened(Records.Incident()), Records.Entry(1, 0, "alert", EntryKind.Detection));
        Assert.Equal(
            [("Watching", 0.0, 2.0), ("", 50.0, 51.0)],
            DrawingBand.Of(record, record.Incident.EndedAt!.Value)
                .Select(band => (band.Name, (band.From - Records.Start).TotalHours, (band.To - Records.Start).TotalHours)));
    }

    [Fact]
    public void An_incident_of_no_length_is_drawn()
    {
        var drawing = Draw(0, Records.Entry(1, 0, "over before it began", EntryKind.Detection));
        Assert.DoesNotContain("NaN", drawing.OuterHtml);
        Assert.Single(drawing.QuerySelectorAll("circle"));
    }

    [Fact]
    public void A_note_of_the_next_morning_stands_at_the_edge_and_squeezes_nothing()
    {
        var drawing = Draw(60, Records.Entry(1, 0, "first"), Records.Entry(2, 60, "last"), Records.Entry(3, 1_200, "the next morning"));
        var dots = drawing.QuerySelectorAll("circle").ToList();
        Assert.Equal(["dot", "dot", "dot far"], dots.Select(dot => dot.ClassName));
        Assert.True(Number(dots[1], "cx") - Number(dots[0], "cx") > 600);
    }

    [Fact]
    public void A_dead_end_is_hatched_for_as_long_as_it_lasted()
    {
        var drawing = Draw(
            60,
            Records.Entry(1, 0, "alert", EntryKind.Detection),
            Records.Entry(2, 15, "the cache?", EntryKind.DeadEnd),
            Records.Entry(3, 45, "the pool", EntryKind.Finding));
        var hatched = Assert.Single(drawing.QuerySelectorAll("g rect.lost"));
        Assert.Equal(704 / 2, Number(hatched, "width"));
    }

    [Fact]
    public void Ticks_are_round_times_of_the_zone_with_the_date_at_midnight()
    {
        var axis = new DrawingAxis(
            Records.Of(Records.Incident() with { EndedAt = Records.Start.AddHours(9) }),
            Zone.Parse("EAT")!,
            Records.Start,
            0,
            540);
        Assert.Equal([(60, "18:00"), (180, "20:00"), (300, "22:00"), (420, "11 Mar")], axis.Ticks());
    }

    [Fact]
    public void Whatever_was_typed_makes_no_element() => TypedWords.Hold(typed =>
    {
        var drawing = Draw(60, Records.Entry(1, 5, typed));
        Assert.Empty(drawing.QuerySelectorAll("*").Select(element => element.LocalName)
            .Except(["defs", "pattern", "rect", "path", "text", "tspan", "g", "title", "circle"], StringComparer.Ordinal));
    });

    private static IElement Draw(int minutes, params TimelineEntry[] entries)
    {
        var record = Records.Of(Records.Incident() with { EndedAt = Records.Start.AddMinutes(minutes) }, entries);
        return new HtmlParser().ParseDocument(TimelineDrawing.Of(record, Zone.Utc, Records.Start)).QuerySelector("svg")!;
    }

    private static double Number(IElement element, string attribute) => double.Parse(element.GetAttribute(attribute)!);
}
