using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Gateway;

/// <summary>Makes the gateway misbehave in the ways that Discord's does.</summary>
public sealed class GatewayTrouble
{
    private readonly World _world;

    internal GatewayTrouble(World world) => _world = world;

    /// <summary>Clients with a session.</summary>
    public int Live
    {
        get
        {
            lock (_world.Gate) return _world.Sessions.Live;
        }
    }

    /// <summary>Opcode 7: come back, and resume.</summary>
    public void AskToReconnect() => Each(connection => connection.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 7 }));

    /// <summary>Opcode 9; one that cannot be resumed is gone on this side too.</summary>
    public void Invalidate(bool resumable) => Each(connection =>
    {
        connection.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 9, ["d"] = resumable });
        if (connection.Session is not { } session) return;
        connection.Session = null;
        session.Connection = null;
        session.LostAt = _world.Now;
        if (!resumable) _world.Sessions.End(session);
    });

    /// <summary>Opcode 1: beat at once.</summary>
    public void AskForHeartbeat() => Each(connection => connection.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 1 }));

    /// <summary>Hangs up with a close code.</summary>
    public void Close(int code, string reason = "") => Each(connection => connection.Close(new(code, reason)));

    /// <summary>Cuts the line without a word.</summary>
    public void Cut() => Each(connection => connection.Cut());

    /// <summary>Open connections pass nothing more in either direction and stay open.</summary>
    public void Blackhole() => Each(connection => connection.IsBlackhole = true);

    /// <summary>Heartbeats are not answered any more, or again.</summary>
    public void WithholdAcks(bool withhold) => With(faults => faults.WithholdsAcks = withhold);

    /// <summary>So many new connections hear no HELLO.</summary>
    public void Silence(int connections) => With(faults => faults.SilentConnections = connections);

    /// <summary>So many dispatches arrive twice.</summary>
    public void Duplicate(int dispatches) => With(faults => faults.Duplicates = dispatches);

    /// <summary>So many RESUMEs are refused.</summary>
    public void RefuseResumes(int resumes) => With(faults => faults.RefusedResumes = resumes);

    private void With(Action<GatewayFaults> set)
    {
        lock (_world.Gate) set(_world.Sessions.Faults);
    }

    private void Each(Action<Connection> act)
    {
        lock (_world.Gate)
            foreach (var connection in _world.Sessions.Connections) act(connection);
    }
}
