using System.Globalization;
using Sitrep.Incidents.Zones;
using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>Short ways to read a time in tests. Where nothing else is said it is Saturday, 1 June 2024, 15:00 UTC.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset Now = At("2024-06-01T15:00:00Z");

    public static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);

    public static WhenContext In(string zone, string? now = null) => new(now is null ? Now : At(now), Zone.Parse(zone)!);

    public static When.Understood Understood(this When when) => when is When.Unclear unclear
        ? throw new Xunit.Sdk.XunitException($"asked back: {unclear.Problem}")
        : Assert.IsType<When.Understood>(when);

    public static When.Unclear Unclear(this When when) => Assert.IsType<When.Unclear>(when);
}
