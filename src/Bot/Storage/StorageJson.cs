using System.Text.Json;
using System.Text.Json.Serialization;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;

namespace Sitrep.Storage;

/// <summary>How records look in JSON columns. Generated at build time: no reflection at start.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(ZoneConverter), typeof(LineConverter)])]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(TimelineEntry))]
[JsonSerializable(typeof(Escalation))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(TimerPurpose))]
internal sealed partial class StorageJson : JsonSerializerContext;

/// <summary>A zone is its label.</summary>
internal sealed class ZoneConverter : JsonConverter<Zone>
{
    public override Zone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Zone.Parse(reader.GetString() ?? "") ?? throw new JsonException("Not a zone: " + reader.GetString());

    public override void Write(Utf8JsonWriter writer, Zone value, JsonSerializerOptions options) => writer.WriteStringValue(value.Label);
}
