using Sitrep.Incidents;

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
    [InlineData("alertness of the crew is low")]
    [InlineData("undetected so far")]
    [InlineData("prepaged cache looks fine")]
    public void Only_whole_words_count(string text) => Assert.Equal(EntryKind.Investigation, KindGuess.Of(text));
}
