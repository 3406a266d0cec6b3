using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>Request bodies. Each is made anew for each try.</summary>
internal static class Body
{
    /// <summary>JSON.</summary>
    public static Func<HttpContent> Of<T>(T body, JsonTypeInfo<T> type) => () => JsonContent.Create(body, type);

    /// <summary>A message with a file (docs: reference, "Uploading Files").</summary>
    public static Func<HttpContent> Of(MessageBody body, string fileName, string content) => () =>
    {
        var parts = new MultipartFormDataContent
        {
            { JsonContent.Create(body, DiscordJson.Default.MessageBody), "payload_json" },
        };
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/markdown", "utf-8");
        parts.Add(file, "files[0]", fileName);
        return parts;
    };
}
