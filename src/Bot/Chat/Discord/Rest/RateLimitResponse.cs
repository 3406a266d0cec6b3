using System.Text.Json;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>A 429, from Discord with JSON or from the edge before it without.</summary>
/// <param name="Wait">How long.</param>
/// <param name="Everything">Whether nothing more of the bot's may be sent; answers to interactions are not bound to that.</param>
/// <param name="FromEdge">Whether the address itself is held back: then nothing at all may be sent.</param>
/// <param name="IsShared">Whether others used up what is shared: it is not held against the bot.</param>
internal sealed record RateLimitResponse(TimeSpan Wait, bool Everything, bool FromEdge, bool IsShared)
{
    // An answer that says nothing is met with more patience than one that does.
    private static readonly TimeSpan _unsaid = TimeSpan.FromSeconds(30);

    /// <summary>Reads one.</summary>
    public static RateLimitResponse Read(HttpResponseMessage answer, ReadOnlySpan<byte> body)
    {
        var scope = RateLimits.Header(answer, "X-RateLimit-Scope");
        double? seconds = null;
        bool? global = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } json)
            {
                seconds = json.Number("retry_after");
                global = json.Member("global") is { } flag ? flag.ValueKind == JsonValueKind.True : null;
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The edge answers with a page: its header must do.
        }

        // Both say the same; the longer one is never too early.
        var header = RateLimits.Number(answer, "Retry-After");
        var wait = (seconds, header) switch
        {
            (null, null) => _unsaid,
            _ => TimeSpan.FromSeconds(Math.Clamp(Math.Max(seconds ?? 0, header ?? 0), 0.001, 86_400)),
        };
        // Without Discord's own words, the address itself is being held back.
        var fromEdge = global is null && scope is null;
        return new(wait, global ?? (fromEdge || scope == "global"), fromEdge, scope == "shared");
    }
}
