using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary>Asks which entry is meant, and offers the last ones.</summary>
internal static class WhichEntry
{
    private const int MostOffered = 5;

    /// <summary>The question.</summary>
    /// <param name="situation">The situation, with the record.</param>
    /// <param name="verb">The correction: <c>edit</c>.</param>
    public static Decision Ask(Situation situation, string verb)
    {
        var incident = situation.Incident!;
        var last = situation.Record!.Timeline.OrderByDescending(entry => entry.Number).Take(MostOffered).ToList();
        if (last.Count == 0) return Decision.Refuse(Line.Of($"{incident.Id} has no entries yet."));
        var decision = Decision.Refuse(
            Line.Of($"Which entry? Type its number: `/timeline {verb} {last[0].Number}`."),
            "",
            [.. last.Select(entry => new Button(Label(entry), $"/timeline {incident.Id} {verb} {entry.Number}"))]);
        return decision with
        {
            Reply = decision.Reply with
            {
                Message = decision.Reply.Message with
                {
                    Blocks =
                    [
                        .. decision.Reply.Message.Blocks,
                        new ListBlock(Numbered: false, [.. last.Select(entry => Line.Of($"{entry.Number}. {situation.Show(entry.At)} {Excerpt.Of(entry.Text, 100)}"))]),
                    ],
                },
            },
        };
    }

    private static string Label(TimelineEntry entry) => $"{entry.Number}. {Excerpt.Of(entry.Text, 18)}";
}
