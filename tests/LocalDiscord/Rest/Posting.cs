using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Puts a message into a channel: the one way in for the bot, for people and for answers to interactions.</summary>
internal sealed class Posting(World world)
{
    private static readonly TimeSpan _nonceLife = TimeSpan.FromMinutes(5);
    private readonly Access _access = new(world);

    /// <summary>Whoever may write in the channel writes.</summary>
    public Message Send(Channel channel, User author, MessageForm form)
    {
        if (!channel.TakesMessages) throw Refusal.NotAMessageChannel;
        var have = _access.Of(channel, author.Id);
        if (!have.HasFlag(channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages)) throw Refusal.MissingPermissions;
        if (form.Files.Count > 0 && !have.HasFlag(Permission.AttachFiles)) throw Refusal.MissingPermissions;
        if (form.Embeds is { Count: > 0 } && !have.HasFlag(Permission.EmbedLinks)) throw Refusal.MissingPermissions;
        if (channel.Recipient is { AcceptsDirectMessages: false }) throw Refusal.CannotMessageUser;
        if (form.IsEmpty) throw Refusal.EmptyMessage;
        if (form.EnforcesNonce && Earlier(author, form.Nonce) is { } same) return same;
        WakeThread(channel, have);
        var reply = Reply(channel, form);
        var message = new Message(world.Ids.Next(), channel.Id, author)
        {
            Type = reply is null ? 0 : 19,
            SentAt = world.Now,
            Nonce = form.Nonce?.DeepClone(),
            ReplyTo = reply?.Id,
        };
        Fill(message, form, have.HasFlag(Permission.MentionEveryone), reply?.Author.Id);
        Add(channel, message);
        return message;
    }

    /// <summary>Gives a new message its content.</summary>
    public void Fill(Message message, MessageForm form, bool mayMentionAll, Snowflake? repliedTo = null)
    {
        message.Content = form.Content?.Trim() ?? "";
        message.Embeds = EmbedLimits.Kept(form.Embeds ?? []);
        message.Components = ComponentLimits.Kept(form.Components ?? []);
        message.Flags |= form.Flags & (MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2);
        message.Mentions = MentionRules.Read(form.SpokenText, form.AllowedMentions, world.Guild, mayMentionAll, repliedTo);
        Attach(message, form);
    }

    public void Add(Channel channel, Message message)
    {
        channel.Messages.Add(message);
        Notify(channel, message);
        if (channel.Thread is { } thread)
        {
            thread.TotalSent++;
            thread.LastActiveAt = world.Now;
            thread.Members.TryAdd(message.Author.Id, world.Now);
        }

        world.Events.MessageCreate(message, channel);
    }

    /// <summary>Replaces what the form speaks of. An edit notifies nobody.</summary>
    public void Edit(Channel channel, Message message, MessageForm form, bool mayMentionAll)
    {
        var content = form.Has("content") ? form.Content?.Trim() ?? "" : message.Content;
        var embeds = form.Has("embeds") ? form.Embeds ?? [] : message.Embeds;
        var components = form.Has("components") ? form.Components ?? [] : message.Components;
        var files = message.Attachments.Where(file => form.KeptAttachments?.Contains(file.Id) != false).ToList();
        if (content.Length + embeds.Count + components.Count + files.Count + form.Files.Count == 0) throw Refusal.EmptyMessage;
        message.Attachments.RemoveAll(file => !files.Contains(file));
        if (form.Has("embeds")) message.Embeds = EmbedLimits.Kept(embeds);
        if (form.Has("components")) message.Components = ComponentLimits.Kept(components);
        if (form.Has("content"))
        {
            message.Content = content;
            message.Mentions = MentionRules.Read(form.SpokenText, form.AllowedMentions, world.Guild, mayMentionAll, null);
        }

        Attach(message, form);
        message.Flags &= ~MessageFlags.Loading;
        message.EditedAt = world.Now;
        world.Events.MessageUpdate(message, channel);
    }

    /// <summary>Writes into the ledger who is notified; an ephemeral message reaches its one reader alone.</summary>
    public void Notify(Channel channel, Message message)
    {
        if (message.Author.IsBot && !message.Mentions.IsEmpty && message.EphemeralTo is null)
            world.Ledger.Add(new Ping(world.Now, message.Id, channel.Id, message.Mentions));
    }

    private void WakeThread(Channel channel, Permission have)
    {
        if (channel.Thread is not { IsArchived: true } thread) return;
        if ((thread.IsLocked && !have.HasFlag(Permission.ManageThreads)) || !world.Options.ArchivedThreadsReopenOnPost)
            throw Refusal.ArchivedThread;
        thread.IsArchived = false;
        thread.ArchiveChangedAt = world.Now;
        world.Events.ThreadUpdate(channel);
    }

    private void Attach(Message message, MessageForm form)
    {
        foreach (var file in form.Files)
            message.Attachments.Add(new(world.Ids.Next(), file.FileName, file.ContentType, form.DescriptionOf(file), file.Content));
    }

    private static Message? Reply(Channel channel, MessageForm form)
    {
        if (form.ReplyTo is not { } id) return null;
        if (channel.Messages.Find(message => message.Id == id && message.EphemeralTo is null) is { } found) return found;
        if (!form.MustReply) return null;
        var errors = new FormErrors();
        errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        throw errors.Refusal;
    }

    // Everywhere, not in this channel alone: "another message created by the same author with the same nonce".
    private Message? Earlier(User author, JsonNode? nonce) =>
        nonce is null
            ? null
            : world
                .Guild.Channels.Values.Concat(world.DirectMessages.Values)
                .SelectMany(channel => channel.Messages)
                .FirstOrDefault(message =>
                    message.Author == author && message.Nonce?.ToString() == nonce.ToString() && world.Now < message.SentAt + _nonceLife);
}
