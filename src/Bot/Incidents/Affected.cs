namespace Sitrep.Incidents;

/// <summary>A stated size of the impact: the number, and the words it came in (<c>approximately 50,000 users</c>).</summary>
internal sealed record Affected(decimal Amount, string Words);
