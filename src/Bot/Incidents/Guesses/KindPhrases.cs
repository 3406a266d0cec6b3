namespace Sitrep.Incidents.Guesses;

/// <summary>The phrases by which a sentence tells what it was.</summary>
internal static class KindPhrases
{
    // The order decides where a sentence says two things: "Rolled back, but the issue persisted" is a dead end, "The
    // rollback restored normal operation" the resolution, "Verified: no errors detected" a check and not a detection.
    public static IReadOnlyList<(EntryKind Kind, string[] Phrases)> Rows { get; } =
    [
        (
            EntryKind.Resolution,
            ["alert resolved", "alerts resolved", "alert cleared", "alerts cleared", "alarm cleared", "alarms cleared", "alerts stopped"]),
        (EntryKind.Verification, ["verified that", "verified the", "verified all"]),
        (EntryKind.Detection, ["detected", "alert", "alerts", "alerted", "alerting", "alarm", "alarms"]),
        (
            EntryKind.DeadEnd,
            [
                "no abnormalities", "no anomalies", "no anomaly", "nothing abnormal", "nothing unusual", "misleading",
                "issue persisted", "issue persists", "problem persisted", "problem persists", "errors persisted",
                "errors persist", "ruled out", "red herring", "dead end", "wrong track", "not the cause", "did not help",
                "didn t help", "did not work", "didn t work", "did not fix", "didn t fix", "did not resolve", "didn t resolve",
                "did not solve", "no effect", "no improvement", "made no difference", "to no avail", "in vain", "without success",
                "turned out fine", "false lead",
            ]),
        (EntryKind.Escalation, ["escalated", "escalating", "escalation", "paged", "paging", "called in", "pulled in", "brought in"]),
        (
            EntryKind.Finding,
            ["root cause", "found it", "identified", "discovered", "cause found", "found the cause", "caused by", "pinpointed"]),
        (
            EntryKind.Resolution,
            [
                "resolved", "resolution", "back online", "back up", "fully operational", "systems operational",
                "fully restored", "service restored", "services restored", "traffic restored", "was restored", "were restored",
                "restored normal", "recovered", "back to normal", "returned to normal", "came back",
            ]),
        (
            EntryKind.Mitigation,
            [
                "rolled back", "rolling back", "roll back", "rollback", "reverted", "reverting", "revert", "restarted",
                "restarting", "rebooted", "deployed the fix", "deployed a fix", "fix deployed", "deployed", "hotfix", "patched",
                "corrected", "failover", "failed over", "failing over", "scaled up", "scaled out", "drained", "recover",
                "recovering", "workaround", "mitigated", "disabled", "switched to", "partially recovered", "partly recovered",
                "partially restored", "partly restored",
            ]),
        (
            EntryKind.Communication,
            [
                "complaint", "complaints", "complained", "user reports", "users report", "users reported", "customer",
                "customers", "status page", "social media", "posted", "announced", "notified",
            ]),
        (
            EntryKind.Verification,
            ["verified", "confirmed normal", "monitoring confirmed", "monitoring confirms", "checks confirmed", "tests passed"]),
    ];
}
