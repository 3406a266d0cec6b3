using System.Text.Json;
using Sitrep.Hosting;
using Sitrep.Storage;

namespace Sitrep.Chat.Slack;

/// <summary>
/// <c>POST /slack/events</c>: everything that Slack delivers over HTTP. What is not signed is not read; what is answered
/// is committed.
/// </summary>
internal sealed class EventsRoute(ChatEventHandler handler, RequestSignature signature)
{
    // What Slack sends to check a certificate is this short.
    private const int LongestCheck = 1024;

    /// <summary>Takes a delivery.</summary>
    public async Task PostAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var signed = headers[RequestSignature.SignatureHeader];
        if (signed.Count == 0 && !(context.Request.ContentLength <= LongestCheck))
        {
            await RefuseAsync(context);
            return;
        }

        using var body = await RawBody.ReadAsync(context);
        if (!signature.IsValid(signed, headers[RequestSignature.TimestampHeader], body.Signed))
        {
            // Slack checks certificates without a signature. The answer says and does nothing.
            if (signed.Count == 0 && body.Bytes.IndexOf("ssl_check=1"u8) >= 0) return;
            await RefuseAsync(context);
            return;
        }

        if (IsForm(context.Request.ContentType)) await TakeFormAsync(context, body);
        else await TakeJsonAsync(context, body);
    }

    private async Task TakeFormAsync(HttpContext context, RawBody body)
    {
        switch (SlackForm.Read(body.Bytes))
        {
            case { Command: { } command }:
                await SlackAnswer.SendAsync(context, await handler.HandleAsync(command.Event));
                await context.Response.CompleteAsync();
                CrashPoint.Reach("after-answer");
                break;
            case { IsCheck: true }:
                break;
            default:
                await NotUnderstoodAsync(context);
                break;
        }
    }

    private static async Task TakeJsonAsync(HttpContext context, RawBody body)
    {
        try
        {
            using var json = JsonDocument.Parse(body.Memory, new() { MaxDepth = 64 });
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("type", out var type) && type.ValueEquals("url_verification")
                && root.TryGetProperty("challenge", out var challenge) && challenge.ValueKind == JsonValueKind.String)
                await context.Response.WriteAsync(challenge.GetString()!);
        }
        catch (JsonException)
        {
            await NotUnderstoodAsync(context);
        }
    }

    private static bool IsForm(string? contentType) =>
        contentType is not null && contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context) => Problems.WriteAsync(
        context,
        StatusCodes.Status401Unauthorized,
        "Not signed by Slack",
        "Nothing was read. The signature must be made with this app's signing secret, at most five minutes ago by this machine's clock.");

    private static Task NotUnderstoodAsync(HttpContext context) => Problems.WriteAsync(
        context, StatusCodes.Status400BadRequest, "Not understood", "Nothing was stored. This is no command, interaction or event of Slack's.");
}
