using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar.Parts;

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

/// <summary>How bad it is, at either end of the text; or in front of it, where it is what the command is about.</summary>
internal sealed record SeverityPart : Part
{
    private static readonly string[] _words = [.. Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant())];

    public SeverityPart() : base("severity") => Hint = "sev1 is the worst";

    /// <summary>Whether it comes first. There <c>1</c>, <c>P1</c> and <c>critical</c> can be nothing else.</summary>
    public bool IsFirst { get; init; }

    public override IReadOnlyList<string> Choices => _words;

    public override string Written => "sev1…sev5";

    // Other trackers' words for it.
    public override bool IsCalled(string key) => base.IsCalled(key) || key.ToLowerInvariant() is "sev" or "priority" or "prio";
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
