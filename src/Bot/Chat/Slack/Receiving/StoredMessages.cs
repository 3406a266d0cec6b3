using System.Text.Json;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>
/// The messages that forms are opened about. Slack keeps 3,000 characters with a view, and a message may be longer: then the
/// database keeps it, and the view its hash.
/// </summary>
internal sealed class StoredMessages(KeptTexts kept, ILogger<StoredMessages> log)
{
    /// <summary>The context as a view can carry it.</summary>
    public async Task<FormContext> KeepAsync(FormContext context)
    {
        if (context.Message is not { } message || context.Fits) return context;
        var text = JsonSerializer.Serialize(message, FormContext.Json.PickedMessage);
        try
        {
            await kept.KeepAsync([text]);
            return context with { Message = null, Kept = KeptTexts.Hash(text) };
        }
        catch (Exception problem) when (problem is NotSavedException or StoreException)
        {
            log.LogWarning("A long message could not be kept for its form; the form has its beginning: {Problem}", problem.Message);
            return context;
        }
    }

    /// <summary>The context with its message.</summary>
    public FormContext Find(FormContext context) =>
        context.Kept is { } hash && kept.Find(hash) is { } text
            ? context with { Message = JsonSerializer.Deserialize(text, FormContext.Json.PickedMessage) }
            : context;
}
