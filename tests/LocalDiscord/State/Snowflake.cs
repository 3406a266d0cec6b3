using System.Globalization;
using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.State;

/// <summary>
/// An id: milliseconds since 2015 in the upper 42 bits. A string in JSON, because 64 bits do not fit a JavaScript
/// number.
/// </summary>
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    internal const long DiscordEpoch = 1420070400000;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + DiscordEpoch);

    /// <summary>Reads 1 to 20 digits; null for anything else.</summary>
    public static Snowflake? Read(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new(value) : null;

    /// <inheritdoc />
    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>As JSON has it.</summary>
    public static implicit operator JsonNode(Snowflake id) => JsonValue.Create(id.ToString());

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;
}

/// <summary>Makes ids that rise, also when the clock stands still or is turned back.</summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    private ulong _last;

    public Snowflake Next()
    {
        var now = (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() - Snowflake.DiscordEpoch) << 22;
        _last = Math.Max(_last + 1, now);
        return new(_last);
    }
}
