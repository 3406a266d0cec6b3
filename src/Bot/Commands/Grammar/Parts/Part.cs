namespace Sitrep.Commands.Grammar.Parts;

/// <summary>
/// A part of a command, declared once: help, completion, Discord's options, forms and both readers follow from it. The
/// set is closed.
/// </summary>
/// <param name="Name">In lower case and unique within the command: Discord's option and a form's field are called so.</param>
internal abstract record Part(string Name)
{
    /// <summary>The hint that platforms show for it; null if the command's summary says it.</summary>
    public string? Hint { get; init; }

    /// <summary>The placeholder that help shows after <c>name:</c>; null if the part is never written after its name.</summary>
    public string? KeyHint { get; init; }

    /// <summary>Whether the command is whole without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How a form asks for it; null where none does.</summary>
    public Question? Question { get; init; }

    /// <summary>Whether the usage line shows it.</summary>
    public virtual bool IsShown => true;

    /// <summary>The choices; empty for anything.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>Whether a key means this part.</summary>
    public virtual bool IsCalled(string key) => WordMeaning.Same(Name, key);

    /// <summary>As the usage line shows it, without the brackets of what may be left out.</summary>
    public abstract string Written { get; }
}

/// <summary>How a form asks for a part.</summary>
/// <param name="Label">The question.</param>
/// <param name="Hint">An example; null where none is needed.</param>
/// <param name="IsRequired">Whether it must be answered.</param>
/// <param name="IsMultiline">Whether several lines are expected.</param>
internal sealed record Question(string Label, string? Hint = null, bool IsRequired = false, bool IsMultiline = false);
