using Sitrep.Incidents;
using Sitrep.Incidents.Guesses;

namespace Sitrep.Tests.Incidents;

public sealed class KindGuessTests
{
    [Theory]
    [InlineData(EntryKind.Detection, "Alert: checkout is slow")]
    [InlineData(EntryKind.Detection, "spike in 500s DETECTED by the probes")]
    [InlineData(EntryKind.DeadEnd, "Looked at the database, no abnormalities")]
    [InlineData(EntryKind.DeadEnd, "DBA escalated; found no anomalies in the slow log")]
    [InlineData(EntryKind.DeadEnd, "Rollback done, but the issue persisted")]
    [InlineData(EntryKind.DeadEnd, "DNS ruled out")]
    [InlineData(EntryKind.Escalation, "Paged the network team")]
    [InlineData(EntryKind.Escalation, "Lena called in; she rolled back the change")]
    [InlineData(EntryKind.Finding, "It was discovered that all traffic went to one node")]
    [InlineData(EntryKind.Finding, "Identified the load balancer as the cause")]
    [InlineData(EntryKind.Mitigation, "rolled back api")]
    [InlineData(EntryKind.Mitigation, "restarted both pods")]
    [InlineData(EntryKind.Mitigation, "deployed the fix to eu-west")]
    [InlineData(EntryKind.Resolution, "Everything back online")]
    [InlineData(EntryKind.Resolution, "The rollback restored normal operation")]
    [InlineData(EntryKind.Communication, "Users report it on social media")]
    [InlineData(EntryKind.Communication, "Status page says degraded")]
    [InlineData(EntryKind.Verification, "Verified that no further errors were detected")]
    [InlineData(EntryKind.Verification, "Monitoring confirmed the drop")]
    [InlineData(EntryKind.Investigation, "Looking at the database")]
    [InlineData(EntryKind.Investigation, "")]
    [InlineData(EntryKind.Investigation, "\ud83d\ude31 \ud800")]
    public void A_sentence_says_what_it_was(EntryKind kind, string text) => Assert.Equal(kind, KindGuess.Of(text));

    [Theory]
    [InlineData("not mitigated")]
    [InlineData("Not yet mitigated, still looking")]
    [InlineData("no cause found yet")]
    [InlineData("No root cause identified so far")]
    [InlineData("root cause still unknown")]
    [InlineData("Root cause is not known")]
    [InlineData("Still looking for the root cause")]
    [InlineData("We have not identified what broke")]
    [InlineData("failed to roll back")]
    [InlineData("Failed to restart the api, retrying")]
    [InlineData("unable to fail over: rollback refused")]
    [InlineData("The rollback failed")]
    [InlineData("rollback of the api failed with a timeout")]
    [InlineData("Rollback aborted")]
    [InlineData("failover is not possible")]
    [InlineData("We can't roll back")]
    [InlineData("could not be resolved")]
    [InlineData("Issue is not resolved")]
    [InlineData("isn't resolved, hasn't recovered")]
    [InlineData("Service has not recovered")]
    [InlineData("still not back to normal")]
    [InlineData("nothing was rolled back")]
    [InlineData("nobody has been paged")]
    [InlineData("DBA not paged yet")]
    [InlineData("no alerts fired")]
    [InlineData("It was not detected by monitoring")]
    [InlineData("Should we roll back?")]
    [InlineData("rolled back?")]
    [InlineData("Planning to roll back at 15:00")]
    [InlineData("waiting for the fix to be deployed")]
    [InlineData("if it gets worse we will fail over, rollback is planned")]
    [InlineData("Cannot be ruled out")]
    [InlineData("going to page the network team")]
    [InlineData("trying to revert")]
    [InlineData("mitigation pending, workaround not found")]
    [InlineData("silenced the alert")]
    [InlineData("hotfix is not deployed")]
    [InlineData("The cause was never pinpointed")]
    public void What_did_not_happen_is_no_phase(string text) => Assert.Equal(EntryKind.Investigation, KindGuess.Of(text));

    [Theory]
    [InlineData(EntryKind.Mitigation, "No traffic on eu-1, rolled back")]
    [InlineData(EntryKind.Mitigation, "Not sure why; restarted the api")]
    [InlineData(EntryKind.Mitigation, "restarted failed pods")]
    [InlineData(EntryKind.Mitigation, "Failed deploy was rolled back")]
    [InlineData(EntryKind.Mitigation, "rolled back after failing to restart")]
    [InlineData(EntryKind.Mitigation, "failed over to eu-2")]
    [InlineData(EntryKind.Mitigation, "partially recovered")]
    [InlineData(EntryKind.DeadEnd, "Restarted the api but it did not help")]
    [InlineData(EntryKind.DeadEnd, "The rollback had no effect")]
    [InlineData(EntryKind.Resolution, "Alerts cleared")]
    [InlineData(EntryKind.Finding, "Found it: root cause is the new config")]
    [InlineData(EntryKind.Escalation, "Could not reach ana, paged li")]
    public void What_another_clause_denies_happened_all_the_same(EntryKind kind, string text) => Assert.Equal(kind, KindGuess.Of(text));

    [Theory]
    [InlineData("error rate at 38 %")]
    [InlineData("checkout returns 500s")]
    [InlineData("p99 over 2 s")]
    [InlineData("Users cannot log in")]
    [InlineData("Latency spike on api")]
    [InlineData("5xx on /pay")]
    [InlineData("site is not responding")]
    [InlineData("queue growing fast")]
    public void A_symptom_that_comes_first_was_noticed(string text)
    {
        Assert.Equal(EntryKind.Detection, KindGuess.Of(text, isFirst: true));
        Assert.Equal(EntryKind.Investigation, KindGuess.Of(text));
    }

    [Theory]
    [InlineData("Looking at the error rate")]
    [InlineData("no errors in the log")]
    [InlineData("error rate is normal")]
    [InlineData("joined the call")]
    [InlineData("is the api down?")]
    public void What_comes_first_and_is_no_symptom_was_not(string text) =>
        Assert.Equal(EntryKind.Investigation, KindGuess.Of(text, isFirst: true));

    [Theory]
    [InlineData("alertness of the crew is low")]
    [InlineData("undetected so far")]
    [InlineData("prepaged cache looks fine")]
    public void Only_whole_words_count(string text) => Assert.Equal(EntryKind.Investigation, KindGuess.Of(text));
}
