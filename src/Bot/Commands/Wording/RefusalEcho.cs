using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>Gives people back what they typed and the bot did not do, letter by letter: they need not type it again.</summary>
internal static class RefusalEcho
{
    private const int Longest = 2_000;

    /// <summary>The same refusal with the typed text behind its reason; any other decision as it is.</summary>
    public static Decision Complete(Decision decision, ParsedEvent parsed)
    {
        if (!decision.Reply.Refused || Text(decision.Refusal?.Text ?? "", parsed) is not { Length: > 0 } text) return decision;
        var echo = Line.Of($"Your text: \"{Excerpt.Of(text, Longest)}\".");
        var message = decision.Reply.Message;
        if (decision.Refusal is null || message.Blocks is not [Paragraph reason, ..]) return decision.Adding(echo);
        var first = new Paragraph(reason.Line.Then(Line.Of($" ")).Then(echo));
        return decision with { Reply = decision.Reply with { Message = message with { Blocks = [first, .. message.Blocks.Skip(1)] } } };
    }

    // The part that the refusal is about where that is all but the command's words; else everything.
    private static string Text(string part, ParsedEvent parsed)
    {
        var typed = parsed.Typed.Trim();
        if (typed.Length == 0) return part;
        if (parsed.Input is KnownCommand known && (IsEmpty(known) || known.Arguments.Has(UnreadParts.AskFirst))) return "";
        var head = part.Length > 0 && typed.EndsWith(part, StringComparison.Ordinal) ? typed[..^part.Length] : typed;
        return typed.StartsWith('/') && IsOnlyWords(head, parsed.Input) ? part : typed;
    }

    // An incident's or entry's number alone is not worth giving back.
    private static bool IsEmpty(KnownCommand known) =>
        known.Arguments is { Text.Length: 0, Given.Length: 0, Options.Count: 0, Kinds.Count: 0, Severity: null }
        && known.Arguments.Flags.All(flag => known.Command.Parts.Any(part => part is FlagPart { IsHidden: true } && part.Name == flag));

    private static bool IsOnlyWords(string head, ParsedInput input)
    {
        var words = head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !IncidentId.TryParse(word, out _));
        var text = string.Join(' ', words).TrimStart('/');
        return input switch
        {
            KnownCommand known => CommandTable.Find(text) == known.Command,
            UnknownWord word => text.Equals(word.Words, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
