using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>What Discord answers instead of doing it. Source: Discord's topics/opcodes-and-status-codes, "JSON".</summary>
internal sealed class Refusal(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject Body { get; } = Of(code, message, errors);

    public static Refusal UnknownChannel => new(404, 10003, "Unknown Channel");

    public static Refusal UnknownGuild => new(404, 10004, "Unknown Guild");

    public static Refusal UnknownMember => new(404, 10007, "Unknown Member");

    public static Refusal UnknownMessage => new(404, 10008, "Unknown Message");

    public static Refusal UnknownOverwrite => new(404, 10009, "Unknown Permission Overwrite");

    public static Refusal UnknownRole => new(404, 10011, "Unknown Role");

    public static Refusal UnknownUser => new(404, 10013, "Unknown User");

    public static Refusal UnknownEmoji => new(400, 10014, "Unknown Emoji");

    public static Refusal UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static Refusal UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static Refusal UnknownCommand => new(404, 10063, "Unknown application command");

    public static Refusal UnknownTag => new(404, 10087, "Unknown tag");

    public static Refusal TooManyPins => new(400, 30003, "Maximum number of pins reached for the channel (250)");

    public static Refusal TooManyReactions => new(400, 30010, "Maximum number of reactions reached (20)");

    public static Refusal TooManyChannels => new(400, 30013, "Maximum number of guild channels reached (500)");

    public static Refusal Acknowledged => new(400, 40060, "Interaction has already been acknowledged.");

    public static Refusal MissingAccess => new(403, 50001, "Missing Access");

    public static Refusal NotYourMessage => new(403, 50005, "Cannot edit a message authored by another user");

    public static Refusal EmptyMessage => new(400, 50006, "Cannot send an empty message");

    public static Refusal CannotMessageUser => new(403, 50007, "Cannot send messages to this user");

    public static Refusal NotAMessageChannel => new(400, 50008, "Cannot send messages in a non-text channel");

    public static Refusal MissingPermissions => new(403, 50013, "Missing Permissions");

    public static Refusal InvalidWebhookToken => new(401, 50027, "Invalid Webhook Token");

    public static Refusal WrongChannelType => new(400, 50024, "Cannot execute action on this channel type");

    public static Refusal ArchivedThread => new(400, 50083, "Thread is archived");

    public static Refusal InvalidJson => new(400, 50109, "The request body contains invalid JSON.");

    public static Refusal ThreadExists => new(400, 160004, "A thread has already been created for this message");

    public static Refusal Unauthorized => new(401, 0, "401: Unauthorized");

    public static Refusal NotFound => new(404, 0, "404: Not Found");

    public static Refusal MethodNotAllowed => new(405, 0, "405: Method Not Allowed");

    public static JsonObject Of(int code, string message, JsonObject? errors = null)
    {
        var body = new JsonObject { ["message"] = message, ["code"] = code };
        if (errors is not null) body["errors"] = errors;
        return body;
    }
}
