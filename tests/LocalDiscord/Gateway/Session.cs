using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.Gateway;

/// <summary>What survives a connection: the sequence, and every dispatch for those who come back.</summary>
internal sealed class Session(string id, int intents)
{
    private readonly List<JsonObject> _sent = [];

    public string Id { get; } = id;

    public int Intents { get; } = intents;

    public Connection? Connection { get; set; }

    public DateTimeOffset? LostAt { get; set; }

    public int Sequence => _sent.Count;

    /// <summary>Numbers a dispatch, keeps it, and sends it where somebody listens.</summary>
    public void Dispatch(string type, JsonNode? data, int copies = 1)
    {
        var frame = new JsonObject { ["t"] = type, ["s"] = _sent.Count + 1, ["op"] = 0 };
        if (data is not null) frame["d"] = data;
        _sent.Add(frame);
        for (var i = 0; i < copies; i++) Connection?.Send((JsonObject)frame.DeepClone());
    }

    public void Replay(int after)
    {
        foreach (var frame in _sent.Skip(after)) Connection?.Send((JsonObject)frame.DeepClone());
    }
}
