using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>A frame as it arrives (docs: events, "Gateway Events", Payload Structure).</summary>
/// <param name="Op">The opcode.</param>
/// <param name="D">Its content.</param>
/// <param name="S">The sequence number of a dispatch.</param>
/// <param name="T">The name of a dispatch.</param>
internal sealed record Frame(int Op, JsonElement D, long? S = null, string? T = null);

/// <summary>A heartbeat: the last sequence number seen; null before the first.</summary>
internal sealed record HeartbeatFrame([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D, int Op = Opcode.Heartbeat);

/// <summary>Begins a session.</summary>
internal sealed record IdentifyFrame(Identify D, int Op = Opcode.Identify);

/// <summary>The person who asks, and the request.</summary>
internal sealed record Identify(string Token, ConnectionProperties Properties, int Intents);

/// <summary>The places where the parts run.</summary>
internal sealed record ConnectionProperties(string Os, string Browser, string Device);

/// <summary>Goes on with a session.</summary>
internal sealed record ResumeFrame(Resume D, int Op = Opcode.Resume);

/// <summary>Which session, from where.</summary>
internal sealed record Resume(string Token, string SessionId, long Seq);

/// <summary>The state needed to resume a session.</summary>
internal sealed record Ready(string SessionId, string ResumeGatewayUrl);

/// <summary>The gateway's address and how many sessions may be begun.</summary>
internal sealed record GatewayBot(string Url, SessionStartLimit? SessionStartLimit = null);

/// <summary>How many sessions may be begun, and in how many milliseconds the count starts anew.</summary>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);

/// <summary>Frames in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Frame))]
[JsonSerializable(typeof(HeartbeatFrame))]
[JsonSerializable(typeof(IdentifyFrame))]
[JsonSerializable(typeof(ResumeFrame))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(GatewayBot))]
internal sealed partial class GatewayJson : JsonSerializerContext;
