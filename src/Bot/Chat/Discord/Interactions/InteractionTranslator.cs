using System.Globalization;
using System.Text.Json;
using Sitrep.Chat.Discord.Interactions.Registration;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Events;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>Translates interactions into what the bot understands, and decides nothing.</summary>
internal sealed class InteractionTranslator(IReadOnlyList<CommandShape> shapes, StoredCustomIds commands, NameCache names)
{
    private readonly InteractionPeople _people = new();

    /// <summary>The event; null where it is nothing of the bot's, or a button whose command is not kept any more.</summary>
    public ChatEvent? Read(InteractionObject asked)
    {
        var people = _people.Of(asked);
        var where = asked.Where;
        var who = Who(asked);
        var happened = asked switch
        {
            { Type: InteractionType.Command, Data.Name: CommandBodies.AddToTimeline } when About(asked) is { } message => new MessagePicked(
                where,
                who,
                asked.Id,
                message,
                PickWay.Menu),
            { Type: InteractionType.Command, Data.Name: CommandBodies.Declare } => new TextTyped(where, who, asked.Id, "/incident start"),
            { Type: InteractionType.Command, Data: { } data } when Shape(data) is var (shape, options) => Command(
                asked,
                where,
                who,
                shape,
                options,
                people),
            { Type: InteractionType.Click, Data.CustomId: { } id } => CustomId.Read(id) switch
            {
                ({ } command, _) => new TextTyped(where, who, asked.Id, command),
                (_, { } hash) => commands.Find(hash) is { } kept ? new TextTyped(where, who, asked.Id, kept) : null,
                _ => (ChatEvent?)null,
            },
            { Type: InteractionType.Form, Data: { CustomId: { } id, Components: { } fields } } => Form(
                asked,
                where,
                who,
                id,
                fields,
                people),
            _ => null,
        };
        if (happened is null) return null;
        var text = happened switch
        {
            TextTyped typed => typed.Text,
            CommandFilled filled => string.Join('\n', filled.Values.Values),
            _ => "",
        };
        return happened with { People = [.. people, .. _people.Typed(text)], Groups = names.Roles.In(text) };
    }

    /// <summary>The message from whose menu a command was chosen; null for none.</summary>
    public PickedMessage? About(InteractionObject asked) =>
        asked.Data is { TargetId: { } target, Resolved.Messages: { } messages } && messages.TryGetValue(target, out var message)
            ? MessageObjects.Of(message, names)
            : null;

    /// <summary>The person who asks, by the name that people of the server see.</summary>
    public static Person Who(InteractionObject asked) => DiscordPeople.Of(asked.Member?.User ?? asked.User, asked.Member?.Nick);

    /// <summary>The command that is meant, with the options given so far; null where it is none of the bot's.</summary>
    public (CommandShape Shape, IReadOnlyList<OptionObject> Options)? Shape(InteractionData data)
    {
        var verb = new List<string>();
        var options = data.Options ?? [];
        while (options is [{ Type: 1 or 2 } sub])
        {
            verb.Add(sub.Name);
            options = sub.Options ?? [];
        }

        var words = string.Join(' ', verb);
        var shape = shapes.FirstOrDefault(shape => shape.Root == data.Name && shape.Verb == words);
        return shape is null ? null : (shape, options);
    }

    /// <summary>An option's value as text; a flag that is off is no value.</summary>
    public static string? Value(OptionObject option) =>
        option.Value switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole)
                ? whole.ToString(CultureInfo.InvariantCulture)
                : number.GetRawText(),
            { ValueKind: JsonValueKind.True } => option.Name,
            _ => null,
        };

    private CommandFilled Command(
        InteractionObject asked,
        ChannelRef where,
        Person who,
        CommandShape shape,
        IReadOnlyList<OptionObject> options,
        IReadOnlyList<Person> people)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (Value(option) is not { Length: > 0 } value) continue;
            var part = shape.Parts.FirstOrDefault(part => part.Name == option.Name);
            values[option.Name] =
                part?.Takes == PartKind.Somebody
                    ? "@" + (people.FirstOrDefault(person => person.Id == value)?.Name ?? value)
                    : MentionDecoder.Plain(value, people, names);
        }

        return new(where, who, asked.Id, shape.Words, values);
    }

    // The roles and names beside a picker belong to its field.
    private static void Add(Dictionary<string, string> values, string input, string value)
    {
        var key = input;
        foreach (var suffix in (string[])[Modal.Roles, Modal.Names])
            if (input.EndsWith(suffix, StringComparison.Ordinal)) key = input[..^suffix.Length];
        values[key] = values.TryGetValue(key, out var before) ? $"{before}, {value}" : value;
    }

    private ChatEvent? Form(
        InteractionObject asked,
        ChannelRef where,
        Person who,
        string id,
        IReadOnlyList<FilledComponent> fields,
        IReadOnlyList<Person> people)
    {
        var (command, hash) = CustomId.Read(id);
        command ??= hash is null ? null : commands.Find(hash);
        if (command is null) return null;
        var kept = ModalContext.Read(command);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in FilledComponent.Inputs(fields))
            if (field.Marked is { Length: > 0 } value && field.CustomId is { } input)
                Add(values, input, MentionDecoder.Plain(value, people, names));
        return kept is { Command.Length: 0, About: { } message }
            ? new MessagePicked(
                where,
                who,
                asked.Id,
                message,
                PickWay.Menu,
                IncidentId.TryParse(values.GetValueOrDefault("incident"), out var incident) ? incident : null)
            : new CommandFilled(where, who, asked.Id, kept.Command, values) { About = kept.About };
    }
}
