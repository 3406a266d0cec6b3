using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Prose;

namespace Sitrep.Commands.Finding;

/// <summary><c>/incident search WORDS</c>: looks through titles, entries and fields of every incident.</summary>
internal sealed class SearchIncidents : Command
{
    private const int PageLength = 10;

    public override string Name => "incident search";

    public override string Summary => "search titles, timelines and fields of all incidents";

    public override string Example => "/incident search connection pool";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart("words")];

    public override bool NeedsIncident => false;

    internal override IncidentFilter Filter(Arguments typed)
    {
        var (filter, page, text) = ListFilter.Read(typed.Text, PageLength);
        return new()
        {
            Words =
            [
                .. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => word.Trim('"', '“', '”'))
                    .Where(word => word.Length > 0),
            ],
            InRecord = true,
            Skip = (page - 1) * PageLength,
            Take = filter.Take,
        };
    }

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var (_, page, text) = ListFilter.Read(typed.Text, PageLength);
        var filter = Filter(typed);
        if (filter.Words.Count == 0) return Decision.Refuse(Line.Of($"Add the words to look for: `{Example}`."), typed.Text);
        var found = situation.Matches;
        if (found.Shown.Count == 0)
            return Decision.Refuse(
                found.Total == 0
                    ? Line.Of($"No incident has all of these words: \"{Excerpt.Of(text, 100)}\".")
                    : Line.Of($"There is no page {page}: {found.Total} in all."),
                typed.Text);
        var lines = new List<Line>();
        foreach (var (incident, entries) in found.Shown)
        {
            lines.Add(ListIncidents.LineOf(situation, incident));
            lines.AddRange(entries.Select(entry => EntryLines.Posted(situation with { Incident = incident }, entry)));
        }

        var count = found.Total == 1 ? "1 incident" : $"{found.Total} incidents";
        var blocks = new List<Block>
        {
            new Paragraph(Line.Of($"**{count}** with \"{Excerpt.Of(text, 100)}\", newest first")),
            new ListBlock(Numbered: false, lines),
        };
        if (Pages.Left(found, filter) is { } left) blocks.Add(new Paragraph(left));
        return Decision.Say(new Message(blocks, Pages.Buttons(found, filter, page, $"/incident search {text}")));
    }
}
