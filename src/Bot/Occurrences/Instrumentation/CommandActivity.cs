using System.Diagnostics;
using Sitrep.Chat.Effects;

namespace Sitrep.Occurrences.Instrumentation;

/// <summary>One command being watched, from its arrival to its answer. Disposed without an answer, it failed.</summary>
internal sealed class CommandActivity : IDisposable
{
    private readonly CommandInstrumentation _watch;
    private readonly string _command;
    private readonly string _platform;
    private readonly long _since = Stopwatch.GetTimestamp();
    private readonly Activity? _outside;
    private readonly Activity? _span;
    private Activity? _commit;
    private string _result = "failed";

    public CommandActivity(CommandInstrumentation watch, string platform, string command)
    {
        _watch = watch;
        _platform = platform;
        _command = command;
        if (!Telemetry.Traces.HasListeners()) return;
        _outside = Activity.Current;
        // The host's own span is not exported; whoever called us from outside is the parent, or nobody.
        Activity.Current = null;
        _span = Telemetry.Traces.StartActivity(
            command, ActivityKind.Server, Caller(_outside), [new("sitrep.command", command), new("sitrep.platform", platform)]);
    }

    /// <summary>The writer's thread works on the command until the result is disposed; then the commit is what it waits for.</summary>
    public WriterSteps OnWriter()
    {
        if (_span is not null) Activity.Current = _span;
        return new(this);
    }

    /// <summary>It has an answer, and that is committed.</summary>
    public Reply Answered(Reply reply) => End(reply, reply switch
    {
        { Repeated: true } => "repeated",
        { Form: not null } => "asked",
        { Refused: true } => "refused",
        _ => "done",
    });

    /// <summary>It could not be written.</summary>
    public Reply NotSaved(Reply reply) => End(reply, "not_saved");

    public void Dispose()
    {
        _watch.Ended(_command, _platform, _result, Stopwatch.GetElapsedTime(_since));
        if (_span is null) return;
        _commit?.Dispose();
        _span.SetTag("sitrep.result", _result);
        if (_result is "failed" or "not_saved") _span.SetStatus(ActivityStatusCode.Error, _result);
        _span.Dispose();
        Activity.Current = _outside;
    }

    private Reply End(Reply reply, string result)
    {
        _result = result;
        return reply;
    }

    private void LeaveWriter()
    {
        if (_span is null) return;
        Activity.Current = _span;
        // A batch that somebody left is run again: then only its last commit counts.
        _commit?.Dispose();
        _commit = Telemetry.Traces.StartActivity("commit");
        Activity.Current = null;
    }

    // A parent that is no object of this process came in a request's traceparent header.
    private static ActivityContext Caller(Activity? outside) =>
        outside is { Parent: null } && ActivityContext.TryParse(outside.ParentId, outside.TraceStateString, isRemote: true, out var caller)
            ? caller
            : default;

    /// <summary>The part of the walk that the writer's thread does.</summary>
    public readonly ref struct WriterSteps(CommandActivity command) : IDisposable
    {
        public void Dispose() => command.LeaveWriter();
    }
}
