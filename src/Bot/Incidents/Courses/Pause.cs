namespace Sitrep.Incidents.Courses;

/// <summary>A time in which an incident was taken for over, until it was reopened.</summary>
/// <param name="From">When it had ended, UTC.</param>
/// <param name="To">When it was reopened, UTC.</param>
internal sealed record Pause(DateTimeOffset From, DateTimeOffset To);
