using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>What a schema says about a number. Snowflake-sized integers are compared exactly.</summary>
internal static class NumberRules
{
    public static void Apply(JsonElement value, JsonElement schema, string path, List<Violation> found)
    {
        if (Bound(schema, "minimum") is { } minimum && Compare(value, minimum) < 0)
            found.Add(new(path, "minimum", $"{value} is below {minimum}"));
        if (Bound(schema, "maximum") is { } maximum && Compare(value, maximum) > 0)
            found.Add(new(path, "maximum", $"{value} is above {maximum}"));
        if (Bound(schema, "exclusiveMinimum") is { } floor && Compare(value, floor) <= 0)
            found.Add(new(path, "exclusiveMinimum", $"{value} is not above {floor}"));
        if (Bound(schema, "exclusiveMaximum") is { } ceiling && Compare(value, ceiling) >= 0)
            found.Add(new(path, "exclusiveMaximum", $"{value} is not below {ceiling}"));
        if (Bound(schema, "multipleOf") is { } step && value.TryGetDecimal(out var number) && number % step.GetDecimal() != 0)
            found.Add(new(path, "multipleOf", $"{value} is no multiple of {step}"));
    }

    private static JsonElement? Bound(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) && bound.ValueKind == JsonValueKind.Number ? bound : null;

    private static int Compare(JsonElement left, JsonElement right) =>
        left.TryGetDecimal(out var a) && right.TryGetDecimal(out var b) ? a.CompareTo(b) : left.GetDouble().CompareTo(right.GetDouble());
}
