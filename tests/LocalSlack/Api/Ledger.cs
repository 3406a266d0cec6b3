using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Api;

/// <summary>One call that reached the server.</summary>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Status">The HTTP status that was, or would have been, answered.</param>
/// <param name="Error">Slack's code; null when the call was accepted and took effect.</param>
/// <param name="Fault">The scripted fault it met, if any.</param>
/// <param name="Violations">Where its arguments break what Slack documents, where the documents lie beside the repository.</param>
public sealed record LedgerCall(
    DateTimeOffset At, string Method, JsonObject Arguments, int Status, string? Error, string? Fault, IReadOnlyList<string> Violations)
{
    public bool IsAccepted => Status == 200 && Error is null;
}

/// <summary>Every call in the order it came: the oracle for "lost" and "twice".</summary>
public sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<LedgerCall> _calls = [];

    /// <summary>All calls so far.</summary>
    public IReadOnlyList<LedgerCall> Calls
    {
        get { lock (_gate) return [.. _calls]; }
    }

    /// <summary>The calls of a method that took effect, whether or not the answer arrived.</summary>
    public IReadOnlyList<LedgerCall> Accepted(string method) => [.. Calls.Where(call => call.Method == method && call.IsAccepted)];

    internal void Add(LedgerCall call)
    {
        lock (_gate) _calls.Add(call);
    }
}
