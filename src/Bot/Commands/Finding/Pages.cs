using Sitrep.Chat.Effects;
using Sitrep.Prose;

namespace Sitrep.Commands.Finding;

/// <summary>The way to what does not fit into one answer.</summary>
internal static class Pages
{
    /// <summary>How many follow; null where these are the last.</summary>
    public static Line? Left(IncidentMatches found, IncidentFilter filter) =>
        found.Total - filter.Skip - found.Shown.Count is var left and > 0 ? Line.Of($"and {left} more") : null;

    /// <summary>The buttons to the pages beside this one.</summary>
    public static IReadOnlyList<Button> Buttons(IncidentMatches found, IncidentFilter filter, int page, string command) =>
    [
        .. page > 1 ? [new Button("Previous", $"{command.TrimEnd()} page:{page - 1}")] : (Button[])[],
        .. Left(found, filter) is null ? [] : (Button[])[new($"Next {filter.Take}", $"{command.TrimEnd()} page:{page + 1}")],
    ];
}
