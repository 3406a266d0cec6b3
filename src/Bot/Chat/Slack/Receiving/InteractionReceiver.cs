using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Chat.Slack.Effects;
using Sitrep.Occurrences;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>Lets what people click and submit walk, and shows the answer where they are looking.</summary>
internal sealed class InteractionReceiver(CommandHandler handler, SlackPeople people, SlackViews views, StoredMessages messages)
{
    /// <summary>The message menu's "Add to timeline".</summary>
    public const string AddToTimeline = "add_to_timeline";

    /// <summary>The message menu's "Declare an incident from this message".</summary>
    public const string DeclareFromMessage = "declare_from_message";

    /// <summary>The shortcut "Declare an incident".</summary>
    public const string Declare = "declare_incident";

    /// <summary>Takes an interaction.</summary>
    public Task<Acknowledgement> TakeAsync(JsonElement payload)
    {
        // Actions of other apps, or of older versions of this one, are only acknowledged.
        if (payload.Text("type") is not ("block_actions" or "view_submission" or "message_action" or "shortcut"))
            return Task.FromResult(payload.Text("type") is null ? Acknowledgement.NotUnderstood : Acknowledgement.Quietly);
        if (Interaction.Of(payload, people) is not { } interaction) return Task.FromResult(Acknowledgement.Quietly);
        return (interaction.Type, payload.Text("callback_id")) switch
        {
            ("block_actions", _) => ClickedAsync(interaction),
            ("view_submission", _) => SubmittedAsync(interaction),
            ("message_action", AddToTimeline) => AddAsync(interaction),
            ("message_action", DeclareFromMessage) => DeclareAsync(
                interaction,
                MessageReading.Translate(payload.Member("message") ?? default, people)),
            ("shortcut", Declare) => DeclareAsync(interaction, null),
            _ => Task.FromResult(Acknowledgement.Quietly),
        };
    }

    private async Task<Acknowledgement> ClickedAsync(Interaction interaction)
    {
        var action = interaction
            .Payload.Items("actions")
            .FirstOrDefault(action => action.Text("action_id")?.StartsWith(ActionIds.Run, StringComparison.Ordinal) == true);
        if (action.Text("value") is not { Length: > 1 } command) return Acknowledgement.Quietly;
        var typed = new DecodedText(command, [], []).WithTyped(people);
        var reply = await handler.HandleAsync(
            new TextTyped(interaction.Where, interaction.User, interaction.Key, typed.Text)
            {
                People = typed.People,
                Groups = typed.Groups,
            });
        return Shown(interaction, reply, new(command, interaction.Channel));
    }

    private async Task<Acknowledgement> AddAsync(Interaction interaction)
    {
        var message = MessageReading.Translate(interaction.Payload.Member("message") ?? default, people);
        if (message.Id.Length == 0) return Acknowledgement.Quietly;
        var reply = await handler.HandleAsync(
            new MessagePicked(interaction.Where, interaction.User, interaction.Key, message, PickWay.Menu));
        return Shown(interaction, reply, new("", interaction.Channel, message));
    }

    private async Task<Acknowledgement> DeclareAsync(Interaction interaction, PickedMessage? message)
    {
        var reply = await handler.HandleAsync(new TextTyped(interaction.Where, interaction.User, interaction.Key, "/incident start"));
        if (reply.Form is { } form && message is not null) reply = reply with { Form = form.About(message) };
        return Shown(interaction, reply, new("/incident start", interaction.Channel, message));
    }

    private async Task<Acknowledgement> SubmittedAsync(Interaction interaction)
    {
        if (interaction.Context is not { } remembered) return Acknowledgement.Quietly;
        var context = messages.Find(remembered);
        var form = FilledForm.Of(interaction.Payload, people);
        var values = form.Values;
        ChatEvent happened = context is { Command.Length: 0, Message: { } message }
            ? new MessagePicked(
                interaction.Where,
                interaction.User,
                interaction.Key,
                message,
                PickWay.Menu,
                Sitrep.Incidents.IncidentId.TryParse(values.GetValueOrDefault("incident"), out var id) ? id : null)
            : new CommandFilled(interaction.Where, interaction.User, interaction.Key, context.Command, values)
            {
                About = context.Message,
                People = form.People,
                Groups = form.Groups,
            };
        var reply = await handler.HandleAsync(happened);
        return new(json => WriteResult(json, reply, values, context));
    }

    // A mistake is shown at the field it was made in, with everything typed still there.
    private static void WriteResult(Utf8JsonWriter json, Reply reply, IReadOnlyDictionary<string, string> values, FormContext context)
    {
        json.WriteStartObject();
        if (reply.Refused && values.Count > 0)
        {
            json.WriteString("response_action"u8, "errors"u8);
            json.WriteStartObject("errors"u8);
            var field = reply.Field is { } named && values.ContainsKey(named) ? named : values.Keys.First();
            json.WriteString(field, Excerpt.Of(reply.Message.PlainText, 1_000));
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("response_action"u8, "update"u8);
            json.WritePropertyName("view"u8);
            ModalView.Write(json, reply.Message, context with { Message = null, Kept = null });
        }

        json.WriteEndObject();
    }

    private Acknowledgement Shown(Interaction interaction, Reply reply, FormContext context)
    {
        // Delivered again: it was answered then, and the trigger is spent.
        if (reply.Repeated) return Acknowledgement.Quietly;
        return new(Afterwards: cancellation =>
            (reply.Form, interaction) switch
            {
                ({ } form, { IsInModal: true, Trigger: { } trigger }) => views.PushAsync(
                    trigger,
                    form,
                    context with
                    {
                        Command = form.Command,
                    },
                    cancellation),
                ({ } form, { Trigger: { } trigger }) => views.OpenAsync(
                    trigger,
                    form,
                    context with
                    {
                        Command = form.Command,
                    },
                    cancellation),
                (_, { IsInModal: true, ViewId: { } view }) => views.UpdateAsync(
                    view,
                    reply.Message,
                    context with
                    {
                        Message = null,
                    },
                    cancellation),
                (_, { ViewId: not null, Trigger: { } trigger }) => views.OpenAsync(
                    trigger,
                    reply.Message,
                    context with
                    {
                        Message = null,
                    },
                    cancellation),
                _ => reply.Message.Blocks.Count == 0
                    ? Task.CompletedTask
                    : views.SayAsync(
                        interaction.ResponseUrl,
                        interaction.IsEphemeral,
                        interaction.Channel,
                        interaction.User,
                        reply.Message,
                        cancellation),
            });
    }
}
