namespace Sitrep.Incidents;

/// <summary>
/// An account on a platform. Two are the same person exactly when platform and id are equal: names change, and platforms
/// do not know of one another's ids.
/// </summary>
/// <param name="Platform">Where the account is: <c>web</c>, <c>slack</c>, <c>discord</c>; <c>bot</c> for the bot itself.</param>
/// <param name="Id">The platform's own id; in the built-in chat and in transcripts the name itself.</param>
/// <param name="Name">The name people saw at the time, without <c>@</c>. It is history: a later rename does not change it.</param>
internal sealed record Person(string Platform, string Id, string Name)
{
    /// <summary>Somebody of whom no more than the name is known: in the built-in chat and in transcripts that is the id.</summary>
    public static Person Named(string platform, string name) => new(platform, name.TrimStart('@'), name.TrimStart('@'));

    public bool Equals(Person? other) => other is not null && Id == other.Id && Platform == other.Platform;

    public override int GetHashCode() => HashCode.Combine(Platform, Id);

    public override string ToString() => "@" + Name;
}
