using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Sitrep.Tests.Hosting;

/// <summary>An OTLP/HTTP receiver on a real socket: keeps every span, and everything it was sent to the letter.</summary>
internal sealed class TraceReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentQueue<string> _bodies = new();
    private readonly ConcurrentQueue<string> _headers = new();

    private TraceReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Url => _app.Urls.Single();

    public IReadOnlyList<ReceivedSpan> Spans => [.. _spans];

    /// <summary>The bodies as text, byte by byte.</summary>
    public string Everything => string.Concat(_bodies);

    public IReadOnlyList<string> Authorizations => [.. _headers];

    public static async Task<TraceReceiver> StartAsync()
    {
        var receiver = new TraceReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Assert.Equal("/v1/traces", context.Request.Path);
        Assert.Equal("application/x-protobuf", context.Request.ContentType);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _headers.Enqueue(context.Request.Headers.Authorization.ToString());
        _bodies.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        // ExportTraceServiceRequest > ResourceSpans (1) > resource (1), ScopeSpans (2) > Span (2): opentelemetry/proto/trace/v1/trace.proto
        foreach (var resourceSpans in Wire.Read(body.ToArray()).Messages(1))
        {
            var resource = Attributes(resourceSpans.Messages(1).Single(), 1);
            foreach (var span in resourceSpans.Messages(2).SelectMany(scope => scope.Messages(2))) _spans.Enqueue(Span(span, resource));
        }
    }

    private static ReceivedSpan Span(Wire span, IReadOnlyDictionary<string, string> resource) => new(
        span.Hex(1),
        span.Hex(2),
        span.Hex(4),
        span.Text(5),
        (int)span.Number(6),
        span.Number(7),
        span.Number(8),
        Attributes(span, 9),
        [.. span.Messages(13).Select(link => (link.Hex(1), link.Hex(2)))],
        (int)(span.Messages(15).SingleOrDefault()?.Number(3) ?? 0),
        resource);

    private static Dictionary<string, string> Attributes(Wire holder, int field) =>
        holder
            .Messages(field)
            .ToDictionary(
                pair => pair.Text(1),
                pair =>
                    pair.Messages(2).Single() is var value && value.Has(1)
                        ? value.Text(1)
                        : value.Number(3).ToString(CultureInfo.InvariantCulture),
                StringComparer.Ordinal);
}

/// <summary>A span as it arrived. Instants are nanoseconds since the Unix epoch.</summary>
internal sealed record ReceivedSpan(
    string Trace,
    string Id,
    string Parent,
    string Name,
    int Kind,
    ulong Start,
    ulong End,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<(string Trace, string Span)> Links,
    int Status,
    IReadOnlyDictionary<string, string> Resource);

/// <summary>A protobuf message, by its field numbers (protobuf.dev/programming-guides/encoding).</summary>
internal sealed class Wire
{
    private readonly List<(int Field, ulong Number, byte[]? Bytes)> _fields = [];

    public static Wire Read(ReadOnlySpan<byte> bytes)
    {
        var message = new Wire();
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            switch (tag & 7)
            {
                case 0:
                    message._fields.Add(((int)(tag >> 3), Varint(ref bytes), null));
                    break;
                case 1:
                    message._fields.Add(((int)(tag >> 3), BitConverter.ToUInt64(bytes), null));
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    message._fields.Add(((int)(tag >> 3), 0, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    message._fields.Add(((int)(tag >> 3), BitConverter.ToUInt32(bytes), null));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7} does not exist");
            }
        }

        return message;
    }

    public bool Has(int field) => _fields.Exists(found => found.Field == field);

    public IEnumerable<Wire> Messages(int field) => _fields.Where(found => found.Field == field).Select(found => Read(found.Bytes));

    public ulong Number(int field) => _fields.Find(found => found.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(_fields.Find(found => found.Field == field).Bytes ?? []);

    public string Hex(int field) => Convert.ToHexStringLower(_fields.Find(found => found.Field == field).Bytes ?? []);

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }
}
