using System.Text.Json;
using System.Text.Json.Serialization;
using Sitrep.Chat.Events;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>The context of a modal until it is submitted; it travels in the view's <c>private_metadata</c>.</summary>
/// <param name="Command">The command the form fills.</param>
/// <param name="Channel">The channel it was opened in.</param>
/// <param name="Message">The message it was opened from; null for none.</param>
/// <param name="Kept">The name under which <see cref="StoredMessages"/> keeps that message; null where it is here.</param>
internal sealed record FormContext(string Command, string Channel, PickedMessage? Message = null, string? Kept = null)
{
    private const int Longest = 3_000;

    // Letters of every script as they are: escaped they would take six times the room, and words would be cut.
    public static SlackJson Json { get; } = new(
        new JsonSerializerOptions(SlackJson.Default.Options)
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    /// <summary>Whether a view can carry it.</summary>
    [JsonIgnore]
    public bool Fits => JsonSerializer.Serialize(this, Json.FormContext).Length <= Longest;

    /// <summary>For the view. A long message is cut: Slack keeps no more with a view.</summary>
    public string ToMetadata()
    {
        var text = JsonSerializer.Serialize(this, Json.FormContext);
        if (text.Length <= Longest || Message is null) return text;
        var less = Math.Max(100, Message.Text.Length - (text.Length - Longest) - 50);
        for (; ; less /= 2)
        {
            text = JsonSerializer.Serialize(
                this with
                {
                    Message = Message with { Text = Sitrep.Prose.Excerpt.Of(Message.Text, less) },
                },
                Json.FormContext);
            if (text.Length <= Longest || less < 10) return text;
        }
    }

    /// <summary>From a view; null where it is none of the bot's.</summary>
    public static FormContext? Parse(string? metadata)
    {
        try
        {
            return string.IsNullOrEmpty(metadata) ? null : Placed(JsonSerializer.Deserialize(metadata, SlackJson.Default.FormContext));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A view may have been opened before people said their platform; who writes a message in Slack is Slack's.
    private static FormContext? Placed(FormContext? context) =>
        context is { Message: { } message }
            ? context with
            {
                Message = message with { Author = SlackPeople.Of(message.Author.Id, message.Author.Name) },
            }
            : context;
}

/// <summary>The JSON that the bot keeps with Slack. Generated at build time: no reflection at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FormContext))]
[JsonSerializable(typeof(PickedMessage))]
internal sealed partial class SlackJson : JsonSerializerContext;
