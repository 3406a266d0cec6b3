using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sitrep.Chat.Events;
using Sitrep.Commands.Grammar;

namespace Sitrep.Occurrences.Instrumentation;

/// <summary>
/// What can be seen of the commands: how many there were, how they ended, how long each waited for a true answer, and a
/// span each. Never what was typed: a label or attribute is one of the bot's own words.
/// </summary>
internal sealed class CommandInstrumentation
{
    private readonly Counter<long> _commands;
    private readonly Histogram<double> _seconds;
    private readonly ILogger<CommandInstrumentation> _log;

    /// <summary>Makes the instruments.</summary>
    public CommandInstrumentation(IMeterFactory meters, ILogger<CommandInstrumentation> log)
    {
        _log = log;
        var meter = meters.Create(Telemetry.Name);
        _commands = meter.CreateCounter<long>(
            "sitrep.commands",
            null,
            "Commands by platform and result: done, refused, asked (a form was shown), repeated, not_saved, failed.");
        _seconds = meter.CreateHistogram(
            "sitrep.answer.duration",
            "s",
            "From a command's arrival to its committed answer.",
            null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
            });
    }

    /// <summary>A command arrived.</summary>
    internal CommandActivity Begin(ChatEvent chatEvent, ParsedInput typed) =>
        new(this, chatEvent.Channel.Platform, typed is KnownCommand known ? known.Command.Name : "unknown");

    /// <summary>A step of the command that runs here; null where nobody traces.</summary>
    internal static Activity? Step(string name) => Telemetry.Traces.StartActivity(name);

    internal void Ended(string command, string platform, string result, TimeSpan took)
    {
        _commands.Add(1, new("command", command), new("platform", platform), new("result", result));
        _seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("platform", platform));
        if (_log.IsEnabled(LogLevel.Debug))
            _log.LogDebug(
                "{Command} on {Platform}: {Result} in {Milliseconds} ms",
                command,
                platform,
                result,
                Math.Round(took.TotalMilliseconds, 3));
    }
}
