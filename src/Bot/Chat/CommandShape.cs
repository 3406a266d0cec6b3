namespace Sitrep.Chat;

/// <summary>How a command is written, part by part, for platforms that ask for each part by itself.</summary>
/// <param name="Root">The first word: <c>incident</c>.</param>
/// <param name="Verb">The words behind it, made up where the text form has none; empty for a root that has no others.</param>
/// <param name="Words">Words that mean this command and no other: <c>incident note</c>.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Parts">Its parts, in the order in which they are typed.</param>
/// <param name="IsAdministrative">Whether it is for those who run the server.</param>
internal sealed record CommandShape(
    string Root, string Verb, string Words, string Summary, IReadOnlyList<CommandPart> Parts, bool IsAdministrative = false);

/// <summary>A part of a command.</summary>
/// <param name="Name">Its name, in lower case, unique within the command.</param>
/// <param name="Hint">What goes in.</param>
/// <param name="Takes">What it takes.</param>
/// <param name="Required">Whether it must be filled.</param>
/// <param name="Choices">What to choose from; empty for anything.</param>
internal sealed record CommandPart(string Name, string Hint, PartKind Takes, bool Required, IReadOnlyList<string> Choices);

/// <summary>The kind of value that a part takes.</summary>
internal enum PartKind
{
    /// <summary>Anything.</summary>
    Anything,

    /// <summary>A time.</summary>
    Time,

    /// <summary>Somebody.</summary>
    Somebody,

    /// <summary>An entry's number.</summary>
    Entry,

    /// <summary>A task's number.</summary>
    Task,

    /// <summary>Its own name, or nothing.</summary>
    Flag,

    /// <summary>An incident's id.</summary>
    Incident,

    /// <summary>Some of the choices, several words of them.</summary>
    Several,
}

/// <summary>Something to choose while typing.</summary>
/// <param name="Shown">What people see.</param>
/// <param name="Value">What is filled in.</param>
internal sealed record Suggestion(string Shown, string Value);
