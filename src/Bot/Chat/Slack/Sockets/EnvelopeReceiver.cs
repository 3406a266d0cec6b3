using System.Buffers;
using System.Text.Json;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Receiving;
using Sitrep.Storage;

namespace Sitrep.Chat.Slack.Sockets;

/// <summary>Takes what a socket delivers and acknowledges it by its <c>envelope_id</c>, after the commit.</summary>
internal sealed class EnvelopeReceiver(SlackReceiver receiver, ILogger<EnvelopeReceiver> log)
{
    /// <summary>Takes one message of a socket.</summary>
    /// <param name="envelope">The message.</param>
    /// <param name="send">Sends the acknowledgement.</param>
    /// <param name="cancellation">Ends what comes afterwards.</param>
    public async Task TakeAsync(
        JsonElement envelope,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task> send,
        CancellationToken cancellation)
    {
        if (envelope.Text("envelope_id") is not { } id) return;
        try
        {
            var taken = await TakeAsync(envelope);
            // Without an acknowledgement Slack delivers it again.
            if (!taken.IsSaved) return;
            if (!taken.IsUnderstood) log.LogWarning("Slack sent a {Type} that the bot does not understand", envelope.Text("type"));
            await send(Acknowledgement(id, envelope.Flag("accepts_response_payload") ? taken.Answer : null), cancellation);
            CrashPoint.Reach("after-answer");
            if (taken.Afterwards is { } afterwards) await FollowUp.DoAsync(afterwards, log, cancellation);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Whatever it was, the socket goes on; what was not acknowledged comes again.
            if (!cancellation.IsCancellationRequested) log.LogError(problem, "An envelope of type {Type} failed", envelope.Text("type"));
        }
    }

    private Task<Acknowledgement> TakeAsync(JsonElement envelope)
    {
        var payload = envelope.Member("payload") ?? default;
        return envelope.Text("type") switch
        {
            "slash_commands" => Command(payload) is { } command
                ? receiver.CommandAsync(command)
                : Task.FromResult(Sitrep.Chat.Slack.Receiving.Acknowledgement.NotUnderstood),
            "interactive" => receiver.InteractionAsync(payload),
            "events_api" => receiver.EventAsync(payload),
            _ => Task.FromResult(Sitrep.Chat.Slack.Receiving.Acknowledgement.NotUnderstood),
        };
    }

    private static SlashCommand? Command(JsonElement payload) =>
        SlashCommand.Of(
            payload.Text("command"),
            payload.Text("text"),
            payload.Text("channel_id"),
            payload.Text("user_id"),
            payload.Text("user_name"),
            payload.Text("trigger_id"),
            payload.Text("response_url"));

    private static ReadOnlyMemory<byte> Acknowledgement(string id, Action<Utf8JsonWriter>? answer)
    {
        var frame = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(frame, SlackAnswer.Readable);
        json.WriteStartObject();
        json.WriteString("envelope_id"u8, id);
        if (answer is not null)
        {
            json.WritePropertyName("payload"u8);
            answer(json);
        }

        json.WriteEndObject();
        json.Flush();
        return frame.WrittenMemory;
    }
}
