using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.InteropServices;
using Sitrep.Storage;

namespace Sitrep.Http.Metrics;

/// <summary>The process itself, under the names that Prometheus' own clients use, and which build it is.</summary>
internal sealed class ProcessGauges
{
    private const string OpenFiles = "/proc/self/fd";

    /// <summary>Makes the gauges; they are read when somebody asks.</summary>
    public ProcessGauges(IMeterFactory meters, IStore store)
    {
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableCounter(
            "process.cpu",
            () => Environment.CpuUsage.TotalTime.TotalSeconds,
            "s",
            "User and system CPU time spent.");
        meter.CreateObservableGauge("process.resident_memory", () => Environment.WorkingSet, "By", "Resident memory.");
        meter.CreateObservableGauge("process.start_time", StartedAt, "s", "When the process started, since the Unix epoch.");
        if (Directory.Exists(OpenFiles))
            meter.CreateObservableGauge(
                "process.open_fds",
                () => Directory.GetFileSystemEntries(OpenFiles).Length,
                null,
                "Open file descriptors.");
        meter.CreateObservableGauge("dotnet.gc.heap", () => GC.GetTotalMemory(forceFullCollection: false), "By", "Managed memory in use.");
        meter.CreateObservableCounter("dotnet.gc.collections", Collections, null, "Garbage collections by generation.");
        meter.CreateObservableGauge(
            "dotnet.threadpool.queue_length",
            () => ThreadPool.PendingWorkItemCount,
            null,
            "Work that waits for a thread.");
        meter.CreateObservableGauge(
            "sitrep.build_info",
            () => Build(store),
            null,
            "Always 1; the labels say which bot, runtime and SQLite run.");
    }

    private static double StartedAt()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0;
    }

    private static IEnumerable<Measurement<long>> Collections()
    {
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
            yield return new(GC.CollectionCount(generation), new KeyValuePair<string, object?>("generation", generation));
    }

    private static Measurement<int> Build(IStore store) => new(
        1,
        new("version", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)),
        new("runtime", RuntimeInformation.FrameworkDescription),
        new("sqlite", store.Engine));
}
