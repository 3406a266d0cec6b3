using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Chat.Web.Live;
using Sitrep.Chat.Web.Tables;
using Sitrep.Commands.Grammar;
using Sitrep.Http;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Prose;
using Sitrep.Storage;

namespace Sitrep.Chat.Web.Routes;

/// <summary>
/// <c>POST /api/chat/{channel}/messages</c>: a command walks and is answered; anything else is talk, shown in the
/// channel.
/// </summary>
internal sealed class MessageRoute(CommandHandler handler, WriteQueue writes, IStore store, LiveFeed feed, TimeProvider clock)
{
    // As long as a command waits.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Takes a message; it is committed before it is answered.</summary>
    public async Task PostAsync(HttpContext context)
    {
        if (RequestValues.Channel(context) is not { } channel)
        {
            await ChatRoutes.NoChannelAsync(context);
            return;
        }

        switch (await PostMessageRequest.ReadAsync(context, channel))
        {
            case Accepted accepted:
                if (accepted.Event is TextTyped typed) await KeepTalkAsync(typed);
                await AnswerAsync(context, await handler.HandleAsync(accepted.Event));
                break;
            case Picked picked:
                await PickAsync(context, picked);
                break;
            case Rejected rejected:
                await Problems.WriteAsync(context, rejected.Status, rejected.Title, rejected.Detail);
                break;
        }
    }

    private static async Task AnswerAsync(HttpContext context, Reply reply)
    {
        await ChatJson.WriteAsync(context, ReplyResource.Of(reply), ChatJson.Readable.ReplyResource);
        await context.Response.CompleteAsync();
        CrashPoint.Reach("after-answer");
    }

    private async Task PickAsync(HttpContext context, Picked picked)
    {
        if (Find(picked) is not { author: { } author } row)
        {
            await Problems.WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                "No such message",
                "Only what a person wrote in this channel can be added to a timeline. Nothing was stored.");
            return;
        }

        var message = new PickedMessage(
            $"{row.id}",
            Person.Named(Platforms.Web, author),
            Instants.Parse(row.at),
            row.Said().PlainText);
        var reply = await handler.HandleAsync(
            new MessagePicked(picked.Channel, picked.User, picked.EventKey, message, PickWay.Menu, picked.Incident));
        // Everybody sees the mark on the message, as if it had been edited.
        if (!reply.Refused) await writes.RunAsync(transaction => ChatWrites.Touch(transaction, row.id), _patience);
        feed.Wake();
        await AnswerAsync(context, reply);
    }

    private ChatRow? Find(Picked picked)
    {
        using var connection = store.Open();
        return ChatLog.MayRead(connection, picked.Channel.Id, Viewer.Of(picked.User))
            ? ChatLog.Message(connection, picked.Channel.Id, picked.Message)
            : null;
    }

    // A command is seen by nobody but who types it; what comes of it is the bot's to say.
    private async Task KeepTalkAsync(TextTyped typed)
    {
        var text = TypedText.Clean(typed.Text).Text;
        if (EventReader.CommandText(text) is not null) return;
        var now = clock.GetUtcNow();
        var key = typed.EventKey is { } delivery ? "typed/" + delivery : null;
        await writes.RunAsync(transaction => ChatWrites.Post(
            transaction, typed.Channel.Id, typed.User.Name, now, Message.Of(Line.Typed(text.Trim())), key), _patience);
        feed.Wake();
    }
}
