namespace Sitrep.Commands.Grammar.Parts;

/// <summary>Free text: all that no other part takes. Where it has a key it may be written in quotes, too.</summary>
internal sealed record TextPart(string Name = "text") : Part(Name)
{
    public override string Written => Name.ToUpperInvariant();
}

/// <summary>A moment in the free text: in front of the text, or all there is.</summary>
internal sealed record WhenPart : Part
{
    public WhenPart() : base("when") => Hint = "14:05, 10m ago, yesterday 23:50";

    /// <summary>Whether it is all there is, and no text follows.</summary>
    public bool StandsAlone { get; init; }

    public override string Written => "WHEN";
}

/// <summary>A person: all that is left of the free text.</summary>
internal sealed record PersonPart : Part
{
    public PersonPart() : base("user") => Hint = "who";

    public override string Written => "@user";
}

/// <summary>People, groups and teams: behind their key, or in front of the text.</summary>
internal sealed record PeoplePart : Part
{
    public PeoplePart(string name, string hint) : base(name) => (Hint, KeyHint) = (hint, hint);

    public override string Written => $"[{Name}:]TARGET[, TARGET…]";
}
