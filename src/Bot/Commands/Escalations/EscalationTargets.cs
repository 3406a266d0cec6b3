namespace Sitrep.Commands.Escalations;

/// <summary>Whom an escalation calls in.</summary>
internal static class EscalationTargets
{
    /// <summary>The targets of a list with commas, without duplicates.</summary>
    public static IReadOnlyList<string> In(string? list)
    {
        var targets = (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. targets.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
