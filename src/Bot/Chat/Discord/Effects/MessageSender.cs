using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Effects;

namespace Sitrep.Chat.Discord.Effects;

/// <summary>Posts, changes and pins messages and files.</summary>
internal sealed class MessageSender(DiscordRest rest, DiscordServer server, MessagePosting posting, StoredCustomIds commands)
{
    /// <summary>Posts a message.</summary>
    public async Task<string> PostAsync(OutboxItem delivery, Message message, CancellationToken cancellation)
    {
        await commands.KeepAsync(message);
        return (
            await posting.PostAsync(delivery.Id, await ChannelAsync(delivery, cancellation), Messages.Of(message), cancellation)
        ).ToString();
    }

    /// <summary>Brings a message up to date; one that somebody deleted stays deleted.</summary>
    public async Task UpdateAsync(OutboxItem delivery, UpdateMessage update, CancellationToken cancellation)
    {
        var posted = Standing(delivery);
        await commands.KeepAsync(update.Message);
        var bodies = Messages.Changed(update.Message, posted.Parts.Count);
        foreach (var (part, body) in posted.Parts.Zip(bodies))
            await ChangeAsync(
                posted.Channel,
                RestRoute.Patch("channels/{}/messages/{}", posted.Channel, part),
                Body.Of(body, DiscordJson.Default.MessageBody),
                cancellation);
    }

    /// <summary>Pins a message.</summary>
    public async Task PinAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        var posted = Standing(delivery);
        await ChangeAsync(
            posted.Channel,
            RestRoute.Put("channels/{}/messages/pins/{}", posted.Channel, posted.Parts[0]),
            null,
            cancellation);
    }

    /// <summary>Posts a file, in the place of its older version where there is one.</summary>
    public async Task<string> UploadAsync(OutboxItem delivery, UploadDocument upload, CancellationToken cancellation)
    {
        var body = FileBody(upload);
        if (PostedMessage.Read(delivery.MessageId) is { } posted)
        {
            var change = RestRoute.Patch("channels/{}/messages/{}", posted.Channel, posted.Parts[0]);
            if (await ChangeAsync(posted.Channel, change, Body.Of(body, upload.FileName, upload.Content), cancellation))
                return posted.ToString();
        }

        var channel = await ChannelAsync(delivery, cancellation);
        var nonced = body with { Nonce = MessagePosting.Nonce(delivery.Id, 0), EnforceNonce = true };
        var made = await posting.SendAsync(
            channel,
            RestRoute.Post("channels/{}/messages", channel),
            Body.Of(nonced, upload.FileName, upload.Content),
            patient: false,
            bare: false,
            cancellation);
        return new PostedMessage(channel, [made]).ToString();
    }

    /// <summary>Looks for what an earlier try has posted.</summary>
    public async Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        IReadOnlyList<MessageBody>? parts = delivery.Effect switch
        {
            PostMessage post => Messages.Of(post.Message),
            TellPerson tell => Messages.Of(tell.Message),
            UploadDocument upload when PostedMessage.Read(delivery.MessageId) is null => [FileBody(upload)],
            // Changing and pinning do the same however often they are done.
            _ => null,
        };
        return parts is null
            ? Search.Absent
            : await posting.FindAsync(
                delivery,
                await ChannelAsync(delivery, cancellation),
                parts,
                await server.UserIdAsync(cancellation),
                cancellation);
    }

    private static PostedMessage Standing(OutboxItem delivery) =>
        PostedMessage.Read(delivery.MessageId) ?? throw new PlatformRefusalException("the message was never posted", permanent: true);

    private static MessageBody FileBody(UploadDocument upload) =>
        new() { Content = upload.FileName, Attachments = [new("0", upload.FileName)] };

    // Returns false where somebody deleted the message.
    private async Task<bool> ChangeAsync(string channel, RestRoute operation, Func<HttpContent>? content, CancellationToken cancellation)
    {
        var answer = await posting.TryAsync(channel, operation, content, cancellation);
        if (answer.Said(RestError.UnknownMessage)) return false;
        answer.Done();
        return true;
    }

    private async Task<string> ChannelAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        if (delivery.ChannelId is { } id) return id;
        var to = delivery.Effect.To;
        // Its channel could not be opened: the incident lives in the built-in pages.
        if (to.Incident is { } incident) throw new PlatformRefusalException($"{incident} has no channel", permanent: true);
        if (delivery.Effect is not TellPerson tell) return await server.ChannelIdAsync(to.Channel, cancellation);
        if (!DiscordPeople.Knows(tell.Person))
            throw new PlatformRefusalException($"{tell.Person} is nobody whom Discord knows", permanent: true);
        var made = await rest.SendAsync(
            RestRoute.Post("users/@me/channels"),
            Body.Of(new DirectBody(tell.Person.Id), DiscordJson.Default.DirectBody),
            cancellation);
        return made.Read(DiscordJson.Default.ChannelObject).Id;
    }
}
