using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>The API's answer: yes with a body, or no with a code of its own (docs: topics, "Opcodes and Status Codes", JSON).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; empty for none.</param>
/// <param name="Error">The error; null for a yes.</param>
internal sealed record RestAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body, RestError? Error)
{
    /// <summary>Whether it refused with this code.</summary>
    public bool Said(int code) => Error?.Code == code;

    /// <summary>The body of a yes.</summary>
    /// <exception cref="PlatformRefusalException">It was a no.</exception>
    /// <exception cref="HttpRequestException">It was a yes that cannot be read: nobody knows what was done.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        Done();
        try
        {
            return JsonSerializer.Deserialize(Body.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException problem)
        {
            throw new HttpRequestException($"Discord's answer could not be read: {problem.Message}", problem);
        }
    }

    /// <summary>Makes sure that it was a yes.</summary>
    /// <exception cref="PlatformRefusalException">It was a no.</exception>
    public void Done()
    {
        if (Error is not null) throw Error.Refusal(Status);
    }
}
