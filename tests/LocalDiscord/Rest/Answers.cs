using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Messages that a token writes: they need no permission in the channel, and may be seen by one person alone.</summary>
internal sealed class Answers(World world)
{
    private readonly Posting _posting = new(world);

    public Message Send(Interaction interaction, MessageForm form, bool isEphemeral = false)
    {
        if (form.IsEmpty) throw Refusal.EmptyMessage;
        var message = New(interaction, isEphemeral || form.Flags.HasFlag(MessageFlags.Ephemeral));
        _posting.Fill(message, form, MayMentionAll(interaction));
        _posting.Add(interaction.Channel, message);
        return message;
    }

    /// <summary>"Thinking…", until it is edited.</summary>
    public Message Defer(Interaction interaction, MessageFlags flags)
    {
        var message = New(interaction, flags.HasFlag(MessageFlags.Ephemeral));
        message.Flags |= MessageFlags.Loading;
        _posting.Add(interaction.Channel, message);
        return message;
    }

    public void Edit(Interaction interaction, Message message, MessageForm form)
    {
        var wasLoading = message.Flags.HasFlag(MessageFlags.Loading);
        _posting.Edit(interaction.Channel, message, form, MayMentionAll(interaction));
        // What replaces "thinking" is the message's first text, and notifies as one.
        if (wasLoading) _posting.Notify(interaction.Channel, message);
    }

    private Message New(Interaction interaction, bool isEphemeral) =>
        new(world.Ids.Next(), interaction.Channel.Id, world.Bot)
        {
            Type =
                interaction.Type == InteractionType.ApplicationCommand
                    ? (int?)interaction.Data.Number("type") == CommandForm.ChatInput
                        ? 20
                        : 23
                    : 19,
            SentAt = world.Now,
            AnswerTo = interaction,
            ReplyTo = interaction.Type == InteractionType.ApplicationCommand ? null : interaction.Message?.Id,
            EphemeralTo = isEphemeral ? interaction.By.User.Id : null,
            Flags = isEphemeral ? MessageFlags.Ephemeral : MessageFlags.None,
        };

    private bool MayMentionAll(Interaction interaction) =>
        PermissionRules.Of(world.Guild, world.Bot.Id, interaction.Channel).HasFlag(Permission.MentionEveryone);
}
