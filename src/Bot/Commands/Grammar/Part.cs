using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>
/// A part of a command, declared once: help, completion, Discord's options, forms and both readers follow from it. The
/// set is closed.
/// </summary>
/// <param name="Name">In lower case and unique within the command: Discord's option and a form's field are called so.</param>
internal abstract record Part(string Name)
{
    /// <summary>What goes in, as platforms show it; null where the command's summary says it.</summary>
    public string? Hint { get; init; }

    /// <summary>What help shows for <c>name:</c>; null where the part is never written behind its name.</summary>
    public string? KeyHint { get; init; }

    /// <summary>Whether the command is whole without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How a form asks for it; null where none does.</summary>
    public Question? Question { get; init; }

    /// <summary>Whether the usage line shows it.</summary>
    public virtual bool IsShown => true;

    /// <summary>What to choose from; empty for anything.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>As the usage line shows it, without the brackets of what may be left out.</summary>
    public abstract string Written { get; }
}

/// <summary>How a form asks for a part.</summary>
/// <param name="Label">The question.</param>
/// <param name="Hint">An example; null where none is needed.</param>
/// <param name="IsRequired">Whether it must be answered.</param>
/// <param name="IsMultiline">Whether several lines are expected.</param>
internal sealed record Question(string Label, string? Hint = null, bool IsRequired = false, bool IsMultiline = false);

/// <summary>Free text: all that no other part takes. Where it has a key it may be written in quotes, too.</summary>
internal sealed record TextPart(string Name = "text") : Part(Name)
{
    public override string Written => Name.ToUpperInvariant();
}

/// <summary>A moment in the free text: in front of the text, or all there is.</summary>
internal sealed record WhenPart : Part
{
    public WhenPart() : base("when") => Hint = "14:05, 10m ago, yesterday 23:50";

    public override string Written => "WHEN";
}

/// <summary>One word of a few.</summary>
internal sealed record ChoicePart(string Name, IReadOnlyList<string> Words) : Part(Name)
{
    /// <summary>Whether the usage line shows the words instead of the name.</summary>
    public bool IsSpelledOut { get; init; }

    public override IReadOnlyList<string> Choices => Words;

    public override string Written => IsSpelledOut ? string.Join('|', Words) : Name.ToUpperInvariant();
}

/// <summary>One of the roles that the configuration names.</summary>
internal sealed record RolePart : Part
{
    public RolePart() : base("role") => Hint = "which role";

    public override string Written => "ROLE";
}

/// <summary>A person: all that is left of the free text.</summary>
internal sealed record PersonPart : Part
{
    public PersonPart() : base("user") => Hint = "who";

    public override string Written => "@user";
}

/// <summary>People and teams: behind their key, or in front of the text, in quotes or as long as a comma joins them.</summary>
internal sealed record PeoplePart : Part
{
    public PeoplePart(string name, string hint) : base(name) => (Hint, KeyHint) = (hint, hint);

    public override string Written => $"[{Name}:]TARGET[, TARGET…]";
}

/// <summary>A number. An entry's comes first and tells the command from another one's text; a task's is all there is.</summary>
internal sealed record NumberPart : Part
{
    public NumberPart(NumberOf of) : base("number") => (Of, Hint) = (of, "its number");

    /// <summary>What it counts.</summary>
    public NumberOf Of { get; }

    public override string Written => "N";
}

/// <summary>What a number counts.</summary>
internal enum NumberOf
{
    /// <summary>The entries of a timeline.</summary>
    Entry,

    /// <summary>An incident's tasks.</summary>
    Task,
}

/// <summary>How bad it is, at either end of the text.</summary>
internal sealed record SeverityPart : Part
{
    private static readonly string[] _words = [.. Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant())];

    public SeverityPart() : base("severity") => Hint = "sev1 is the worst";

    public override IReadOnlyList<string> Choices => _words;

    public override string Written => "sev1…sev5";
}

/// <summary>Kinds of entries, at either end of the text.</summary>
internal sealed record KindsPart : Part
{
    private static readonly string[] _words = [.. EntryKinds.All.Select(kind => "#" + kind.Tag())];

    public KindsPart() : base("kind") => Hint = "what kind of entry it is";

    public override IReadOnlyList<string> Choices => _words;

    public override string Written => "#kind…";
}

/// <summary>A word that means something by itself, at the end of the text.</summary>
internal sealed record FlagPart : Part
{
    public FlagPart(string name) : base(name) => (Hint, IsOptional) = ($"{name}, or not", true);

    /// <summary>Whether only a button types it.</summary>
    public bool IsHidden { get; init; }

    public override bool IsShown => !IsHidden;

    public override string Written => Name;
}
