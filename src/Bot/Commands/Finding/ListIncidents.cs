using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Finding;

/// <summary><c>/incident list</c>: incidents, newest first, a page at a time.</summary>
internal sealed class ListIncidents : Command
{
    public override string Name => "incident list";

    public override string Summary => "list incidents: open, closed, cancelled, sev1, words of the title, page 2";

    public override string Example => "/incident list closed sev1";

    internal override IReadOnlyList<Part> Parts { get; } =
        [new TextPart("filter") { IsOptional = true, Hint = "open, closed, cancelled, sev1, mine, words of the title, page 2" }];

    public override bool NeedsIncident => false;

    internal override IncidentFilter Filter(Arguments typed) => ListFilter.Read(typed.Text).Filter;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var (filter, page, text) = ListFilter.Read(typed.Text);
        var found = situation.Matches;
        if (found.Total == 0) return Nothing(filter, typed, text);
        if (found.Shown.Count == 0)
            return Decision.Refuse(
                Line.Of($"There is no page {page}: {Count(found.Total)} in all."),
                typed.Text,
                new Button("First page", $"/incident list {text}".TrimEnd()));
        var heading = text.Length == 0
            ? Line.Of($"**Incidents**, newest first")
            : Line.Of($"**Incidents**, newest first: {Excerpt.Of(text, 100)}");
        var blocks = new List<Block> { new Paragraph(heading), Of(situation, found.Shown.Select(match => match.Incident)) };
        if (Pages.Left(found, filter) is { } left) blocks.Add(new Paragraph(left));
        return Decision.Say(new Message(blocks, Pages.Buttons(found, filter, page, $"/incident list {text}")));
    }

    /// <summary>Incidents as a list, a line each.</summary>
    internal static ListBlock Of(Situation situation, IEnumerable<Incident> incidents) =>
        new(Numbered: false, [.. incidents.Select(incident => LineOf(situation, incident))]);

    /// <summary>An incident in a line.</summary>
    internal static Line LineOf(Situation situation, Incident incident)
    {
        var at = new Moment(incident.StartedAt, Sitrep.Times.TimeText.Of(incident.StartedAt, incident.Zone, situation.Now));
        return Line.Of(
            $"{Card.Dot(incident)} **{incident.Id}** {incident.Title} · {Card.SeverityOf(incident)} · {Card.StatusOf(incident)} · since {at} · {new ChannelName(incident.ChannelName, incident.ChannelId)}"
        );
    }

    private static Decision Nothing(IncidentFilter filter, Arguments typed, string text)
    {
        if (text.Length == 0) return Decision.Say(Line.Of($"No incident yet. `/incident start What broke` declares the first."));
        var words = string.Join(' ', filter.Words);
        if (words.Length == 0) return Decision.Say(Line.Of($"No incident is {Excerpt.Of(text, 60)}. `/incident list` shows them all."));
        return Decision.Refuse(
            Line.Of(
                $"No incident has \"{Excerpt.Of(words, 60)}\" in its title or service. You can filter by `open`, `closed`, `cancelled`, `sev1` to `sev5`, a status, and words of a title."
            ),
            typed.Text,
            new Button("Search the timelines", $"/incident search {words}"),
            new Button("All incidents", "/incident list"));
    }

    private static string Count(int total) => total == 1 ? "1 incident" : $"{total} incidents";
}
