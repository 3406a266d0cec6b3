using System.Globalization;

namespace Sitrep.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;

    public void MoveTo(string instant) => _now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
