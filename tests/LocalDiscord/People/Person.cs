using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>Somebody in the guild: types, presses, reacts, and sees what the app would show. Refusals are the app's own words.</summary>
public sealed class Person
{
    private readonly World _world;
    private readonly Member _member;

    internal Person(World world, Member member)
    {
        _world = world;
        _member = member;
    }

    public Snowflake Id => _member.User.Id;

    /// <summary>Types a command as one does: <c>/incident start title: Checkout down severity: sev2</c>.</summary>
    /// <exception cref="NotDoneException">No such command, an option missing or wrong, or not allowed.</exception>
    public Interaction Run(Snowflake channel, string typed) => Do(() =>
    {
        var (command, options) = SlashText.Read(_world, _member, Here(channel), typed);
        return Begin(InteractionType.ApplicationCommand, Here(channel), CommandData.Of(_world, command, options));
    });

    /// <summary>Is still typing: the last option of the text is the one that the bot is asked about.</summary>
    public Interaction Autocomplete(Snowflake channel, string typed) => Do(() =>
    {
        var (command, options) = SlashText.Read(_world, _member, Here(channel), typed, isUnfinished: true);
        var data = CommandData.Of(_world, command, options);
        var focused = CommandData.Leaves(data).LastOrDefault() ?? throw new NotDoneException("No option is being typed.");
        if (!CommandData.Definition(command, data, focused.Text("name")!).Flag("autocomplete"))
            throw new NotDoneException($"The option {focused.Text("name")} has no suggestions.");
        focused["focused"] = true;
        return Begin(InteractionType.Autocomplete, Here(channel), data);
    });

    /// <summary>Presses a button, or picks from a menu.</summary>
    /// <param name="customId">The component's <c>custom_id</c>, or a button's label.</param>
    /// <param name="values">What was picked; none for a button.</param>
    public Interaction Press(Snowflake channel, Snowflake message, string customId, params IReadOnlyList<string> values) => Do(() =>
    {
        var pressed = Seen(Here(channel), message);
        var component = ComponentLimits
                .All(pressed.Components)
                .FirstOrDefault(one => one.Text("custom_id") is { } id && (id == customId || one.Text("label") == customId))
                ?? throw new NotDoneException($"Nothing to press is called {customId}.");
        if (component.Flag("disabled")) throw new NotDoneException($"{customId} is disabled.");
        var data = new JsonObject
        {
            ["id"] = component["id"]?.DeepClone(),
            ["custom_id"] = component.Text("custom_id"),
            ["component_type"] = component["type"]!.DeepClone(),
        };
        if (component.Number("type") != 2) data["values"] = MenuPick.Of(component, values);
        return Begin(InteractionType.MessageComponent, Here(channel), data, pressed);
    });

    /// <summary>Fills a modal and sends it.</summary>
    /// <param name="shown">The interaction that the modal answered.</param>
    /// <param name="values">By <c>custom_id</c>; what is left out keeps its value.</param>
    public Interaction Submit(Interaction shown, IReadOnlyDictionary<string, string> values) => Do(() =>
    {
        if (shown.AnswerType != 9 || shown.By != _member) throw new NotDoneException("No modal is open.");
        return Begin(
                InteractionType.ModalSubmit,
                shown.Channel,
                FilledModal.Of((JsonObject)shown.AnswerData!, values),
                shown.Message,
                shown);
    });

    /// <summary>Picks a command from a message's menu ("Apps").</summary>
    public Interaction Menu(Snowflake channel, Snowflake message, string command) => Do(() =>
    {
        var target = Seen(Here(channel), message);
        var found = SlashText
                .Offered(_world, _member, Here(channel))
                .FirstOrDefault(one => CommandForm.Type(one) == CommandForm.MessageMenu && one.Text("name") == command)
                ?? throw new NotDoneException($"The menu has no {command}.");
        return Begin(InteractionType.ApplicationCommand, Here(channel), CommandData.OfMenu(_world, found, target));
    });

    public Message Post(Snowflake channel, string text, Snowflake? replyTo = null) => Do(() =>
    {
        var form = new JsonObject { ["content"] = text };
        if (replyTo is { } to) form["message_reference"] = new JsonObject { ["message_id"] = to };
        return new Posting(_world).Send(Here(channel), _member.User, new(form, []));
    });

    public void Edit(Snowflake channel, Snowflake message, string text) => Do(() =>
    {
        new Posting(_world).Edit(
                Here(channel),
                Own(channel, message),
                new(new JsonObject { ["content"] = text }, []),
                mayMentionAll: false);
        return true;
    });

    public void Delete(Snowflake channel, Snowflake message) => Do(() =>
    {
        var here = Here(channel);
        var found = Seen(here, message);
        if (found.Author != _member.User && !May(here, Permission.ManageMessages)) throw new NotDoneException("Not your message.");
        here.Messages.Remove(found);
        _world.Events.MessageDelete(found, here);
        return true;
    });

    public void React(Snowflake channel, Snowflake message, string emoji) => Do(() =>
    {
        Reactions.Add(_world, Here(channel), Seen(Here(channel), message), Id, emoji);
        return true;
    });

    public void Unreact(Snowflake channel, Snowflake message, string emoji) => Do(() =>
    {
        Reactions.Remove(_world, Here(channel), Seen(Here(channel), message), Id, emoji);
        return true;
    });

    /// <summary>What the channel looks like to this person, oldest first.</summary>
    public IReadOnlyList<Message> Read(Snowflake channel) => Do(() =>
        Here(channel).Messages.Where(message => message.EphemeralTo is null || message.EphemeralTo == Id).ToArray());

    /// <summary>What became of something this person did.</summary>
    public Outcome See(Interaction interaction) => Do(() => Outcome.Of(interaction, _world));

    private T Do<T>(Func<T> deed)
    {
        lock (_world.Gate)
        {
            _world.ArchiveSleepingThreads();
            try { return deed(); }
            catch (Refusal refusal) { throw new NotDoneException(refusal.Message); }
        }
    }

    private Interaction Begin(InteractionType type, Channel channel, JsonObject data, Message? message = null, Interaction? modalOf = null)
    {
        var interaction = new Interaction(_world.Ids.Next(), type, _member, channel, _world.Now)
        {
            Token = "aW50ZXJhY3Rpb24" + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()),
            Data = data,
            Message = message,
            ModalOf = modalOf,
        };
        _world.Interactions[interaction.Id] = interaction;
        _world.Events.Interaction(interaction);
        return interaction;
    }

    private Channel Here(Snowflake id)
    {
        var channel = _world.Find(id) ?? throw new NotDoneException("No such channel.");
        if (channel.Recipient is { } other ? other.Id != Id : !May(channel, Permission.ViewChannel))
            throw new NotDoneException("You cannot see this channel.");
        return channel;
    }

    private Message Seen(Channel channel, Snowflake id) =>
        channel.Messages.Find(message => message.Id == id && (message.EphemeralTo is null || message.EphemeralTo == Id))
        ?? throw new NotDoneException("No such message.");

    private Message Own(Snowflake channel, Snowflake id) =>
        Seen(Here(channel), id) is { } message && message.Author == _member.User
            ? message
            : throw new NotDoneException("Not your message.");

    private bool May(Channel channel, Permission need) => PermissionRules.Of(_world.Guild, Id, channel).HasFlag(need);
}
