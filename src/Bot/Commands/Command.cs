using Sitrep.Commands.Finding;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;

namespace Sitrep.Commands;

/// <summary>
/// One thing people can type. A command says how it is written and what it must know, and decides; it reads nothing
/// and does nothing by itself. To add one: a file here, a line in <see cref="CommandTable"/>, a test.
/// </summary>
internal abstract class Command
{
    /// <summary>Its words without the slash: <c>incident start</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Other words for the same.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>How it is written, as help shows it.</summary>
    public string Usage => Grammar.Usage;

    /// <summary>The purpose, in a few words.</summary>
    public abstract string Summary { get; }

    /// <summary>An example that works.</summary>
    public abstract string Example { get; }

    /// <summary>The values written after the words, in that order.</summary>
    internal virtual IReadOnlyList<Part> Parts => [];

    /// <summary>The parts as the readers use them.</summary>
    internal CommandGrammar Grammar => field ??= new(this);

    /// <summary>Whether it is meant only where nothing follows its words: anything else is another command's text.</summary>
    public virtual bool StandsAlone => false;

    /// <summary>Whether there must be an incident, by id or by channel.</summary>
    public virtual bool NeedsIncident => true;

    /// <summary>Whether it asks by a form for what is missing, so that no part need be filled at once.</summary>
    public virtual bool AsksForMissing => false;

    /// <summary>Whether it is for those who run the server; platforms that can keep it to them do.</summary>
    public virtual bool IsAdministrative => false;

    /// <summary>The knowledge that it needs besides the incident itself.</summary>
    public virtual Needs Needs => Needs.Nothing;

    /// <summary>Whether it is asked about before it is done, where a button offers it outside the incident's channel.</summary>
    public virtual bool IsWeighty => false;

    /// <summary>The word that makes it ask first.</summary>
    public virtual string AsksWith => UnreadParts.AskFirst;

    /// <summary>Whether it answers a text itself, though no part of it takes one.</summary>
    internal virtual bool ReadsText => false;

    /// <summary>Which incidents it looks for; null for none.</summary>
    internal virtual IncidentFilter? Filter(Arguments typed) => null;

    /// <summary>Whether a text behind the entry's number can be this correction; if not, all of it is an entry.</summary>
    /// <param name="behind">What stands behind the number.</param>
    internal virtual bool Fits(string behind) => true;

    /// <summary>Whether it is done in spite of a text that it does not take: somebody who is paged must not be held up by words.</summary>
    internal virtual bool IgnoresText => false;

    /// <summary>Decides on what was typed, unless a part of it cannot be read: that is asked back, never left out.</summary>
    public Decision Answer(Situation situation, Arguments typed) =>
        UnreadParts.Of(this, situation, typed) ?? UnreadParts.Offered(this, situation, typed, Decide(situation, typed));

    /// <summary>Decides: a pure function of what is and what was typed.</summary>
    public abstract Decision Decide(Situation situation, Arguments typed);
}
