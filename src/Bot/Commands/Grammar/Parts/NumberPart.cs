namespace Sitrep.Commands.Grammar.Parts;

/// <summary>A number. An entry's comes first and tells the command from another one's text; a task's is all there is.</summary>
internal sealed record NumberPart : Part
{
    public NumberPart(NumberOf of) : base("number") => (Of, Hint) = (of, "its number");

    /// <summary>The thing that it counts.</summary>
    public NumberOf Of { get; }

    public override string Written => "N";
}

/// <summary>The thing that a number counts.</summary>
internal enum NumberOf
{
    /// <summary>The entries of a timeline.</summary>
    Entry,

    /// <summary>An incident's tasks.</summary>
    Task,

    /// <summary>Its escalations, by their entries' numbers.</summary>
    Escalation,
}
