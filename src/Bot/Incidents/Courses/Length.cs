using System.Globalization;
using Humanizer;

namespace Sitrep.Incidents.Courses;

/// <summary>
/// How long something lasted, as a reader counts it on the printed times: 14:00:40 to 14:05:10 are five minutes. What is
/// shorter than a minute is counted in seconds. Every document and message measures and words a length by this alone.
/// </summary>
/// <param name="Counted">Whole minutes, below one minute whole seconds; below zero where it ran backwards.</param>
internal readonly record struct Length(TimeSpan Counted)
{
    /// <summary>From one moment to another.</summary>
    public static Length Between(DateTimeOffset from, DateTimeOffset to) => Of(to - from, Minute(to) - Minute(from));

    /// <summary>Whole minutes.</summary>
    public int Minutes => (int)Counted.TotalMinutes;

    /// <summary><c>2 days, 6 hours, 10 minutes</c>; <c>3 seconds</c>.</summary>
    public string Words => Counted == TimeSpan.Zero
        ? "less than a minute"
        : Counted.Duration().Humanize(3, CultureInfo.InvariantCulture, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Second);

    public override string ToString() => Words;

    internal static Length Of(TimeSpan elapsed, long minutes) => new(elapsed.Duration() < TimeSpan.FromMinutes(1)
        ? TimeSpan.FromSeconds((long)elapsed.TotalSeconds)
        : TimeSpan.FromMinutes(minutes));

    /// <summary>The printed minute that a moment lies in.</summary>
    internal static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;
}
