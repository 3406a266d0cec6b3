using System.Text;
using System.Text.Json;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;

namespace Sitrep.Chat.Web.Routes;

/// <summary>Reads the body of a sent message.</summary>
internal static class PostMessageRequest
{
    /// <summary>The most bytes a request may carry.</summary>
    public const int MostBytes = 1 << 20;

    private const int LongestName = 80;
    private const int LongestKey = 200;
    private const string Expected =
        "Send {\"user\":\"ana\",\"text\":\"/incident help\"}, or {\"user\":\"ana\",\"form\":\"incident start\",\"values\":{\"title\":\"…\"}}.";

    /// <summary>Reads it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="channel">The channel it goes to.</param>
    public static async Task<BodyRead> ReadAsync(HttpContext context, string channel)
    {
        if (!context.Request.HasJsonContentType())
            return new Rejected(
                StatusCodes.Status415UnsupportedMediaType,
                "Not JSON",
                $"Nothing was stored. Use the header Content-Type: application/json. {Expected}");
        if (context.Request.ContentLength > MostBytes)
            return new Rejected(StatusCodes.Status413PayloadTooLarge, "Too long", "Nothing was stored. A message has at most 1 MiB.");
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey) return Wrong($"Idempotency-Key has at most {LongestKey} characters.");
        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false));
        var text = JsonRepair.LoneSurrogates(await reader.ReadToEndAsync(context.RequestAborted));
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(json.RootElement, channel, key)
                : Wrong("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            return Wrong("The body is not JSON.");
        }
    }

    private static BodyRead Read(JsonElement body, string channel, string key)
    {
        if (body.Text("user") is not { } sender) return Wrong("\"user\" must be a text.");
        var name = TypedText.Clean(sender).Text.ReplaceLineEndings(" ").Trim().TrimStart('@');
        if (name.Length is 0 or > LongestName) return Wrong($"\"user\" must be a name of 1 to {LongestName} characters.");
        var where = new ChannelRef(Platforms.Web, channel);
        var user = Person.Named(Platforms.Web, name);
        // One sender's keys never meet another's, nor the same key in another channel.
        var delivery = key.Length == 0 ? null : $"{channel}/{Uri.EscapeDataString(user.Id)}/{key}";
        // The zone of the sender's clock; a browser's that nobody here knows is as good as none.
        var zone = body.Text("zone") is { } named ? Zone.Parse(named) : null;
        if (body.TryGetProperty("pick", out var pick))
        {
            return pick.ValueKind == JsonValueKind.Number && pick.TryGetInt64(out var message) && Values(body) is { } chosen
                ? new Picked(where, user, delivery, message, IncidentId.TryParse(chosen.GetValueOrDefault("incident", ""), out var id) ? id : null)
                : Wrong("\"pick\" must be the id of a message.");
        }

        if (body.TryGetProperty("form", out var form))
        {
            if (form.ValueKind != JsonValueKind.String || form.GetString()!.Trim() is not { Length: > 0 } command)
                return Wrong("\"form\" must be a command, as the form named it.");
            return Values(body) is { } values
                ? new Accepted(new CommandFilled(where, user, delivery, command, values) { ReaderZone = zone })
                : Wrong("\"values\" must be an object of texts.");
        }

        if (body.Text("text") is not { } text) return Wrong("\"text\" must be a text.");
        return TypedText.Clean(text).Text.Trim().Length == 0
            ? Wrong("\"text\" is empty.")
            : new Accepted(new TextTyped(where, user, delivery, text) { ReaderZone = zone });
    }

    private static Dictionary<string, string>? Values(JsonElement body)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!body.TryGetProperty("values", out var values)) return filled;
        if (values.ValueKind != JsonValueKind.Object) return null;
        foreach (var value in values.EnumerateObject())
        {
            if (value.Value.ValueKind != JsonValueKind.String) return null;
            if (value.Value.GetString() is { Length: > 0 } text) filled[value.Name] = text;
        }

        return filled;
    }

    private static Rejected Wrong(string reason) =>
        new(StatusCodes.Status400BadRequest, "Not a message", $"{reason} Nothing was stored. {Expected}");
}

/// <summary>A body, read.</summary>
internal abstract record BodyRead;

/// <summary>It says something.</summary>
internal sealed record Accepted(ChatEvent Event) : BodyRead;

/// <summary>A message of the channel is to be recorded.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="User">Who picks it.</param>
/// <param name="EventKey">The id of this request; null for none.</param>
/// <param name="Message">The message's id.</param>
/// <param name="Incident">The incident it is for; null for the channel's.</param>
internal sealed record Picked(ChannelRef Channel, Person User, string? EventKey, long Message, IncidentId? Incident) : BodyRead;

/// <summary>It cannot be read.</summary>
internal sealed record Rejected(int Status, string Title, string Detail) : BodyRead;
