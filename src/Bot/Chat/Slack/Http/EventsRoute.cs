using System.Text;
using System.Text.Json;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Receiving;
using Sitrep.Http;
using Sitrep.Storage;

namespace Sitrep.Chat.Slack.Http;

/// <summary>
/// <c>POST /slack/events</c>: everything that Slack delivers over HTTP. What is not signed is not read; what is answered
/// is committed.
/// </summary>
internal sealed class EventsRoute(
    SlackReceiver receiver,
    RequestSignature signature,
    IHostApplicationLifetime lifetime,
    ILogger<EventsRoute> log)
{
    // Slack's request to check a certificate is this short.
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

        Acknowledgement? taken;
        using (var body = await RawBody.ReadAsync(context))
        {
            if (!signature.IsValid(signed, headers[RequestSignature.TimestampHeader], body.Signed))
            {
                // Slack checks certificates without a signature. The answer says and does nothing.
                if (signed.Count == 0 && body.Bytes.IndexOf("ssl_check=1"u8) >= 0) return;
                await RefuseAsync(context);
                return;
            }

            taken = IsForm(context.Request.ContentType) ? await TakeFormAsync(body) : await TakeJsonAsync(context, body);
        }

        if (taken is null) return;
        await AnswerAsync(context, taken);
    }

    private async Task<Acknowledgement?> TakeFormAsync(RawBody body)
    {
        var form = SlackForm.Read(body.Bytes);
        if (form.IsCheck) return null;
        if (form.Command is { } command) return await receiver.CommandAsync(command);
        return form.Payload is { } payload && Parse(Encoding.UTF8.GetBytes(payload)) is { } json
            ? await receiver.InteractionAsync(json)
            : Acknowledgement.NotUnderstood;
    }

    private async Task<Acknowledgement?> TakeJsonAsync(HttpContext context, RawBody body)
    {
        if (Parse(body.Memory) is not { } json) return Acknowledgement.NotUnderstood;
        if (json.Text("type") != "url_verification") return await receiver.EventAsync(json);
        await context.Response.WriteAsync(json.Text("challenge") ?? "");
        return null;
    }

    private async Task AnswerAsync(HttpContext context, Acknowledgement taken)
    {
        if (!taken.IsUnderstood)
        {
            await Problems.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                "Not understood",
                "Nothing was stored. This is no command, interaction or event of Slack's.");
            return;
        }

        if (!taken.IsSaved)
        {
            // Slack delivers it again: at once, after a minute, after five.
            await Problems.WriteAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "Not saved",
                "The database could not be written. Deliver it again.");
            return;
        }

        if (taken.Answer is { } answer) await SlackAnswer.SendAsync(context, answer);
        await context.Response.CompleteAsync();
        CrashPoint.Reach("after-answer");
        if (taken.Afterwards is { } afterwards) await FollowUp.DoAsync(afterwards, log, lifetime.ApplicationStopping);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { MaxDepth = 64 });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsForm(string? contentType) =>
        contentType is not null && contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context) => Problems.WriteAsync(
        context,
        StatusCodes.Status401Unauthorized,
        "Not signed by Slack",
        "Nothing was read. The signature must be made with this app's signing secret, at most five minutes ago by this machine's clock.");
}
