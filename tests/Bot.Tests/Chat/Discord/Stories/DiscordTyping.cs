using System.Text;
using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Commands.Escalations;
using Sitrep.Commands.Grammar;

namespace Sitrep.Tests.Chat.Discord.Stories;

/// <summary>A command as typed in a chat of text, put as one puts it into Discord: option by option.</summary>
internal static class DiscordTyping
{
    private static readonly IReadOnlyList<CommandShape> _shapes = CommandShapes.All(BotSettings.Default);

    public static string Of(string typed)
    {
        var known = (KnownCommand)CommandReader.Read(typed);
        var shape = _shapes[CommandTable.All.ToList().IndexOf(known.Command)];
        var line = new StringBuilder($"/{shape.Root} {shape.Verb}".TrimEnd());
        var arguments = known.Arguments;
        var text = arguments.Text;
        if (known.Command is EscalateIncident)
        {
            var (targets, rest) = EscalationTargets.Read(arguments.Option("to"), text);
            line.Append(" to: ").AppendJoin(", ", targets);
            text = rest;
        }

        var places = shape.Parts.Where(part => part is { Place: PartPlace.Text, Takes: not PartKind.Time }).ToList();
        foreach (var place in places)
        {
            // All but the last take a word.
            var value = place == places[^1] ? text : ArgumentReader.FirstWord(text);
            text = text[value.Length..].TrimStart();
            if (value.Length > 0) line.Append($" {place.Name}: {value}");
        }

        foreach (var (key, value) in arguments.Options.Where(option => option.Key != "to")) line.Append($" {key}: {value}");
        if (arguments.Severity is { } severity && !arguments.Options.ContainsKey("severity")) line.Append($" severity: {severity.ToString().ToLowerInvariant()}");
        if (arguments.Number is { } number) line.Append($" number: {number}");
        if (arguments.Kinds.Count > 0) line.Append(" kind: ").AppendJoin(' ', arguments.Kinds.Select(kind => "#" + Sitrep.Incidents.EntryKinds.Tag(kind)));
        return line.ToString();
    }
}
