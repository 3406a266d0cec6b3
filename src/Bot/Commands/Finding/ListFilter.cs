using System.Globalization;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;

namespace Sitrep.Commands.Finding;

/// <summary>Reads what stands behind <c>/incident list</c>: filters, a page, and words that must stand in a title.</summary>
internal static class ListFilter
{
    /// <summary>How many incidents a page has.</summary>
    public const int PageLength = 20;

    /// <summary>Reads the text.</summary>
    /// <returns>The filter, the page from 1 on, and what was typed without the page.</returns>
    public static (IncidentFilter Filter, int Page, string Typed) Read(string text, int pageLength = PageLength)
    {
        var filter = new IncidentFilter { Take = pageLength };
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        var page = Page(words);
        foreach (var word in words.Select(word => word.TrimEnd(',')).Where(word => word.Length > 0)) filter = Take(filter, word);
        return (filter with { Skip = (page - 1) * pageLength }, page, string.Join(' ', words));
    }

    private static IncidentFilter Take(IncidentFilter filter, string word) => word.ToLowerInvariant() switch
    {
        "open" or "active" or "ongoing" or "current" or "running" => filter with { IsOpen = true },
        "closed" or "past" or "old" => filter with { IsOpen = false },
        "cancelled" or "canceled" or "duplicates" => filter with { IsCancelled = true },
        "mine" or "my" => filter with { IsMine = true },
        "all" or "incidents" or "and" => filter,
        "drill" or "drills" => filter with { Words = [.. filter.Words, "drill"] },
        _ when SeverityWords.ReadLevel(word) is { } severity => filter with { Severity = severity },
        _ when Enum.GetNames<IncidentStatus>().FirstOrDefault(name => WordMeaning.Same(name, word)) is { } status =>
            filter with { Status = Enum.Parse<IncidentStatus>(status) },
        _ => filter with { Words = [.. filter.Words, word] },
    };

    // "page 2", "page:2": at the end, so that an incident about a page can be looked for.
    private static int Page(List<string> words)
    {
        if (words.Count == 0) return 1;
        var last = words[^1];
        if (last.StartsWith("page:", StringComparison.OrdinalIgnoreCase) && Number(last[5..]) is { } keyed)
        {
            words.RemoveAt(words.Count - 1);
            return keyed;
        }

        if (words.Count < 2 || !WordMeaning.Same(words[^2], "page") || Number(last) is not { } number) return 1;
        words.RemoveRange(words.Count - 2, 2);
        return number;
    }

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : null;
}
