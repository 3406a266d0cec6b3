using System.Runtime.InteropServices;

namespace Sitrep.Storage;

/// <summary>
/// Named steps at which the process kills itself (<c>kill -9</c>) when the environment says <c>CRASH_AT=name</c>, or
/// <c>CRASH_AT=name:3</c> for the third time there. This is how it is shown that no step loses anything.
/// </summary>
internal static partial class CrashPoint
{
    private const int Kill = 9;
    private static readonly string? _name = Environment.GetEnvironmentVariable("CRASH_AT")?.Split(':')[0];
    private static int _left = int.TryParse(Environment.GetEnvironmentVariable("CRASH_AT")?.Split(':').ElementAtOrDefault(1), out var times)
        ? times
        : 1;

    /// <summary>Every step that has a name.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["before-commit", "after-commit", "after-answer", "before-effect", "in-effect", "after-effect", "in-migration"];

    /// <summary>Dies here, if here is where it should.</summary>
    public static void Reach(string name)
    {
        if (_name is null || _name != name || Interlocked.Decrement(ref _left) != 0) return;
        if (SendSignal(Environment.ProcessId, Kill) != 0) Environment.FailFast("CRASH_AT " + name);
        // The signal is on its way; nothing more may happen here.
        while (true) Thread.SpinWait(1_000);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
