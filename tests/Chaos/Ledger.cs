using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sitrep.Chaos;

/// <summary>
/// A chat platform that misbehaves and writes down everything it accepted: the oracle for "lost" and "twice". It is no
/// help to its callers: a request repeated is a message repeated.
/// </summary>
internal sealed class Ledger : IAsyncDisposable
{
    private readonly ConcurrentQueue<Accepted> _accepted = new();
    private readonly ConcurrentDictionary<string, long> _closedUntil = new();
    private readonly Random _random;
    private readonly WebApplication _app;
    private int _violations;
    private int _faults;

    private Ledger(int seed)
    {
        _random = new(seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/effects/{id}", TakeAsync);
        _app.MapGet("/effects/{id}", FindAsync);
    }

    /// <summary>Whether it misbehaves; off for the end, when everything must arrive.</summary>
    public bool Misbehaves { get; set; } = true;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>What was accepted, in order.</summary>
    public IReadOnlyCollection<Accepted> Accepted => _accepted;

    /// <summary>Calls that came before the time that Retry-After had named.</summary>
    public int Violations => _violations;

    /// <summary>Faults dealt out.</summary>
    public int Faults => _faults;

    public static async Task<Ledger> StartAsync(int seed)
    {
        var ledger = new Ledger(seed);
        await ledger._app.StartAsync();
        return ledger;
    }

    /// <summary>A process that was killed cannot know how long it was asked to wait.</summary>
    public void ForgetWaits() => _closedUntil.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var (id, kind) = ((string)context.Request.RouteValues["id"]!, context.Request.Query["kind"].ToString());
        var channel = context.Request.Query["channel"].ToString();
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        if (_closedUntil.TryGetValue(channel, out var until) && Environment.TickCount64 < until) Interlocked.Increment(ref _violations);
        var fault = Fault();
        switch (fault)
        {
            case "429":
                // One second is the shortest that the header can name.
                _closedUntil[channel] = Environment.TickCount64 + 1_000;
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return;
            case "500":
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case "cut-before":
                context.Abort();
                return;
        }

        _accepted.Enqueue(new(long.Parse(id, CultureInfo.InvariantCulture), kind, channel, text));
        if (fault == "cut-after")
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsync("m" + id);
    }

    private Task FindAsync(HttpContext context)
    {
        var id = long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        context.Response.StatusCode = _accepted.Any(accepted => accepted.Id == id)
            ? StatusCodes.Status200OK
            : StatusCodes.Status404NotFound;
        return context.Response.WriteAsync("m" + id.ToString(CultureInfo.InvariantCulture));
    }

    private string Fault()
    {
        if (!Misbehaves) return "";
        lock (_random)
        {
            var fault = _random.Next(100) switch { < 2 => "429", < 6 => "500", < 9 => "cut-before", < 13 => "cut-after", _ => "" };
            if (fault.Length > 0) _faults++;
            return fault;
        }
    }
}

/// <summary>Something the platform accepted.</summary>
/// <param name="Id">The outbox row.</param>
/// <param name="Kind">The kind of effect.</param>
/// <param name="Channel">Where.</param>
/// <param name="Text">What it said.</param>
internal sealed record Accepted(long Id, string Kind, string Channel, string Text);
