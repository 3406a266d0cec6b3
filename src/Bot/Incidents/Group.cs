namespace Sitrep.Incidents;

/// <summary>
/// Several people whom a platform notifies under one name: a user group of Slack's, a role of Discord's. Two are the same
/// exactly when platform and id are equal.
/// </summary>
/// <param name="Platform">Where it is.</param>
/// <param name="Id">The platform's own id.</param>
/// <param name="Name">The name people saw at the time, without <c>@</c>.</param>
internal sealed record Group(string Platform, string Id, string Name)
{
    /// <summary>Whether the platform does not let the bot notify it, as a Discord role that may not be mentioned.</summary>
    public bool IsMute { get; init; }

    public bool Equals(Group? other) => other is not null && Id == other.Id && Platform == other.Platform;

    public override int GetHashCode() => HashCode.Combine(Platform, Id);

    public override string ToString() => "@" + Name;
}
