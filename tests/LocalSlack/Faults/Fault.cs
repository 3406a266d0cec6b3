namespace Sitrep.LocalSlack.Faults;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>HTTP 429 with Retry-After; nothing happens.</summary>
    RateLimited,

    /// <summary>A status such as 503; nothing happens.</summary>
    ServerError,

    /// <summary>HTTP 200 with an error code; nothing happens.</summary>
    Refusal,

    /// <summary>The call takes effect and is answered with an error code, as <c>fatal_error</c> may be.</summary>
    AcceptThenRefusal,

    /// <summary>The connection breaks before anything happens.</summary>
    CutBefore,

    /// <summary>The call takes effect and the connection breaks before the answer.</summary>
    AcceptThenCut,

    /// <summary>The answer comes late.</summary>
    Delay,

    /// <summary>The call takes effect and is never answered.</summary>
    AcceptThenHang,
}

/// <summary>A scripted fault.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Method">A method's name; <c>*</c> for all.</param>
/// <param name="Times">How many calls meet it; null without end.</param>
/// <param name="Probability">Of a matching call meeting it, 0 to 1.</param>
/// <param name="Wait">Retry-After, or how late the answer is.</param>
/// <param name="Status">The status of a server error.</param>
/// <param name="Error">The code of a refusal.</param>
/// <param name="Skip">How many matching calls go through before the first that meets it.</param>
public sealed record Fault(
    FaultKind Kind,
    string Method = "*",
    int? Times = 1,
    double Probability = 1,
    TimeSpan Wait = default,
    int Status = 503,
    string Error = "internal_error",
    int Skip = 0);
