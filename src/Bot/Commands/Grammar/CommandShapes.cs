using Sitrep.Chat;
using Sitrep.Commands.Incidents;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>
/// The commands part by part, read from the very lines that help shows. Nothing is listed twice: a new command has its
/// typed form on every platform as soon as it says how it is written.
/// </summary>
public static class CommandShapes
{
    private static readonly CommandPart _incident = new("incident", "which incident, where it is not this channel's", PartPlace.Incident, PartKind.Incident, false, []);

    /// <summary>All of them.</summary>
    /// <param name="settings">The roles that people can hold.</param>
    public static IReadOnlyList<CommandShape> All(BotSettings settings) => [.. CommandTable.All.Select(command => Of(command, settings))];

    private static CommandShape Of(Command command, BotSettings settings)
    {
        var words = Words(command);
        var parts = new List<CommandPart>();
        foreach (var token in Tokens(command.Usage[(command.Name.Length + 1)..]))
            if (Part(command, token, settings) is { } part && parts.TrueForAll(other => other.Name != part.Name)) parts.Add(part);
        if (command.NeedsIncident && parts.TrueForAll(part => part.Place != PartPlace.Incident)) parts.Add(_incident);
        return new(words.Split(' ')[0] == command.Name.Split(' ')[0] ? words.Split(' ')[0] : command.Name, Verb(command), words, command.Summary, parts, command.IsAdministrative);
    }

    // "/timeline" alone shows it and "/timeline TEXT" records: the other name of the latter says which.
    private static string Words(Command command) =>
        command.Follows == Follows.Text && CommandTable.All.Any(other => other != command && other.Name == command.Name) ? command.Aliases[0] : command.Name;

    private static string Verb(Command command)
    {
        if (command.Name.Split(' ', 2) is [_, var verb]) return verb;
        var others = CommandTable.All.Where(other => other.Name.StartsWith(command.Name + " ", StringComparison.Ordinal)).Select(other => other.Name).ToList();
        if (others.Count == 0) return "";
        if (command.Follows == Follows.Text) return command.Aliases[0].Split(' ')[^1];
        return others.Contains(command.Name + " show", StringComparer.Ordinal) ? "here" : "show";
    }

    // Split at blanks that no bracket holds together.
    private static IEnumerable<string> Tokens(string usage)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= usage.Length; i++)
        {
            if (i < usage.Length && usage[i] == '[') depth++;
            else if (i < usage.Length && usage[i] == ']') depth--;
            else if (i == usage.Length || (usage[i] == ' ' && depth == 0))
            {
                if (i > start) yield return usage[start..i];
                start = i + 1;
            }
        }
    }

    private static CommandPart? Part(Command command, string token, BotSettings settings)
    {
        var required = token[0] != '[' && !command.AsksForMissing;
        var inner = token[0] == '[' && token[^1] == ']' ? token[1..^1] : token;
        var key = command.Options.FirstOrDefault(option => inner.StartsWith(option.Key + ":", StringComparison.Ordinal));
        // [to:]TARGET may be typed without its key.
        key ??= command.Options.FirstOrDefault(option => token.StartsWith($"[{option.Key}:]", StringComparison.Ordinal));
        if (key is not null) return new(key.Key, key.Hint, PartPlace.Option, key.IsTime ? PartKind.Time : PartKind.Anything, false, key.Choices ?? Alternatives(inner[(inner.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        if (command.Flags.Contains(inner)) return new(inner, $"{inner}, or not", PartPlace.Word, PartKind.Flag, false, []);
        return inner.TrimEnd('…') switch
        {
            "#kind" => new("kind", "what kind of entry it is", PartPlace.Word, PartKind.Several, false, [.. EntryKinds.All.Select(kind => "#" + kind.Tag())]),
            "sev1…sev5" => new("severity", "sev1 is the worst", PartPlace.Option, PartKind.Anything, required, ["sev1", "sev2", "sev3", "sev4", "sev5"]),
            "@user" => new("user", "who", PartPlace.Text, PartKind.Somebody, required, []),
            "ID" => _incident,
            "N" => new("number", "its number", command.Follows == Follows.Number ? PartPlace.Word : PartPlace.Text, PartKind.Number, required, []),
            "WHEN" => new("when", "14:05, 10m ago, yesterday 23:50", PartPlace.Text, PartKind.Time, required, []),
            "FIELD" => new("field", "which part of the postmortem", PartPlace.Text, PartKind.Anything, required, IncidentFields.Names),
            "ROLE" => new("role", "which role", PartPlace.Text, PartKind.Anything, required, settings.Roles),
            var word when Alternatives(word) is { Length: > 1 } choices => new(command.Name.Split(' ')[^1], command.Summary, PartPlace.Text, PartKind.Anything, required, choices),
            var word => new(word.ToLowerInvariant(), command.Summary, PartPlace.Text, PartKind.Anything, required, []),
        };
    }

    private static string[] Alternatives(string words) =>
        words.Contains('|', StringComparison.Ordinal) && words.All(c => char.IsAsciiLetterLower(c) || c == '|') ? words.Split('|') : [];
}
