using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Effects;
using Sitrep.Occurrences;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>Lets events walk; what an event needs of Slack is asked for after it is acknowledged.</summary>
internal sealed class EventReceiver(
    CommandHandler handler,
    EventTranslation translation,
    SlackPeople people,
    MessagePosting posting,
    ChannelRejoining back,
    HomeTab home,
    SlackStatus standing)
{
    /// <summary>Takes an event with its wrapper.</summary>
    public async Task<Acknowledgement> TakeAsync(JsonElement payload)
    {
        if (payload.Member("event") is not { ValueKind: JsonValueKind.Object } happened)
            return payload.Text("type") == "app_rate_limited" ? Acknowledgement.Quietly : Acknowledgement.NotUnderstood;
        switch (happened.Text("type"))
        {
            case "app_home_opened" when happened.Text("user") is { } user && happened.Text("tab") is null or "home":
                return new(Afterwards: cancellation => home.ShowAsync(happened.Text("user")!, cancellation));
            case "channel_left" or "channel_unarchive" when happened.Text("channel") is { } channel:
                return new(Afterwards: cancellation => back.IntoAsync(channel, cancellation));
            // People's own tokens are none of the bot's.
            case "tokens_revoked" when happened.Member("tokens") is { } tokens && !tokens.Items("bot").Any():
                return Acknowledgement.Quietly;
            case "tokens_revoked" or "app_uninstalled":
                standing.Refused(happened.Text("type") == "tokens_revoked" ? "token_revoked" : "account_inactive");
                return Acknowledgement.Quietly;
            case "user_change" or "team_join" when happened.Member("user") is { } user && user.Text("id") is { } id:
                people.Learn(id, user);
                return Acknowledgement.Quietly;
        }

        if (translation.Translate(happened, payload.Text("event_id")) is not { } translated) return Acknowledgement.Quietly;
        var reply = await handler.HandleAsync(translated);
        if (reply.Unsaved) return Acknowledgement.Unsaved;
        // The author of a message may be picked later, by a menu that gives only the id.
        if (translated is TextTyped && reply == Reply.Nothing)
            return new(Afterwards: cancellation => people.FindAsync(translated.User.Id, cancellation));
        return reply.Repeated || reply.Message.Blocks.Count == 0
            ? Acknowledgement.Quietly
            : new(Afterwards: cancellation => posting.WhisperAsync(translated.Channel.Id, translated.User, reply.Message, cancellation));
    }
}
