using System.Text.Json.Serialization;

namespace Sitrep.Incidents;

/// <summary>The purpose of a timer, kept as JSON. The set is closed; an unknown purpose is kept and never fired.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(UpdateDue), "update-due")]
[JsonDerivedType(typeof(ArchiveDue), "put-away")]
internal abstract record TimerPurpose
{
    /// <summary>Its name among the timers of its incident.</summary>
    [JsonIgnore]
    public abstract string Name { get; }
}

/// <summary>The next update for the stakeholders was promised for then.</summary>
internal sealed record UpdateDue : TimerPurpose
{
    public override string Name => "update-due";
}

/// <summary>A closed incident's channel is archived then.</summary>
internal sealed record ArchiveDue : TimerPurpose
{
    public override string Name => "put-away";
}
