using Sitrep.Chat.Slack.Api;

namespace Sitrep.Chat.Slack.Sockets;

/// <summary>
/// Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode): no public address is needed. A new socket is open
/// before the old one goes; one that fails is tried again, ever more slowly and never all at once.
/// </summary>
internal sealed class SocketMode(SlackApi api, EnvelopeReceiver receiver, SlackOptions options, TimeProvider clock, ILogger<SocketMode> log)
    : BackgroundService
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _shortestLife = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(30);

    // As many failures as make the wait the longest.
    private const int Slow = 6;
    private int _open;

    /// <summary>How many sockets have said hello and live.</summary>
    public int Open => Volatile.Read(ref _open);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Sockets).Select(_ => KeepOneAsync(stoppingToken)));

    private async Task KeepOneAsync(CancellationToken stopping)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            var asked = TimeSpan.Zero;
            try
            {
                var connection = await SocketConnection.OpenAsync(api, receiver, options, clock, log, stopping);
                var opened = clock.GetTimestamp();
                var end = await LiveAsync(connection, stopping);
                var lived = clock.GetElapsedTime(opened) > _shortestLife;
                // A socket that Slack replaces right after it opened is no reason to reconnect at once.
                if (lived) failures = 0;
                if (end is Ended.Replaced && lived) continue;
                failures = end is Ended.TurnedAway ? Slow : failures + 1;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (PlatformRefusalException refusal)
            {
                // Too many sockets, Socket Mode off, a token that somebody must mend: nobody storms the door.
                failures = Slow;
                asked = refusal.RetryAfter ?? (refusal.Permanent ? _betweenTries : TimeSpan.Zero);
                log.LogWarning("Slack opens no socket: {Problem}", refusal.Message);
            }
            catch (Exception problem)
                when (problem
                        is HttpRequestException
                            or IOException
                            or TimeoutException
                            or System.Net.WebSockets.WebSocketException
                            or OperationCanceledException)
            {
                failures++;
                log.LogWarning("No socket to Slack: {Problem}", problem.Message);
            }

            await Task.Delay(asked > TimeSpan.Zero ? asked : Backoff.After(failures, _longestWait), clock, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Ended> LiveAsync(SocketConnection connection, CancellationToken stopping)
    {
        Interlocked.Increment(ref _open);
        var reading = connection.ReadAsync(stopping);
        await Task.WhenAny(reading, connection.WantsReplacement);
        if (reading.IsCompleted)
        {
            Interlocked.Decrement(ref _open);
            await connection.DisposeAsync();
            return await reading;
        }

        // It still delivers: it is read until Slack closes it, while the next one opens.
        _ = RetireAsync(connection, reading);
        return Ended.Replaced;
    }

    private async Task RetireAsync(SocketConnection connection, Task<Ended> reading)
    {
        try
        {
            await reading.WaitAsync(_grace, clock);
        }
        catch (TimeoutException)
        {
            // It was given the time that Slack announces.
        }

        Interlocked.Decrement(ref _open);
        await connection.DisposeAsync();
    }
}

/// <summary>How a socket ended.</summary>
internal enum Ended
{
    /// <summary>It broke, or was closed without a word.</summary>
    Broken,

    /// <summary>Slack announced its end, and the next one may open at once.</summary>
    Replaced,

    /// <summary>Slack wants no socket now: there are too many, or Socket Mode is off.</summary>
    TurnedAway,
}
