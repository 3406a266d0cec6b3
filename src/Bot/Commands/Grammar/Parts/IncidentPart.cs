namespace Sitrep.Commands.Grammar.Parts;

/// <summary>The incident that is meant, by its id.</summary>
internal sealed record IncidentPart : Part
{
    private IncidentPart() : base("incident") => (Hint, IsOptional) = ("which incident, where it is not this channel's", true);

    /// <summary>The one there is: it means the same in every command.</summary>
    public static IncidentPart Any { get; } = new();

    public override string Written => "ID";
}

/// <summary>A part that only a form asks for.</summary>
internal sealed record FieldPart(string Name) : Part(Name)
{
    public override bool IsShown => false;

    public override string Written => Name;
}

/// <summary>Another incident, which the command's own is compared with.</summary>
internal sealed record OtherIncidentPart : Part
{
    public OtherIncidentPart() : base("other") => Hint = "the other incident";

    public override string Written => "ID";
}
