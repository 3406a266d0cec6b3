using System.Text.Json;
using Sitrep.Configuration;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>One connection from HELLO to its end: identify or resume, beat, and hand on what happens.</summary>
internal sealed class GatewaySession(Connection connection, Session session, GatewayCalls calls, TimeProvider clock)
{
    private static readonly TimeSpan _hello = TimeSpan.FromSeconds(10);

    /// <summary>True once the gateway said READY or RESUMED: the connection works.</summary>
    public bool Worked { get; private set; }

    /// <summary>Talks until it ends.</summary>
    /// <returns>What to do next.</returns>
    public async Task<AfterClose> RunAsync(bool resuming, Secret token, int intents, CancellationToken cancellation)
    {
        if (await HelloAsync(cancellation) is not { } interval) return resuming ? AfterClose.Resume : AfterClose.Identify;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var heart = new Heartbeat(connection, session, clock);
        var beating = heart.RunAsync(interval, calls.Chance(), over.Token);
        try
        {
            if (resuming)
                await connection.SendAsync(
                    new ResumeFrame(new(token.Reveal(), session.Id!, session.Sequence!.Value)),
                    GatewayJson.Default.ResumeFrame,
                    cancellation);
            else
                await connection.SendAsync(
                    new IdentifyFrame(new(token.Reveal(), new("linux", "sitrep", "sitrep"), intents)),
                    GatewayJson.Default.IdentifyFrame,
                    cancellation);
            return await ListenAsync(heart, beating, cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await beating.ContinueWith(
                _ => { },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private async Task<TimeSpan?> HelloAsync(CancellationToken cancellation)
    {
        var first = connection.ReceiveAsync(cancellation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var late = Task.Delay(_hello, clock, over.Token);
        if (await Task.WhenAny(first, late) == late)
        {
            connection.Abort();
            return null;
        }

        await over.CancelAsync();
        return await first is { Op: Opcode.Hello } hello && hello.D.Whole("heartbeat_interval") is > 0 and var milliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }

    private async Task<AfterClose> ListenAsync(Heartbeat heart, Task<bool> beating, CancellationToken cancellation)
    {
        while (true)
        {
            var next = connection.ReceiveAsync(cancellation);
            if (await Task.WhenAny(next, beating) == beating && !cancellation.IsCancellationRequested)
            {
                await connection.CloseAsync(CloseCodes.Zombied);
                connection.Abort();
                return AfterClose.Resume;
            }

            if (await next is not { } frame)
            {
                if (connection.ClosedWith is { } code) calls.Closed(code);
                return CloseCodes.After(connection.ClosedWith);
            }

            switch (frame.Op)
            {
                case Opcode.Dispatch:
                    Dispatch(frame);
                    break;
                case Opcode.Heartbeat:
                    await heart.BeatAsync(cancellation);
                    break;
                case Opcode.HeartbeatAck:
                    heart.Answered();
                    break;
                case Opcode.Reconnect:
                    await connection.CloseAsync(CloseCodes.Zombied);
                    return AfterClose.Resume;
                case Opcode.InvalidSession:
                    await connection.CloseAsync(CloseCodes.Zombied);
                    await calls.WaitAsync(cancellation);
                    return frame.D.ValueKind == JsonValueKind.True ? AfterClose.Resume : AfterClose.Identify;
            }
        }
    }

    private void Dispatch(Frame frame)
    {
        switch (frame.T)
        {
            case "READY":
                if (frame.D.ValueKind != JsonValueKind.Object) throw new JsonException("READY without a session");
                session.Begin(frame.D.Deserialize(GatewayJson.Default.Ready)!);
                Worked = true;
                break;
            case "RESUMED":
                Worked = true;
                break;
        }

        if (frame is { T: not null, D.ValueKind: JsonValueKind.Object } || frame.T == "RESUMED") calls.Happened(frame.T!, frame.D);
        // Only now: what was not handed on is sent again after a resume.
        session.Saw(frame.S);
    }
}

/// <summary>The surroundings of a gateway session.</summary>
/// <param name="Chance">A number from 0 to 1.</param>
/// <param name="WaitAsync">Waits the one to five seconds that follow an invalid session.</param>
/// <param name="Happened">Takes a dispatch, and does not wait for what comes of it.</param>
/// <param name="Closed">Hears the code of a close.</param>
internal sealed record GatewayCalls(
    Func<double> Chance, Func<CancellationToken, Task> WaitAsync, Action<string, JsonElement> Happened, Action<int> Closed);
