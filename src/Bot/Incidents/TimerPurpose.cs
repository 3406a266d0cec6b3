using System.Text.Json.Serialization;

namespace Sitrep.Incidents;

/// <summary>What a timer is for, kept as JSON. The set is closed; one that this version does not know is kept and never fired.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(UpdateDue), "update-due")]
[JsonDerivedType(typeof(ArchiveDue), "put-away")]
internal abstract record TimerPurpose
{
    /// <summary>What names it among the timers of its incident.</summary>
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
