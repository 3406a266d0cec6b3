using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sitrep.Configuration;

/// <summary>
/// A token, signing secret or password from the configuration. Printing, interpolating, logging or serializing it, or a
/// record that holds it, shows <see cref="Shown"/>; only <see cref="Reveal"/>, called where it is sent, gives the value.
/// </summary>
[DebuggerDisplay(Shown)]
[JsonConverter(typeof(SecretConverter))]
internal sealed class Secret : IEquatable<Secret>
{
    /// <summary>The text that everybody sees in its place.</summary>
    public const string Shown = "[secret]";

    // Not a property: serializers and loggers that walk through properties must find nothing.
    private readonly string _value;

    private Secret(string value) => _value = value;

    /// <summary>A secret from the configuration, without white space around it; null where nothing is set.</summary>
    public static Secret? Of(string? value) => string.IsNullOrWhiteSpace(value) ? null : new(value.Trim());

    /// <summary>The value itself. Call it where it is sent, and keep the result nowhere.</summary>
    public string Reveal() => _value;

    public override string ToString() => Shown;

    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);
}

/// <summary>Writes a secret as <see cref="Secret.Shown"/>, wherever it hangs in what is written.</summary>
internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Secret.Of(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(Secret.Shown);
}
