using System.Collections.Frozen;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>A command's parts as somebody gave them, whether typed in one text or filled in one by one.</summary>
internal sealed record Arguments
{
    private static readonly FrozenDictionary<string, string> _nothing = FrozenDictionary<string, string>.Empty;

    /// <summary>The text: everything that no other part takes; inner white space is kept.</summary>
    public string Text { get; init; } = "";

    /// <summary>The free text before its parts were told apart, as one would type it: for an answer that gives it back.</summary>
    public string Given { get; init; } = "";

    /// <summary>The values after keys, by key; a value is empty if empty quotes were typed.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = _nothing;

    /// <summary>The values in the free text, by the part's name.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = _nothing;

    /// <summary>The kinds named with <c>#</c>, in the order typed.</summary>
    public IReadOnlyList<EntryKind> Kinds { get; init; } = [];

    /// <summary>The severity; null where none was given.</summary>
    public Severity? Severity { get; init; }

    /// <summary>An option whose value cannot be read; null where there is none. Nothing is decided on it.</summary>
    internal UnreadOption? Unread { get; init; }

    /// <summary>A flag typed right behind the text, as its next word; null where there is none.</summary>
    public string? AttachedFlag { get; init; }

    /// <summary>The flags given.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The incident named by id; null where the channel decides.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The entry's or the task's number; null where none was given.</summary>
    public int? Number { get; init; }

    /// <summary>Whether the parts were filled in one by one, so that the text is text and nothing else.</summary>
    public bool IsFilled { get; init; }

    /// <summary>The time in the free text; null where there was none.</summary>
    internal WrittenTime? When { get; init; }

    /// <summary>Nothing given.</summary>
    internal static Arguments None { get; } = new();

    /// <summary>An option's value; null where none was given.</summary>
    public string? Option(string key) => Options.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>The value of a part, after its key or in the free text; null for none.</summary>
    public string? Value(string part) => Option(part) ?? Words.GetValueOrDefault(part);

    /// <summary>Whether a flag was given.</summary>
    public bool Has(string flag) => Flags.Contains(flag);

    /// <summary>The same with a word of the free text.</summary>
    internal Arguments With(string part, string word) =>
        this with { Words = new Dictionary<string, string>(Words, StringComparer.Ordinal) { [part] = word } };

    /// <summary>The same with an option.</summary>
    internal Arguments WithOption(string key, string value) =>
        this with { Options = new Dictionary<string, string>(Options, StringComparer.Ordinal) { [key] = value } };

    /// <summary>The same with a part more in what is given back; a time given by itself and the words behind it stay two.</summary>
    internal Arguments Giving(string value)
    {
        if (Given.Length == 0) return this with { Given = value };
        var between = When is { IsAlone: true } when && Given == when.Typed ? " - " : " ";
        return this with { Given = Given + between + value };
    }

    /// <summary>The whole command as it is typed for an incident, so that a button runs it with nothing lost.</summary>
    /// <param name="command">The command.</param>
    /// <param name="incident">The incident; null where it needs none.</param>
    internal string Retyping(Command command, IncidentId? incident)
    {
        var words = command.Name.Split(' ', 2);
        var id = incident is { } named && command.NeedsIncident ? $" {named}" : "";
        var verb = words is [_, var behind] ? $" {behind}" : "";
        var number = command.Grammar.Follows == Follows.Number && Number is { } given ? $" {given}" : "";
        // Where the severity comes first, it is part of what was given.
        var ends = command.Grammar.TakesSeverity ? this : this with { Severity = null };
        return $"/{words[0]}{id}{verb}{number} {Given}".TrimEnd() + ends.Retyped();
    }

    /// <summary>Options, severity, flags and kinds as they are typed behind a text, so that a command offered again loses none.</summary>
    /// <param name="besides">The options that the offer spells itself.</param>
    internal string Retyped(params IReadOnlyList<string> besides) => string.Concat(
    [
        .. Options.Where(option => !besides.Contains(option.Key)).Select(option => $" {option.Key}:\"{option.Value}\""),
        Severity is { } severity && !Options.ContainsKey("severity") ? $" sev{(int)severity}" : "",
        .. Flags.Select(flag => " " + flag),
        .. Kinds.Select(kind => " #" + kind.Tag()),
    ]);
}

/// <summary>An option whose value means nothing.</summary>
/// <param name="Part">The part that it was given for.</param>
/// <param name="Value">As typed.</param>
internal sealed record UnreadOption(Part Part, string Value);
