using System.Globalization;
using System.Text;
using Sitrep.Chat.Web.Routes;
using Sitrep.Chat.Web.Tables;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Web.Live;

/// <summary>
/// <c>GET /api/chat/events</c>: what changes in any channel, as server-sent events. It starts with a <c>hello</c> that
/// carries the revision it starts from, and resumes behind <c>Last-Event-ID</c>; a reader too far behind is told to
/// <c>reload</c>.
/// </summary>
internal sealed class EventStream(
    LiveFeed feed,
    IStore store,
    WriteQueue writes,
    TimeProvider clock,
    IHostApplicationLifetime host)
{
    private const int MostMissed = 1000;
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Streams until the reader leaves or the bot stops.</summary>
    public async Task StreamAsync(HttpContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            var caller = RequestValues.Caller(context);
            if (caller.Person is { } reader) await MeetAsync(reader);
            using var subscription = feed.Subscribe(caller);
            var behind = await CatchUpAsync(context, subscription, ends.Token);
            await FollowAsync(context.Response.Body, subscription, behind, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader left, or the bot stops and the reader comes back to the next one.
        }
    }

    // Whoever reads under a name is known by it, and can be paged, before they have said a word.
    private async Task MeetAsync(Person reader)
    {
        using (var connection = store.Open())
            if (KnownNameRows.Knows(connection, reader)) return;
        try
        {
            await writes.RunAsync(transaction =>
            {
                KnownNameRows.Learn(transaction, reader);
                return 0;
            });
        }
        catch (Exception problem) when (problem is NotSavedException or StoreException)
        {
            // They are met when they come again.
        }
    }

    // Sends what the reader missed; the revision up to which it knows everything.
    private async Task<long> CatchUpAsync(HttpContext context, LiveSubscription subscription, CancellationToken ends)
    {
        var answer = new List<byte>();
        long known;
        using (var connection = store.Open())
        {
            var last = ChatLog.LastRevision(connection);
            known = Math.Clamp(Resumed(context) ?? last, 0, last);
            var missed = ChatLog.ChangedAfter(connection, known, MostMissed + 1);
            answer.AddRange(
                Encoding.ASCII.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"retry: 1000\nid: {known}\nevent: hello\ndata: {{}}\n\n")));
            if (missed.Count > MostMissed)
            {
                known = last;
                answer.AddRange(
                    Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {known}\nevent: reload\ndata: {{}}\n\n")));
                missed = [];
            }

            foreach (var live in missed.Select(row => LiveFeed.EventOf(connection, row)))
            {
                if (subscription.Sees(live)) answer.AddRange(live.Bytes);
                known = live.Revision;
            }
        }

        await context.Response.Body.WriteAsync(answer.ToArray(), ends);
        await context.Response.Body.FlushAsync(ends);
        return known;
    }

    private async Task FollowAsync(Stream body, LiveSubscription subscription, long known, CancellationToken ends)
    {
        using var heartbeats = new PeriodicTimer(_heartbeat, clock);
        Task<bool>? more = null, beat = null;
        while (true)
        {
            more ??= subscription.Waiting.WaitToReadAsync(ends).AsTask();
            beat ??= heartbeats.WaitForNextTickAsync(ends).AsTask();
            if (await Task.WhenAny(more, beat) == beat)
            {
                await beat;
                beat = null;
                await body.WriteAsync(": still here\n\n"u8.ToArray(), ends);
            }
            else
            {
                if (!await more) return;
                more = null;
                while (subscription.Waiting.TryRead(out var live))
                    if (live.Revision > known) await body.WriteAsync(live.Bytes, ends);
            }

            await body.FlushAsync(ends);
        }
    }

    private static long? Resumed(HttpContext context) =>
        RequestValues.Number(context.Request.Headers["Last-Event-ID"]) ?? RequestValues.Number(context.Request.Query["after"]);
}
