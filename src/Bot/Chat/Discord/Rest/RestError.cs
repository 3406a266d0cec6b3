using System.Net;
using System.Text.Json;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>A no, as Discord words it.</summary>
/// <param name="Code">Its own code; 0 where it names none.</param>
/// <param name="Message">Its words.</param>
/// <param name="Details">Which fields it complains about, as it sends them; empty for none.</param>
internal sealed record RestError(int Code, string Message, string Details = "")
{
    /// <summary>No such channel.</summary>
    public const int UnknownChannel = 10003;

    /// <summary>No such message.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>The interaction's token is dead: it was not answered within three seconds.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>Its token, for what comes after the answer, is dead: fifteen minutes have passed.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>The same for an expired token.</summary>
    public const int InvalidWebhookToken = 50027;

    /// <summary>Somebody answered before: an earlier try did.</summary>
    public const int AlreadyAnswered = 40060;

    /// <summary>The thread is archived.</summary>
    public const int ThreadArchived = 50083;

    /// <summary>A field is wrong; the details say which.</summary>
    public const int InvalidForm = 50035;

    /// <summary>A right is missing.</summary>
    public const int MissingPermissions = 50013;

    private const int MissingAccess = 50001;
    private const int LongestDetails = 500;

    // Everything else that Discord refuses with a 4xx stays refused until a person does something.
    private static readonly HashSet<int> _passing =
        [20016, 20022, 20028, 20029, 30046, 31002, 40004, 40006, 40062, 130000, 160009];

    /// <summary>Reads the body of a no; one that is not JSON comes from the edge before Discord.</summary>
    public static RestError Of(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } json)
            {
                var details = json.Member("errors")?.GetRawText() ?? "";
                return new(
                    json.Whole("code") ?? 0,
                    json.Text("message") ?? status.ToString(),
                    details.Length > LongestDetails ? details[..LongestDetails] : details);
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Not JSON: the status alone must do.
        }

        return new(0, status.ToString());
    }

    /// <summary>As the outbox knows it.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="lost">What that means for the channel, where the code alone does not say it.</param>
    public PlatformRefusalException Refusal(HttpStatusCode status, ChannelLoss? lost = null) =>
        new(
            $"{(Code == 0 ? (int)status : Code)} {Message}{(Details.Length > 0 ? " " + Details : "")}{Remedy}",
            !_passing.Contains(Code),
            null,
            Lost ?? lost);

    private ChannelLoss? Lost => Code switch
    {
        UnknownChannel => ChannelLoss.Deleted,
        MissingAccess => ChannelLoss.Barred,
        _ => null,
    };

    private string Remedy => Code switch
    {
        MissingAccess => ". The bot cannot see that channel. Fix: give its role View Channel there.",
        MissingPermissions => ". Fix: run doctor; it names the permission, and the README's invite link gives them all.",
        UnknownChannel => ". Somebody deleted the channel.",
        _ => "",
    };
}
