using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Postmortems;

/// <summary><c>/incident action list</c>: the tasks, and what could be better.</summary>
internal sealed class ListActionItems : Command
{
    private const int MostButtons = 5;

    public override string Name => "incident action list";

    public override string Summary => "list the tasks";

    public override string Example => "/incident action list";

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (incident.ActionItems.Count + incident.Improvements.Count == 0)
            return Decision.Say(Line.Of($"{incident.Id} has no tasks. `/incident action add Test the rollback owner:@ana` adds one."), incident);
        var open = incident.ActionItems.Where(task => !task.Done).ToList();
        var blocks = new List<Block>
        {
            new Paragraph(Line.Of($"**Tasks of {incident.Id}** · {open.Count} open, {incident.ActionItems.Count - open.Count} done")),
            new ListBlock(Numbered: false, [.. incident.ActionItems.Select(task => LineOf(situation, task))]),
        };
        if (incident.Improvements.Count > 0)
        {
            blocks.Add(new Paragraph(Line.Of($"**Improvements**")));
            blocks.Add(new ListBlock(Numbered: false, [.. incident.Improvements.Select(better => Line.Of($"{Excerpt.Of(better.Text, 500)}"))]));
        }

        return Decision.Say(
            new Message(
                blocks,
                [.. open.Take(MostButtons).Select(task => new Button($"Done: {task.Number}", $"/incident {incident.Id} action done {task.Number}"))]),
            incident);
    }

    /// <summary>A task in a line: number, words, owner, day, and whether it is done.</summary>
    internal static Line LineOf(Situation situation, ActionItem task) =>
        Line.Of($"{(task.Done ? "✅" : "☐")} {task.Number}. {Excerpt.Of(task.Text, 500)}")
            .Then(task.Owner is null ? Line.Of($" · no owner") : Line.Of($" · {Person.Named(situation.Channel.Platform, task.Owner)}"))
            .Then(task.Due is { } due ? Line.Of($" · due {due:yyyy-MM-dd}") : Line.Empty);
}
