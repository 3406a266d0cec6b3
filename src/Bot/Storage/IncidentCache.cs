using System.Text.Json;
using Sitrep.Chat;
using Sitrep.Incidents;

namespace Sitrep.Storage;

/// <summary>
/// Incidents as the writer finds them. The row is read every time, its JSON is taken apart only where it differs from
/// what was read last, so that nothing here can be out of date.
/// </summary>
internal sealed class IncidentCache
{
    private const int Most = 1_000;
    private readonly Dictionary<string, Incident> _byJson = new(StringComparer.Ordinal);

    /// <summary>An incident by its id; null where there is none.</summary>
    public Incident? Find(StoreTransaction transaction, IncidentId id) =>
        Read(transaction.Text("select details from incidents where number = $1", id.Number));

    /// <summary>The incident that lives in a channel; null where none does.</summary>
    public Incident? In(StoreTransaction transaction, ChannelRef channel) =>
        In(transaction, channel.Platform, channel.Id)
        ?? (channel.Parent is { } parent ? In(transaction, channel.Platform, parent) : null);

    private Incident? In(StoreTransaction transaction, string platform, string id) =>
        Read(
            transaction.Text(
                "select details from incidents where platform = $1 and channel_id = $2 order by number desc limit 1",
                platform,
                id));

    private Incident? Read(string? json)
    {
        if (json is null) return null;
        if (_byJson.TryGetValue(json, out var known)) return known;
        if (_byJson.Count >= Most) _byJson.Clear();
        return _byJson[json] = JsonSerializer.Deserialize(json, StorageJson.Default.Incident)!;
    }
}
