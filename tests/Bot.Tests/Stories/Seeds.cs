using System.Text.RegularExpressions;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Stories;

/// <summary>
/// Five postmortems that people wrote by hand, typed into the bot. Their words are read where they lie; here stands
/// only which line is typed as what.
/// </summary>
internal sealed partial record Seed(string File, string Clock, string Start, string Close, params (int Line, string Typed)[] Rows)
{
    private string[]? _lines;

    public static IReadOnlyList<Seed> All { get; } =
    [
        new(
            "000",
            "2024-09-18T16:05:00Z",
            "/incident start {1} sev1 at:\"14:00 UTC\" zone:UTC",
            "/incident close at:16:00",
            (5, "/incident set summary {0}"),
            (8, "/incident set impact {0}"),
            (8, "/incident set affected Approximately 70% of users"),
            (11, "/incident set root-cause-summary {0}"),
            (14, "/timeline {0} #detection"),
            (15, "/timeline {0} #investigation #dead-end"),
            (16, "/timeline {0} #communication"),
            (17, "/timeline {0} #dead-end"),
            (18, "/escalate to:\"backend team, DevOps team\" at:\"14:45 UTC\" {text}"),
            (19, "/timeline {0} #finding"),
            (20, "/timeline {0} #mitigation"),
            (21, "/timeline {0} #resolution"),
            (25, "/incident set root-cause {0}"),
            (28, "/incident set resolution {0}"),
            (32, Improvement),
            (33, Improvement),
            (34, Improvement),
            (37, Task),
            (38, Task),
            (39, Task),
            (40, Task),
            (41, Task)),
        new(
            "001",
            "2024-06-04T15:40:00Z",
            "/incident start {1} sev1 at:13:00 zone:UTC",
            "/incident close at:15:30",
            (4, "/incident set summary {0}"),
            (7, "/incident set impact {0}"),
            (8, "/incident set impact + {0}"),
            (9, "/incident set impact + {0}"),
            (7, "/incident set affected 85% users"),
            (9, "/incident set affected {0}"),
            (11, "/incident set root-cause-summary {label}"),
            (14, "/timeline {0} #detection"),
            (15, "/timeline {0} #investigation"),
            (16, "/timeline {0} #dead-end"),
            (17, "/timeline {0} #dead-end"),
            (18, "/escalate \"Database team\" at:14:00 {text} #dead-end"),
            (19, "/escalate \"Network team\" at:14:15 {text}"),
            (20, "/timeline {0} #finding"),
            (21, "/timeline {0} #mitigation"),
            (22, "/timeline {0} #resolution #verification"),
            (25, "/incident set root-cause {label}"),
            (27, "/incident set resolution {label}"),
            (32, Improvement),
            (33, Improvement),
            (34, Improvement),
            (37, Task),
            (38, Task),
            (39, Task),
            (40, Task),
            (41, Task),
            (42, Task),
            (43, Task),
            (45, "/incident set closing {0}")),
        new(
            "002",
            "2024-08-18T17:00:00Z",
            "/incident start {2} sev2 at:14:30 zone:UTC",
            "/incident close at:16:45",
            (1, "/incident attach pic1.jpg alt:\"My first postmortem\" place:top"),
            (5, "/incident set summary {0}"),
            (6, "/incident set impact {label}"),
            (6, "/incident set affected approximately 50% of users"),
            (7, "/incident set root-cause-summary {label}"),
            (10, "/timeline {0} #detection"),
            (11, "/timeline {0} #dead-end"),
            (12, "/timeline {0} #investigation"),
            (13, "/timeline {0} #communication"),
            (14, "/timeline {0} #finding"),
            (15, "/escalate to:\"DevOps team\" at:\"15:30 UTC\" {text} #mitigation"),
            (16, "/timeline {0} #resolution"),
            (16, "/incident set impact-ended 15:45"),
            (17, "/timeline {0} #verification"),
            (18, "/timeline {0} #resolution #verification"),
            (22, "/incident set root-cause {label}"),
            (26, "/incident set resolution + {0}"),
            (27, "/incident set resolution + {0}"),
            (28, "/incident set resolution + {0}"),
            (34, Improvement),
            (35, Improvement),
            (36, Improvement),
            (40, Task),
            (41, Task),
            (42, Task),
            (43, Task),
            (45, "/incident set closing {0}"),
            (46, "/incident attach pic2.png alt:\"simple flow diagram\" place:bottom")),
        new(
            "003",
            "2023-02-11T01:50:00Z",
            "/incident start {1} sev1 at:\"9:30 PM\" zone:EAT",
            "/incident close at:\"4:45 AM\"",
            (2, "/incident set summary {0}"),
            (3, "/incident set summary + {0}"),
            (4, "/incident set summary + {0}"),
            (6, "/incident set impact {0}"),
            (6, "/incident set affected approximately 100% of our users"),
            (8, "/incident set root-cause {0}"),
            (10, "/timeline {0} #detection"),
            (11, "/timeline {0} #investigation"),
            (12, "/timeline {0}"),
            (13, "/timeline {0} #finding"),
            (14, "/timeline {0} #mitigation"),
            (15, "/timeline {0} #finding"),
            (16, "/timeline {0} #mitigation"),
            (17, "/timeline {0} #resolution"),
            (19, "/timeline mark 3 #dead-end note:\"{0}\""),
            (21, "/escalate to:\"Devops team\" from:\"development team\" at:unknown {0}"),
            (23, "/incident set resolution {0}"),
            (26, Improvement),
            (27, Improvement),
            (28, Improvement),
            (29, Improvement),
            (31, Task),
            (32, Task),
            (33, Task)),
        new(
            "004",
            "2024-06-01T17:30:00Z",
            "/incident start {1} sev1 at:\"June 1, 2024, 14:30 UTC\" zone:UTC",
            "/incident close at:\"June 1, 2024, 17:00 UTC\"",
            (3, "/incident attach {url} alt:\"{alt}\" place:top"),
            (6, "/incident set summary {label}"),
            (8, "/incident set impact {label}"),
            (8, "/incident set affected 85% of users"),
            (10, "/incident set root-cause-summary {label}"),
            (14, "/timeline {0} #detection"),
            (15, "/timeline {0} #dead-end"),
            (16, "/timeline {0} #dead-end"),
            (17, "/timeline {0} #dead-end"),
            (18, "/escalate \"network operations team\" at:15:15 {text}"),
            (19, "/timeline {0} #finding"),
            (20, "/timeline {0} #dead-end"),
            (21, "/timeline {0} #finding #mitigation"),
            (22, "/timeline {0} #resolution"),
            (25, "/incident set root-cause {label}"),
            (27, "/incident set resolution {label}"),
            (30, "/incident attach {url} alt:\"{alt}\" place:measures"),
            (33, Improvement),
            (34, Improvement),
            (35, Improvement),
            (38, Task),
            (39, Task),
            (40, Task),
            (41, Task),
            (42, Task),
            (43, Task),
            (45, "/incident set closing {0}")),
    ];

    private const string Improvement = "/incident action improvement {0}";
    private const string Task = "/incident action add {0}";

    /// <summary>Whether the documents lie where they should.</summary>
    public bool IsThere => Lines is not null;

    private string[]? Lines => _lines ??= Shared.Lines("seeds", File);

    /// <summary>What somebody types, as a transcript.</summary>
    public IEnumerable<string> Transcript()
    {
        yield return At(Regex.Replace(Start, @"\{(\d+)\}", found => Plain(Lines![int.Parse(found.Groups[1].Value) - 1])));
        foreach (var (line, typed) in Rows) yield return At(Fill(typed, Lines![line - 1]));
        yield return At(Close);
    }

    /// <summary>The sentences that must survive: each line that was typed, without its markup, label or bullet.</summary>
    public IEnumerable<string> Facts() =>
        Rows.Where(row => row.Typed.Contains('{')).Select(row =>
        {
            var line = Lines![row.Line - 1];
            if (row.Typed.Contains("{label}")) return Label().Replace(Plain(line), "");
            if (row.Typed.Contains("{url}")) return Picture().Match(line).Groups[2].Value;
            return row.Typed.StartsWith("/timeline {0}") || row.Typed.Contains("{text}") ? Row().Replace(Plain(line), "") : Plain(line);
        });

    private string At(string input) => $"{Clock} @amina {input}";

    private static string Fill(string typed, string line) => typed
        .Replace("{0}", Plain(line))
        .Replace("{label}", Label().Replace(Plain(line), ""))
        .Replace("{text}", Row().Replace(Plain(line), ""))
        .Replace("{url}", Picture().Match(line).Groups[2].Value)
        .Replace("{alt}", Picture().Match(line).Groups[1].Value);

    // A person types words, not Markdown; odd spacing inside a line stays.
    private static string Plain(string line) => Bullet().Replace(line.Replace("**", ""), "").Trim();

    [GeneratedRegex(@"^\s*(#+ |- |-(?=\w)|\d\. )\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[A-Z][A-Za-z ]+: ")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\d{1,2}:\d\d( [AP]M)?( UTC)?\s*(:|-|—)\s*")]
    private static partial Regex Row();

    [GeneratedRegex(@"!\[(.*)\]\((.*)\)")]
    private static partial Regex Picture();
}
