using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Sitrep.Chat.Web.Routes;

/// <summary>How the built-in chat speaks JSON. Generated at build time: no reflection at start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplyResource))]
[JsonSerializable(typeof(MessageResource))]
[JsonSerializable(typeof(IReadOnlyList<MessageResource>))]
[JsonSerializable(typeof(IReadOnlyList<ChannelResource>))]
[JsonSerializable(typeof(IReadOnlyList<WaitingPageResource>))]
[JsonSerializable(typeof(IReadOnlyList<CommandResource>))]
internal sealed partial class ChatJson : JsonSerializerContext
{
    /// <summary>Emoji and letters as they are: it is never put into a page's source, and nobody sniffs its type.</summary>
    public static ChatJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Answers with JSON.</summary>
    public static Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, value, type, context.RequestAborted);
    }
}
