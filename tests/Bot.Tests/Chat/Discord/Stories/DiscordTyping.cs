using System.Text;
using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;

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
        // Whom a text calls in quotes is an option of its own.
        var to = known.Command.Parts.Any(part => part is PeoplePart) ? Quoted(arguments.Text) : "";
        if (to.Length > 0)
        {
            line.Append($" to: {to[1..^1]}");
            arguments = arguments with { Text = arguments.Text[to.Length..].TrimStart() };
        }

        foreach (var part in known.Command.Parts)
        {
            // A time in front of a text is typed into the text, as in any chat.
            var value = part switch
            {
                TextPart => arguments.When is null ? arguments.Text : arguments.Given,
                WhenPart { StandsAlone: true } => arguments.When?.Typed ?? "",
                _ => arguments.Words.GetValueOrDefault(part.Name, ""),
            };
            if (value.Length > 0) line.Append($" {part.Name}: {value}");
        }

        foreach (var (key, value) in arguments.Options) line.Append($" {key}: {value}");
        if (arguments.Severity is { } severity && !arguments.Options.ContainsKey("severity"))
            line.Append($" severity: {severity.ToString().ToLowerInvariant()}");
        if (arguments.Number is { } number) line.Append($" number: {number}");
        if (arguments.Kinds.Count > 0)
            line.Append(" kind: ").AppendJoin(' ', arguments.Kinds.Select(kind => "#" + Sitrep.Incidents.EntryKinds.Tag(kind)));
        return line.ToString();
    }

    private static string Quoted(string text) => text.StartsWith('"') && text.IndexOf('"', 1) is var close and > 0 ? text[..(close + 1)] : "";
}
