using Sitrep.Commands.Grammar;

namespace Sitrep.Commands;

/// <summary>
/// One thing people can type. A command says how it is written and what it must know, and decides; it reads nothing
/// and does nothing by itself. To add one: a file here, a line in <see cref="CommandTable"/>, a test.
/// </summary>
public abstract class Command
{
    /// <summary>Its words without the slash: <c>incident start</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Other words for the same.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>How it is written, as help shows it.</summary>
    public abstract string Usage { get; }

    /// <summary>What it does, in a few words.</summary>
    public abstract string Summary { get; }

    /// <summary>An example that works.</summary>
    public abstract string Example { get; }

    /// <summary>Its <c>key:value</c> options.</summary>
    public virtual IReadOnlyList<Option> Options => [];

    /// <summary>Single words that mean something at the end of the text, for example <c>private</c>.</summary>
    public virtual IReadOnlyList<string> Flags => [];

    /// <summary>Whether <c>sev1</c> … <c>sev5</c> means something in the text.</summary>
    public virtual bool TakesSeverity => false;

    /// <summary>Whether <c>#kinds</c> mean something in the text.</summary>
    public virtual bool TakesKinds => false;

    /// <summary>What may follow the words, so that ordinary text is not taken for a command.</summary>
    public virtual Follows Follows => Follows.Text;

    /// <summary>Whether there must be an incident, by id or by channel.</summary>
    public virtual bool NeedsIncident => true;

    /// <summary>Whether it asks by a form for what is missing, so that no part need be filled at once.</summary>
    public virtual bool AsksForMissing => false;

    /// <summary>Whether it is for those who run the server; platforms that can keep it to them do.</summary>
    public virtual bool IsAdministrative => false;

    /// <summary>What it must know besides the incident itself.</summary>
    public virtual Needs Needs => Needs.Nothing;

    /// <summary>Decides: a pure function of what is and what was typed.</summary>
    public abstract Decision Decide(Situation situation, Arguments typed);
}

/// <summary>A <c>key:value</c> option.</summary>
/// <param name="Key">The key, in lower case.</param>
/// <param name="Hint">What goes in, as help and completion show it.</param>
/// <param name="IsTime">True where the value is a time or date, which may hold spaces without quotes.</param>
/// <param name="Choices">The values to complete; empty for free text.</param>
public sealed record Option(string Key, string Hint, bool IsTime = false, IReadOnlyList<string>? Choices = null);

/// <summary>What may follow a command's words.</summary>
public enum Follows
{
    /// <summary>Anything.</summary>
    Text,

    /// <summary>A number, or it is another command's text: <c>/timeline edit of the config</c> is an entry.</summary>
    Number,

    /// <summary>Nothing at all.</summary>
    Nothing,
}
