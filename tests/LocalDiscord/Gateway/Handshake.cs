using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Specs;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Gateway;

/// <summary>What the client may say and when: IDENTIFY or RESUME first, heartbeats always. Source: Discord's events/gateway.</summary>
internal sealed class Handshake(Connection connection, World world)
{
    public void Greet()
    {
        var query = new Uri(connection.Url).Query;
        if (!query.TrimStart('?').Split('&').Contains("v=10")) connection.Close(CloseCode.InvalidVersion);
        else connection.Send(Frame(10, new JsonObject { ["heartbeat_interval"] = (int)world.Options.HeartbeatInterval.TotalMilliseconds }));
    }

    public void Take(JsonObject frame)
    {
        var code = frame["op"] is JsonValue op && op.TryGetValue<int>(out var number) ? number : -1;
        var broken = Schemas.SentFrame(frame, code);
        foreach (var violation in broken) world.Ledger.AddViolation($"gateway op {code}: {violation}");
        if (code is not (1 or 2 or 3 or 4 or 6 or 8 or 31 or 43)) connection.Close(CloseCode.UnknownOpcode);
        else if (broken.Count > 0) connection.Close(CloseCode.DecodeError);
        else if (code == 1) Beat();
        else if (code == 2) Identify(frame.Part("d") ?? []);
        else if (code == 6) Resume(frame.Part("d") ?? []);
        else if (connection.Session is null) connection.Close(CloseCode.NotAuthenticated);
    }

    private static JsonObject Frame(int op, JsonNode? data = null)
    {
        var frame = new JsonObject { ["t"] = null, ["s"] = null, ["op"] = op };
        if (data is not null) frame["d"] = data;
        return frame;
    }

    private void Beat()
    {
        connection.LastHeartbeat = world.Now;
        if (!world.Sessions.Faults.WithholdsAcks) connection.Send(Frame(11));
    }

    private void Identify(JsonObject data)
    {
        if (connection.Session is not null)
        {
            connection.Close(CloseCode.AlreadyAuthenticated);
            return;
        }

        if (Objection(data) is { } objection)
        {
            connection.Close(objection);
            return;
        }

        switch (world.Sessions.CountIdentify())
        {
            case null:
                connection.Send(Frame(9, false));
                break;
            case false:
                // Discord ends every session and resets the token; the owner gets a mail.
                world.Token = null;
                world.Sessions.EndAll();
                connection.Close(CloseCode.AuthenticationFailed);
                break;
            default:
                world.Sessions.Begin(connection, (int)data.Number("intents")!.Value);
                break;
        }
    }

    private CloseCode? Objection(JsonObject data)
    {
        if (world.Token is null || data.Text("token") != world.Token) return CloseCode.AuthenticationFailed;
        if (data.Part("properties") is null || data.Number("intents") is not { } intents) return CloseCode.DecodeError;
        if (data.List("shard") is { } shard && (shard.Count != 2 || shard[0]?.ToString() != "0" || shard[1]?.ToString() != "1"))
            return CloseCode.InvalidShard;
        if (intents < 0 || (intents & ~(long)Intents.Known) != 0) return CloseCode.InvalidIntents;
        return (intents & Intents.Privileged & ~world.Options.PrivilegedIntents) != 0 ? CloseCode.DisallowedIntents : null;
    }

    private void Resume(JsonObject data)
    {
        if (connection.Session is not null)
            connection.Close(CloseCode.AlreadyAuthenticated);
        else if (world.Token is null || data.Text("token") != world.Token)
            connection.Close(CloseCode.AuthenticationFailed);
        else if (world.Sessions.Faults.TakeRefusedResume() || world.Sessions.Find(data.Text("session_id")) is not { } session)
            connection.Send(Frame(9, false));
        else if (data.Number("seq") is not { } sequence || sequence < 0 || sequence > session.Sequence)
        {
            world.Sessions.End(session);
            connection.Close(CloseCode.InvalidSequence);
        }
        else
        {
            // The newer connection takes over; the older one hears nothing more.
            session.Connection = connection;
            session.LostAt = null;
            connection.Session = session;
            session.Replay((int)sequence);
            session.Dispatch("RESUMED", data: null);
        }
    }
}
