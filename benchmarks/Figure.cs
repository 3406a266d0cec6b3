using System.Globalization;

namespace Sitrep.Benchmarks;

/// <summary>A line of the table: a ratio to something measured in the same run.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Value">The median; null where it could not be measured.</param>
/// <param name="Must">What it must be.</param>
/// <param name="AtLeast">True where more is better.</param>
/// <param name="Measured">The figures behind the ratio, or why there are none.</param>
internal sealed record Figure(string What, double? Value, double Must, bool AtLeast, string Measured)
{
    /// <summary>Whether it is what it must be. What could not be measured says so and counts as neither.</summary>
    public bool IsMet => Value is not { } value || (AtLeast ? value >= Must : value <= Must);

    /// <summary>The line in Markdown.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {What} | {(Value is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "—")} | {(AtLeast ? "≥" : "≤")} {Must:0.##} | {(Value is null ? "not measured" : IsMet ? "met" : "**missed**")} | {Measured} |"
        );

    /// <summary>The middle one; of an even number the lower of the two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }
}
