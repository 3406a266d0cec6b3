namespace Sitrep.Tests.Times;

/// <summary>Sentences as people write them into a timeline, beginning with numbers, days or words of the bot, none with a time.</summary>
internal static class PlainTextCorpus
{
    private static readonly string[] _counts =
        ["2", "3", "5", "8", "10", "12", "14", "17", "30", "40", "99", "100", "250", "404", "500", "503", "1200", "1405", "2359", "5000", "10000", "128000"];

    private static readonly string[] _things =
        ["pods", "nodes", "errors", "requests", "customers", "alerts", "retries", "hosts", "tickets", "users", "queries", "partitions"];

    private static readonly string[] _happenings =
        ["restarted", "again", "failed", "moved away", "are stuck", "timed out", "were drained", "recovered", "since the deploy", "dropped to 0"];

    private static readonly string[] _shares = ["0.5%", "1%", "30%", "99.9%", "100 %", "3/4", "1/2", "2x", "5x", "10x", "1.5 million", "2k", "p99", "v2.14.1", "1.10", "10.0.0.1", "5xx", "4xx"];
    private static readonly string[] _wholes = ["of traffic moved", "of users affected", "of the pool is down", "more load than usual", "errors on checkout", "released to canary"];
    private static readonly string[] _ordinals = ["1st", "2nd", "3rd", "4th", "10th"];
    private static readonly string[] _attempts = ["attempt failed", "rollback is running", "page went out", "replica promoted", "retry of the migration worked"];
    private static readonly string[] _lengths = ["10 minute", "2 hour", "5 min", "30 second", "1h", "3 day"];
    private static readonly string[] _spans = ["outage of checkout", "window for the rollback", "delay on the queue", "cache is too short", "timeout hit"];
    private static readonly string[] _days = ["Friday", "Monday", "Tuesday", "Weekend", "May", "March", "June", "August", "Sunday", "Sat"];
    private static readonly string[] _dayThings = ["deploy rolled back", "deploy is the cause", "release blocked", "jobs failed again", "peak reached", "backup restored"];

    private static readonly string[] _words =
        ["at", "now", "sev2", "private", "drill", "status", "resolved", "close", "from", "since", "after", "before", "until", "by", "to", "on", "last", "next", "this", "today", "tomorrow", "T", "in"];

    private static readonly string[] _tails =
        ["the api", "deploys are frozen", "users see errors", "the database is read-only", "hand we restart it", "vendor confirmed the fix", "team is looking"];

    /// <summary>All of them, in an order that never changes.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [
        .. from count in _counts from thing in _things from happening in _happenings select $"{count} {thing} {happening}",
        .. from share in _shares from whole in _wholes select $"{share} {whole}",
        .. from ordinal in _ordinals from attempt in _attempts select $"{ordinal} {attempt}",
        .. from length in _lengths from span in _spans select $"{length} {span}",
        .. from day in _days from thing in _dayThings select $"{day} {thing}",
        .. from word in _words from tail in _tails select $"{word} {tail}",
    ];
}
