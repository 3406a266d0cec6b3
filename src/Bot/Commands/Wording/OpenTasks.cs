using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>The tasks that are not done, as the card and answers list them.</summary>
internal static class OpenTasks
{
    private const int Most = 5;
    private const int LongestOnCard = 80;

    /// <summary>A line a task; the last says how many there are besides.</summary>
    public static IReadOnlyList<Line> Lines(Incident incident)
    {
        var open = incident.ActionItems.Where(task => !task.Done).ToList();
        var lines = open.Take(Most).Select(task => Of(incident, task)).ToList();
        if (open.Count > Most) lines.Add(Line.Of($"and {open.Count - Most} more"));
        return lines;
    }

    /// <summary>All in one line; null where there is none.</summary>
    public static Line? InOneLine(Incident incident)
    {
        var lines = Lines(incident);
        if (lines.Count == 0) return null;
        var line = Line.Of($"**Open tasks:** ");
        for (var i = 0; i < lines.Count; i++) line = line.Then(i == 0 ? Line.Empty : Line.Of($" · ")).Then(lines[i]);
        return line;
    }

    private static Line Of(Incident incident, ActionItem task)
    {
        var line = Line.Of($"{task.Number}. {Excerpt.Of(task.Text, LongestOnCard)}");
        line = line.Then(task.Owner is { } owner ? Line.Of($" ({Person.Named(incident.Platform, owner)})") : Line.Of($" (no owner)"));
        return task.Due is { } due ? line.Then(Line.Of($", due {due:yyyy-MM-dd}")) : line;
    }
}
