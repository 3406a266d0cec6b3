using Microsoft.Data.Sqlite;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Chaos;

/// <summary>What a campaign came to. Every zero stands beside the count it was found in.</summary>
/// <param name="Name">The campaign.</param>
/// <param name="Kills">How often the process was killed.</param>
/// <param name="Acknowledged">Texts that were acknowledged.</param>
/// <param name="Lost">Of these, how many are not stored.</param>
/// <param name="StoredTwice">Of these, how many are stored more than once.</param>
/// <param name="Effects">Effects that the platform accepted.</param>
/// <param name="NotPosted">Stored entries that the platform never accepted.</param>
/// <param name="PostedTwice">Effects that the platform accepted more than once.</param>
/// <param name="Violations">Calls before the time that Retry-After had named.</param>
internal sealed record Verdict(
    string Name, int Kills, int Acknowledged, int Lost, int StoredTwice, int Effects, int NotPosted, int PostedTwice, int Violations)
{
    /// <summary>Whether every zero is one.</summary>
    public bool IsGood => Lost + StoredTwice + NotPosted + PostedTwice + Violations == 0 && Acknowledged > 0;

    /// <summary>Compares what was acknowledged with what is stored, and what is stored with what the platform accepted.</summary>
    public static Verdict Of(string name, int kills, string database, Ledger ledger, IReadOnlyDictionary<string, int> acknowledged)
    {
        using var connection = new SqliteStore($"Data Source={database}").Open();
        var stored = connection.Query<(long Incident, string Text)>("select incident, text from timeline_entries").ToList();
        var counts = stored.GroupBy(entry => entry.Text).ToDictionary(group => group.Key, group => group.Count());
        var accepted = ledger.Accepted.GroupBy(effect => effect.Id).ToDictionary(group => group.Key, group => group.Count());
        var waiting = connection.Query<long>("select id from outbox where state <> 'done'").ToHashSet();
        var effects = connection.Query<long>("select id from outbox").ToList();
        SqliteConnection.ClearAllPools();
        return new(
            name,
            kills,
            acknowledged.Count,
            acknowledged.Count(text => !counts.ContainsKey(text.Key)),
            counts.Count(text => text.Value > 1),
            ledger.Accepted.Count,
            effects.Count(id => waiting.Contains(id) || !accepted.ContainsKey(id)),
            accepted.Count(effect => effect.Value > 1),
            ledger.Violations);
    }

    public override string ToString() =>
        $"{Name}: {Kills} kills, {Acknowledged} acknowledged: {Lost} lost, {StoredTwice} stored twice; {Effects} effects accepted: {NotPosted} missing, {PostedTwice} posted twice, {Violations} before Retry-After";
}
