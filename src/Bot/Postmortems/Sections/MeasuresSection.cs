using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Corrective and Preventative Measures: improvements, and numbered tasks.</summary>
internal static class MeasuresSection
{
    private const int LongestName = 80;

    public static IReadOnlyList<Block> Of(Incident incident, IReadOnlyList<Block> pictures)
    {
        var blocks = new List<Block>(pictures);
        if (incident.Improvements.Count > 0)
        {
            blocks.Add(new Paragraph(Line.Of($"**Improvements**:")));
            blocks.Add(new ListBlock(Numbered: false, [.. incident.Improvements.Select(improvement => Item(improvement.Text))]));
        }

        if (incident.ActionItems.Count > 0)
        {
            blocks.Add(new Paragraph(Line.Of($"**Tasks**:")));
            blocks.Add(new ListBlock(Numbered: true, [.. incident.ActionItems.Select(Tracked)]));
        }

        return PostmortemDocument.Section("Corrective and Preventative Measures", blocks);
    }

    private static Line Tracked(ActionItem item)
    {
        var traits = new List<string>();
        if (item.Owner is { } owner) traits.Add("@" + owner);
        if (item.Due is { } due) traits.Add($"due {due:yyyy-MM-dd}");
        if (item.Done) traits.Add("done");
        return traits.Count == 0 ? Item(item.Text) : Item(item.Text).Then(Line.Of($" _({string.Join(", ", traits)})_"));
    }

    // "**Name**: sentence", copied from such a list, asks for the bold that it gets.
    private static string Unstarred(string name) =>
        name.Length > 4 && name.StartsWith("**", StringComparison.Ordinal) && name.EndsWith("**", StringComparison.Ordinal)
            ? name[2..^2]
            : name;

    // "Name: sentence" has its name in bold, as people write such lists by hand.
    private static Line Item(string typed)
    {
        var text = TypedItem.WithoutBullet(typed);
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and <= LongestName && text.AsSpan(0, colon).IndexOfAny(".!?\n") < 0
            ? Line.Of($"**{Unstarred(text[..colon])}**: {text[(colon + 2)..]}")
            : Line.Typed(text);
    }
}
