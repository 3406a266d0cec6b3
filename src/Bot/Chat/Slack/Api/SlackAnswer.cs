using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Blocks;

namespace Sitrep.Chat.Slack.Api;

/// <summary>The direct answer to a command: seen by the one who typed.</summary>
internal static class SlackAnswer
{
    /// <summary>Emoji and letters as they are: Slack reads UTF-8, and nobody puts it into a page.</summary>
    public static JsonWriterOptions Readable { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes it as the object that Slack expects in a response or an acknowledged envelope.</summary>
    public static void Write(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        json.WriteString("response_type"u8, "ephemeral"u8);
        BlockKit.Write(json, message);
        json.WriteEndObject();
    }

    /// <summary>Sends it as the response.</summary>
    public static async Task SendAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, Readable)) write(json);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }
}
