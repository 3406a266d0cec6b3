using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Effects;
using Sitrep.Chat.Slack.Receiving;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>Opens, stacks and changes views. A trigger lives three seconds, so a view that fails is said in words.</summary>
internal sealed class SlackViews(SlackApi api, MessagePosting posting, StoredMessages messages)
{
    /// <summary>Whether the bot has a token to open views with.</summary>
    public bool CanOpen => api.HasToken;

    /// <summary>Opens a form.</summary>
    public Task OpenAsync(string trigger, Form form, FormContext context, CancellationToken cancellation) =>
        AskAsync("views.open", trigger, form, context, cancellation);

    /// <summary>Opens an answer.</summary>
    public Task OpenAsync(string trigger, Message message, FormContext context, CancellationToken cancellation) =>
        CallAsync(
            "views.open",
            json => json.WriteString("trigger_id"u8, trigger),
            json => ModalView.Write(json, message, context),
            cancellation);

    /// <summary>Puts a form on top of the modal it was asked for in.</summary>
    public Task PushAsync(string trigger, Form form, FormContext context, CancellationToken cancellation) =>
        AskAsync("views.push", trigger, form, context, cancellation);

    /// <summary>Turns a modal into an answer.</summary>
    public Task UpdateAsync(string view, Message message, FormContext context, CancellationToken cancellation) =>
        CallAsync(
            "views.update",
            json => json.WriteString("view_id"u8, view),
            json => ModalView.Write(json, message, context),
            cancellation);

    /// <summary>Shows somebody's Home tab.</summary>
    public Task PublishAsync(string user, Action<Utf8JsonWriter> view, CancellationToken cancellation) =>
        CallAsync("views.publish", json => json.WriteString("user_id"u8, user), view, cancellation);

    /// <summary>Says something to the one who acted: where Slack said an answer may go, else within the channel.</summary>
    /// <param name="address">The response URL; null for none.</param>
    /// <param name="replaces">Whether it takes the place of the message that was acted on.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="to">Who acted.</param>
    /// <param name="message">What is said.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task SayAsync(Uri? address, bool replaces, string channel, Person to, Message message, CancellationToken cancellation)
    {
        if (address is null)
        {
            await posting.WhisperAsync(channel, to, message, cancellation);
            return;
        }

        await api.RespondAsync(address, json =>
        {
            json.WriteString("response_type"u8, "ephemeral"u8);
            json.WriteBoolean("replace_original"u8, replaces);
            BlockKit.Write(json, message);
        }, cancellation);
    }

    private async Task AskAsync(string method, string trigger, Form form, FormContext context, CancellationToken cancellation)
    {
        context = await messages.KeepAsync(context);
        await CallAsync(
            method,
            json => json.WriteString("trigger_id"u8, trigger),
            json => ModalView.Write(json, form, context),
            cancellation);
    }

    private Task<JsonElement> CallAsync(
        string method,
        Action<Utf8JsonWriter> where,
        Action<Utf8JsonWriter> view,
        CancellationToken cancellation) =>
        api.CallAsync(
            method,
            json =>
            {
                where(json);
                json.WritePropertyName("view"u8);
                view(json);
            },
            cancellation);
}
