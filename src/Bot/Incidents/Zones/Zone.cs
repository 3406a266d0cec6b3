using NodaTime;

namespace Sitrep.Incidents.Zones;

/// <summary>
/// A zone as people name it. The label is kept as typed (<c>EAT</c> stays <c>EAT</c>), the rules come from the
/// tz database or, for abbreviations and offsets, from the fixed offset they stand for.
/// </summary>
internal sealed partial class Zone : IEquatable<Zone>
{
    private readonly DateTimeZone _rules;

    private Zone(string label, DateTimeZone rules, bool named)
    {
        Label = label;
        _rules = rules;
        IsPlace = named;
    }

    /// <summary>Coordinated universal time.</summary>
    public static Zone Utc { get; } = new("UTC", DateTimeZone.Utc, named: false);

    /// <summary>As typed: <c>UTC</c>, <c>EAT</c>, <c>GMT+1</c>, <c>Europe/Berlin</c>, <c>PT</c>.</summary>
    public string Label { get; }

    /// <summary>True for a place with rules of its own (<c>Europe/Berlin</c>, <c>PT</c>), false for a fixed offset.</summary>
    public bool IsPlace { get; }

    /// <summary>The rules, for arithmetic on wall-clock times.</summary>
    public DateTimeZone Rules => _rules;

    /// <summary>The same instant with this zone's offset.</summary>
    public DateTimeOffset Local(DateTimeOffset instant)
    {
        var offset = _rules.GetUtcOffset(Instant.FromDateTimeOffset(instant));
        return instant.ToOffset(offset.ToTimeSpan());
    }

    /// <summary>The zone printed after a time: the label, or for a place its abbreviation at that instant (<c>CEST</c>).</summary>
    public string LabelAt(DateTimeOffset instant)
    {
        if (!IsPlace) return Label;
        var name = _rules.GetZoneInterval(Instant.FromDateTimeOffset(instant)).Name;
        // The tz database names some zones by their offset only ("+03"); people read UTC+3.
        return name.Length > 0 && name[0] is '+' or '-' ? "UTC" + name : name;
    }

    public bool Equals(Zone? other) => other is not null && Label == other.Label;

    public override bool Equals(object? obj) => Equals(obj as Zone);

    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Label;
}
