using System.Text.Json;

namespace Sitrep.Chat;

/// <summary>Reads a platform's JSON, where anything may be absent or of another kind.</summary>
internal static class JsonReading
{
    /// <summary>A member that is a text; null for anything else.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member; null where it is absent.</summary>
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    /// <summary>A member of a member, as text.</summary>
    public static string? Text(this JsonElement json, string name, string inner) => json.Member(name)?.Text(inner);

    /// <summary>A member's elements; none where it is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Whether a member is <c>true</c>.</summary>
    public static bool Flag(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A member that is a whole number of 32 bits; null for anything else.</summary>
    public static int? Whole(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    /// <summary>A member that is a number; null for anything else.</summary>
    public static double? Number(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;
}
