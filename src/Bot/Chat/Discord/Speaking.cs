using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord;

/// <summary>Posts, changes and pins messages and files.</summary>
internal sealed class Speaking(DiscordRest rest, DiscordServer server, MessagePosting posting, LongCommands commands)
{
    /// <summary>Posts a message.</summary>
    public async Task<string> PostAsync(Delivery delivery, Message message, CancellationToken cancellation)
    {
        await commands.KeepAsync(message);
        return (await posting.PostAsync(delivery.Id, await ChannelAsync(delivery, cancellation), Messages.Of(message), cancellation)).ToString();
    }

    /// <summary>Brings a message up to date; one that somebody deleted stays deleted.</summary>
    public async Task UpdateAsync(Delivery delivery, UpdateMessage update, CancellationToken cancellation)
    {
        var posted = Standing(delivery);
        await commands.KeepAsync(update.Message);
        var bodies = Messages.Changed(update.Message, posted.Parts.Count);
        foreach (var (part, body) in posted.Parts.Zip(bodies))
            await ChangeAsync(posted.Channel, Operation.Patch("channels/{}/messages/{}", posted.Channel, part), Body.Of(body, DiscordJson.Default.MessageBody), cancellation);
    }

    /// <summary>Pins a message.</summary>
    public async Task PinAsync(Delivery delivery, CancellationToken cancellation)
    {
        var posted = Standing(delivery);
        await ChangeAsync(posted.Channel, Operation.Put("channels/{}/messages/pins/{}", posted.Channel, posted.Parts[0]), null, cancellation);
    }

    /// <summary>Posts a file, in the place of its older version where there is one.</summary>
    public async Task<string> UploadAsync(Delivery delivery, UploadDocument upload, CancellationToken cancellation)
    {
        var body = FileBody(upload);
        if (Posted.Read(delivery.MessageId) is { } posted)
        {
            var change = Operation.Patch("channels/{}/messages/{}", posted.Channel, posted.Parts[0]);
            if (await ChangeAsync(posted.Channel, change, Body.Of(body, upload.FileName, upload.Content), cancellation)) return posted.ToString();
        }

        var channel = await ChannelAsync(delivery, cancellation);
        var nonced = body with { Nonce = MessagePosting.Nonce(delivery.Id, 0), EnforceNonce = true };
        var made = await posting.SendAsync(channel, Operation.Post("channels/{}/messages", channel), Body.Of(nonced, upload.FileName, upload.Content), patient: false, bare: false, cancellation);
        return new Posted(channel, [made]).ToString();
    }

    /// <summary>Looks for what an earlier try has posted.</summary>
    public async Task<Search> FindAsync(Delivery delivery, CancellationToken cancellation)
    {
        IReadOnlyList<MessageBody>? parts = delivery.Effect switch
        {
            PostMessage post => Messages.Of(post.Message),
            TellPerson tell => Messages.Of(tell.Message),
            UploadDocument upload when Posted.Read(delivery.MessageId) is null => [FileBody(upload)],
            // Changing and pinning do the same however often they are done.
            _ => null,
        };
        return parts is null
            ? Search.Absent
            : await posting.FindAsync(delivery, await ChannelAsync(delivery, cancellation), parts, await server.ApplicationIdAsync(cancellation), cancellation);
    }

    private static Posted Standing(Delivery delivery) =>
        Posted.Read(delivery.MessageId) ?? throw new PlatformRefusalException("the message was never posted", permanent: true);

    private static MessageBody FileBody(UploadDocument upload) => new() { Content = upload.FileName, Attachments = [new("0", upload.FileName)] };

    // Returns false where somebody deleted the message.
    private async Task<bool> ChangeAsync(string channel, Operation operation, Func<HttpContent>? content, CancellationToken cancellation)
    {
        var answer = await posting.TryAsync(channel, operation, content, cancellation);
        if (answer.Said(RestError.UnknownMessage)) return false;
        answer.Done();
        return true;
    }

    private async Task<string> ChannelAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.ChannelId is { } id) return id;
        var to = delivery.Effect.To;
        // Its channel could not be opened: the incident lives in the built-in pages.
        if (to.Incident is { } incident) throw new PlatformRefusalException($"{incident} has no channel", permanent: true);
        if (delivery.Effect is not TellPerson tell) return await server.ChannelIdAsync(to.Channel, cancellation);
        if (!Snowflake.IsOne(tell.Person.Id)) throw new PlatformRefusalException($"{tell.Person} is nobody whom Discord knows", permanent: true);
        var made = await rest.SendAsync(Operation.Post("users/@me/channels"), Body.Of(new DirectBody(tell.Person.Id), DiscordJson.Default.DirectBody), cancellation);
        return made.Read(DiscordJson.Default.ChannelObject).Id;
    }
}
