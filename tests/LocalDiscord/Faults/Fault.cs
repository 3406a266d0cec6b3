using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalDiscord.Limits;
using Sitrep.LocalDiscord.Rest;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>429 with Discord's JSON.</summary>
    RateLimited,

    /// <summary>429 from the edge: HTML, and <c>Retry-After</c> alone.</summary>
    EdgeRateLimited,

    /// <summary>An answer with <see cref="Fault.Status"/> and HTML, and nothing done.</summary>
    ServerError,

    /// <summary>The line is cut before anything is done.</summary>
    CutBefore,

    /// <summary>It is done, and the line is cut before the answer.</summary>
    AcceptThenCut,

    /// <summary>It is done, and no answer comes until the client goes.</summary>
    AcceptThenHang,

    /// <summary>It is done and answered, late.</summary>
    Delay,
}

/// <summary>One fault, for the requests that it fits.</summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>Any method when null.</summary>
    public string? Method { get; init; }

    /// <summary>A route's template or the start of a path, below <c>/api/v10</c>; any when null.</summary>
    public string? Path { get; init; }

    /// <summary>How often it strikes; null for as long as it stands.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many that fit go through before the first that it strikes.</summary>
    public int Skip { get; init; }

    /// <summary>Of the requests that fit, this share (0 to 1) is struck.</summary>
    public double Probability { get; init; } = 1;

    public int Status { get; init; } = 503;

    /// <summary>Seconds in a 429, or the length of a delay.</summary>
    public double Seconds { get; init; } = 1;

    /// <summary>Of a 429: <c>user</c>, <c>global</c> or <c>shared</c>.</summary>
    public string Scope { get; init; } = "user";

    internal bool Fits(string method, string path, string? template) =>
        (Method is null || Method == method) && (Path is null || Path == template || path.StartsWith(Path, StringComparison.Ordinal));

    /// <summary>The answer that stands in for the real one; null where the request goes through.</summary>
    internal RestAnswer? Instead(HttpContext http, RateLimits limits)
    {
        switch (Kind)
        {
            case FaultKind.RateLimited:
                return limits.Refuse(http.Response, TimeSpan.FromSeconds(Seconds), Scope);
            case FaultKind.EdgeRateLimited:
                http.Response.Headers.RetryAfter = Math.Ceiling(Seconds).ToString("F0");
                limits.Count(429);
                return new(429, JsonValue.Create("<html><body>error code: 1015</body></html>"));
            case FaultKind.ServerError:
                return new(Status, JsonValue.Create($"<html><body>{Status}</body></html>"));
            default:
                return null;
        }
    }

    internal async Task<bool> GoesOnAsync(HttpContext http, World world)
    {
        switch (Kind)
        {
            case FaultKind.AcceptThenCut:
                http.Abort();
                return false;
            case FaultKind.AcceptThenHang:
                await Task.WhenAny(Task.Delay(Timeout.Infinite, http.RequestAborted), world.Stopping.Task);
                http.Abort();
                return false;
            case FaultKind.Delay:
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(Seconds), http.RequestAborted), world.Stopping.Task);
                return true;
            default:
                return true;
        }
    }
}
