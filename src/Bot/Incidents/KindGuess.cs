using System.Text;

namespace Sitrep.Incidents;

/// <summary>
/// Guesses what an entry was from its words. A guess is shown as one and easily changed, so it is plain: the first
/// row with a phrase in the sentence wins, whole words only.
/// </summary>
internal static class KindGuess
{
    // The order decides where a sentence says two things: "Rolled back, but the issue persisted" is a dead end, "The
    // rollback restored normal operation" the resolution, "Verified: no errors detected" a check and not a detection.
    private static readonly (EntryKind Kind, string[] Phrases)[] _rows =
    [
        (EntryKind.Verification, ["verified that", "verified the", "verified all"]),
        (EntryKind.Detection, ["detected", "alert", "alerts", "alerted", "alerting", "alarm", "alarms"]),
        (
            EntryKind.DeadEnd,
            [
                "no abnormalities",
                "no anomalies",
                "no anomaly",
                "nothing abnormal",
                "nothing unusual",
                "misleading",
                "issue persisted",
                "issue persists",
                "problem persisted",
                "problem persists",
                "errors persisted",
                "errors persist",
                "ruled out",
                "red herring",
                "dead end",
                "wrong track",
                "not the cause",
                "did not help",
                "didn t help",
            ]),
        (EntryKind.Escalation, ["escalated", "escalating", "escalation", "paged", "paging", "called in", "pulled in", "brought in"]),
        (EntryKind.Finding, ["root cause", "identified", "discovered", "cause found", "found the cause", "caused by", "pinpointed"]),
        (
            EntryKind.Resolution,
            [
                "resolved",
                "resolution",
                "back online",
                "back up",
                "fully operational",
                "systems operational",
                "fully restored",
                "service restored",
                "services restored",
                "traffic restored",
                "was restored",
                "were restored",
                "restored normal",
                "recovered",
                "back to normal",
                "returned to normal",
                "came back",
            ]),
        (
            EntryKind.Mitigation,
            [
                "rolled back",
                "rolling back",
                "roll back",
                "rollback",
                "reverted",
                "reverting",
                "revert",
                "restarted",
                "restarting",
                "rebooted",
                "deployed the fix",
                "deployed a fix",
                "fix deployed",
                "deployed",
                "hotfix",
                "patched",
                "corrected",
                "failover",
                "failed over",
                "failing over",
                "scaled up",
                "scaled out",
                "drained",
                "recover",
                "recovering",
                "workaround",
                "mitigated",
                "disabled",
                "switched to",
            ]),
        (
            EntryKind.Communication,
            [
                "complaint",
                "complaints",
                "complained",
                "user reports",
                "users report",
                "users reported",
                "customer",
                "customers",
                "status page",
                "social media",
                "posted",
                "announced",
                "notified",
            ]),
        (
            EntryKind.Verification,
            ["verified", "confirmed normal", "monitoring confirmed", "monitoring confirms", "checks confirmed", "tests passed"]),
    ];

    /// <summary>The likeliest kind; a look at a possible cause where no phrase says otherwise.</summary>
    public static EntryKind Of(string text)
    {
        var words = Words(text);
        foreach (var (kind, phrases) in _rows)
        {
            foreach (var phrase in phrases)
            {
                if (words.Contains($" {phrase} ", StringComparison.Ordinal)) return kind;
            }
        }

        return EntryKind.Investigation;
    }

    /// <summary>The words in lower case, each with one space on both sides.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) words.Append(char.ToLowerInvariant(c));
            else if (words[^1] != ' ') words.Append(' ');
        }

        return words.Append(' ').ToString();
    }
}
