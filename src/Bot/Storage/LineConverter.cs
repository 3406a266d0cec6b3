using System.Text.Json;
using System.Text.Json.Serialization;
using Sitrep.Prose;

namespace Sitrep.Storage;

/// <summary>
/// A line in a JSON column: an array in which plain words are strings and everything else an array that begins with a
/// letter. Every command writes several lines, and spelled out they were most of what it wrote.
/// </summary>
internal sealed class LineConverter : JsonConverter<Line>
{
    public override Line Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray);
        var spans = new List<Span>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            spans.Add(reader.TokenType == JsonTokenType.String ? new Words(reader.GetString()!) : Span(ref reader));
        return new(spans);
    }

    public override void Write(Utf8JsonWriter writer, Line value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var span in value.Spans)
        {
            if (span is Words { Style: Style.None } plain)
            {
                writer.WriteStringValue(plain.Text);
                continue;
            }

            writer.WriteStartArray();
            Write(writer, span);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Span span)
    {
        switch (span)
        {
            case Words words:
                writer.WriteStringValue("w"u8);
                writer.WriteStringValue(words.Text);
                writer.WriteNumberValue((int)words.Style);
                break;
            case Mention mention:
                writer.WriteStringValue("p"u8);
                writer.WriteStringValue(mention.Person.Id);
                writer.WriteStringValue(mention.Person.Name);
                writer.WriteBooleanValue(mention.Ping);
                writer.WriteStringValue(mention.Person.Platform);
                break;
            case GroupMention mention:
                writer.WriteStringValue("g"u8);
                writer.WriteStringValue(mention.Group.Platform);
                writer.WriteStringValue(mention.Group.Id);
                writer.WriteStringValue(mention.Group.Name);
                writer.WriteBooleanValue(mention.Ping);
                break;
            case ChannelName channel:
                writer.WriteStringValue("c"u8);
                writer.WriteStringValue(channel.Name);
                writer.WriteStringValue(channel.Id);
                break;
            case Moment moment:
                writer.WriteStringValue("m"u8);
                writer.WriteStringValue(moment.At);
                writer.WriteStringValue(moment.Text);
                writer.WriteNumberValue((int)moment.Style);
                break;
            case Link link:
                writer.WriteStringValue("l"u8);
                writer.WriteStringValue(link.Url);
                writer.WriteStringValue(link.Text);
                break;
            case TypedCode code:
                writer.WriteStringValue("k"u8);
                writer.WriteStringValue(code.Typed);
                break;
            default:
                throw new JsonException($"A span without a place in JSON: {span.GetType().Name}");
        }
    }

    private static Span Span(ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray);
        Span span = Text(ref reader) switch
        {
            "w" => new Words(Text(ref reader)!, StyleOf(ref reader)),
            "p" => Mention(ref reader),
            "g" => new GroupMention(new(Text(ref reader)!, Text(ref reader)!, Text(ref reader)!), Flag(ref reader)),
            "c" => new ChannelName(Text(ref reader)!, Text(ref reader)),
            "m" => new Moment(Instant(ref reader), Text(ref reader)!, StyleOf(ref reader)),
            "k" => new TypedCode(Text(ref reader)!),
            "l" => new Link(Text(ref reader)!, Text(ref reader)!),
            var other => throw new JsonException($"No span begins with {other}"),
        };
        Expect(reader.Read() && reader.TokenType == JsonTokenType.EndArray);
        return span;
    }

    private static Mention Mention(ref Utf8JsonReader reader)
    {
        var (id, name, ping) = (Text(ref reader)!, Text(ref reader)!, Flag(ref reader));
        // Lines of the first version name no platform; those that matter were given one by a migration.
        var ahead = reader;
        var platform = ahead.Read() && ahead.TokenType == JsonTokenType.String ? Text(ref reader)! : "";
        return new(new(platform, id, name), ping);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        Expect(reader.Read());
        return reader.GetString();
    }

    private static Style StyleOf(ref Utf8JsonReader reader)
    {
        Expect(reader.Read());
        return (Style)reader.GetInt32();
    }

    private static bool Flag(ref Utf8JsonReader reader)
    {
        Expect(reader.Read());
        return reader.GetBoolean();
    }

    private static DateTimeOffset Instant(ref Utf8JsonReader reader)
    {
        Expect(reader.Read());
        return reader.GetDateTimeOffset();
    }

    private static void Expect(bool holds)
    {
        if (!holds) throw new JsonException("Not a line.");
    }
}
