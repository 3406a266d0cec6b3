using System.Text;
using System.Text.Json;
using Sitrep.Access;
using Sitrep.Commands.Finding;
using Sitrep.Incidents;

namespace Sitrep.Storage.Rows;

/// <summary>Finds incidents by a filter, however many there are.</summary>
internal static class IncidentSearch
{
    private const int MostEntries = 3;
    private const int MostWords = 8;

    private static readonly string[] _fields =
    [
        nameof(Incident.Summary), nameof(Incident.Impact), nameof(Incident.Detection), nameof(Incident.RootCause),
        nameof(Incident.RootCauseSummary), nameof(Incident.Resolution), nameof(Incident.Closing), nameof(Incident.ActionItems),
        nameof(Incident.CancelReason),
    ];

    /// <summary>Reads those that a viewer may see.</summary>
    public static IncidentMatches Matching(IReads reads, IncidentFilter filter, Viewer viewer)
    {
        var words = filter.Words.Take(MostWords).Select(Pattern).ToList();
        var values = new Dictionary<string, object?>
        {
            ["severity"] = (int?)filter.Severity,
            ["status"] = filter.Status?.ToString(),
        };
        for (var i = 0; i < words.Count; i++) values[$"word{i}"] = words[i];
        var found = reads.Query<string>(Sql(reads, filter, words.Count), values)
            .Select(json => JsonSerializer.Deserialize(json, StorageJson.Default.Incident)!)
            .Where(incident => May.See(viewer, incident))
            .Where(incident => filter.IsCancelled is not { } cancelled || incident.Cancelled == cancelled)
            .Where(incident => !filter.IsMine || (viewer.Person is { } person && incident.Involves(person)))
            .ToList();
        return new(
            found.Count,
            [
                .. found.Skip(filter.Skip).Take(filter.Take)
                    .Select(incident => new IncidentMatch(incident, Entries(reads, filter, incident, words))),
            ]);
    }

    private static string Sql(IReads reads, IncidentFilter filter, int words)
    {
        var sql = new StringBuilder("select details from incidents i where 1 = 1");
        if (filter.IsOpen is { } open) sql.Append(open ? " and closed_at is null" : " and closed_at is not null");
        if (filter.Severity is not null) sql.Append(" and severity = @severity");
        if (filter.Status is not null) sql.Append(" and status = @status");
        for (var i = 0; i < words; i++) sql.Append(" and (").AppendJoin(" or ", Places(reads, filter.InRecord).Select(place => Like(place, i))).Append(')');
        return sql.Append(" order by number desc").ToString();

        string Like(string place, int word) => place.Contains("@w", StringComparison.Ordinal)
            ? place.Replace("@w", $"@word{word}", StringComparison.Ordinal)
            : $"{place} like @word{word} escape '\\'";
    }

    private static IEnumerable<string> Places(IReads reads, bool inRecord)
    {
        yield return "title";
        yield return "'INC-' || number";
        yield return reads.Dialect.JsonText("details", nameof(Incident.Service));
        if (!inRecord) yield break;
        foreach (var field in _fields) yield return reads.Dialect.JsonText("details", field);
        yield return "exists (select 1 from timeline_entries e where e.incident = i.number and e.removed = 0 and e.text like @w escape '\\')";
    }

    private static IReadOnlyList<TimelineEntry> Entries(IReads reads, IncidentFilter filter, Incident incident, List<string> words)
    {
        if (!filter.InRecord || words.Count == 0) return [];
        var values = new Dictionary<string, object?> { ["incident"] = incident.Id.Number };
        for (var i = 0; i < words.Count; i++) values[$"word{i}"] = words[i];
        var any = string.Join(" or ", words.Select((_, i) => $"text like @word{i} escape '\\'"));
        return
        [
            .. reads.Query<EntryRow>(
                $"{EntryRow.Select} where incident = @incident and removed = 0 and ({any}) order by number limit {MostEntries}",
                values).Select(row => row.ToEntry()),
        ];
    }

    // What is typed is looked for as it is: none of its characters stands for others.
    private static string Pattern(string word) => "%"
        + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        + "%";
}
