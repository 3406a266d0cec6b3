using Sitrep.Chat.Effects;
using Sitrep.Prose.Html;

namespace Sitrep.Chat.Web.Routes;

/// <summary>The direct answer to a message, for the one who sent it.</summary>
/// <param name="Reply">Plain text; empty for talk, which the bot does not answer.</param>
/// <param name="Incident">The incident it is about.</param>
/// <param name="Channel">That incident's channel.</param>
/// <param name="Html">The reply as a safe HTML fragment.</param>
/// <param name="Refused">Whether nothing was done.</param>
/// <param name="Buttons">What can be clicked under it.</param>
/// <param name="Form">A question to ask instead; null for none.</param>
internal sealed record ReplyResource(
    string Reply, string? Incident, string? Channel, string Html, bool Refused, IReadOnlyList<ButtonResource> Buttons, Form? Form)
{
    public static ReplyResource Of(Reply reply) => new(
        reply.Message.PlainText,
        reply.Incident?.ToString(),
        reply.Channel,
        HtmlWriter.Of(reply.Message.Blocks),
        reply.Refused,
        [.. reply.Message.Buttons.Select(ButtonResource.Of)],
        reply.Form);
}
