namespace Sitrep.Chat;

/// <summary>The result of a search for an earlier attempt's message.</summary>
/// <param name="Outcome">Whether it is there.</param>
/// <param name="Result">What the attempt made; null where it is not there.</param>
internal sealed record Search(SearchOutcome Outcome, DeliveryResult? Result = null)
{
    /// <summary>The effect was never done, or doing it again is harmless.</summary>
    public static Search Absent { get; } = new(SearchOutcome.Absent);

    /// <summary>The platform cannot say now.</summary>
    public static Search Unknown { get; } = new(SearchOutcome.Unknown);

    /// <summary>The effect was done.</summary>
    /// <param name="externalId">The platform's id of what was made; null where it has none.</param>
    /// <param name="name">The name that a channel got; null where it is the one that was asked for.</param>
    public static Search Found(string? externalId, string? name = null) => new(SearchOutcome.Found, new(externalId, name));
}

/// <summary>Whether an earlier attempt did its work.</summary>
internal enum SearchOutcome
{
    /// <summary>It did.</summary>
    Found,

    /// <summary>It did not, or doing it again is harmless.</summary>
    Absent,

    /// <summary>The platform cannot say now.</summary>
    Unknown,
}
