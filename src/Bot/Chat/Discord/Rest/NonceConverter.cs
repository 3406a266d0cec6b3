using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>Reads a nonce, whichever way Discord writes it.</summary>
internal sealed class NonceConverter : JsonConverter<NonceText>
{
    public override NonceText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new(reader.GetString()!),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => new(number.ToString(CultureInfo.InvariantCulture)),
        _ => throw new JsonException("A nonce is text or a number"),
    };

    public override void Write(Utf8JsonWriter writer, NonceText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
