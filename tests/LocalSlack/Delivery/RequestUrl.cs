using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>The way to the bot over HTTP: signed posts to its request URL.</summary>
public sealed class RequestUrl(App app, LocalSlackOptions options, TimeProvider clock) : IRoute, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Which secret signs the next deliveries; the app's own unless a test forges.</summary>
    public string? ForgedSecret { get; set; }

    public async Task<Acknowledgement> Deliver(SlackDelivery delivery)
    {
        var (body, contentType) = Body(delivery);
        using var request = Request(body, contentType);
        if (delivery.Attempt > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", delivery.Attempt.ToString());
            request.Headers.Add("X-Slack-Retry-Reason", delivery.RetryReason);
        }

        return await Send(request);
    }

    /// <summary>What Slack does when a request URL is saved: the bot must give the challenge back.</summary>
    public async Task<bool> Verify()
    {
        var challenge = Guid.NewGuid().ToString("N");
        var body = new JsonObject
        {
            ["token"] = app.VerificationToken,
            ["challenge"] = challenge,
            ["type"] = "url_verification",
        }.ToJsonString();
        using var request = Request(body, "application/json");
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && (text.Trim() == challenge || text.Contains($"\"{challenge}\"", StringComparison.Ordinal));
    }

    /// <summary>What Slack does now and then to see that the certificate holds; any success will do.</summary>
    public async Task<bool> CheckSsl()
    {
        using var request = Request(
            "ssl_check=1&token=" + Uri.EscapeDataString(app.VerificationToken),
            "application/x-www-form-urlencoded");
        using var answer = await _http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(string body, string contentType)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString();
        var request = new HttpRequestMessage(HttpMethod.Post, options.RequestUrl)
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(contentType)),
        };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Signature.Of(ForgedSecret ?? app.SigningSecret, timestamp, body));
        request.Headers.UserAgent.ParseAdd("Slackbot/1.0 (+https://api.slack.com/robots)");
        return request;
    }

    private async Task<Acknowledgement> Send(HttpRequestMessage request)
    {
        if (options.RequestUrl is null) return new("connection_failed");
        using var patience = new CancellationTokenSource(options.AckWithin, clock);
        try
        {
            using var answer = await _http.SendAsync(request, patience.Token);
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            var mayRetry = !answer.Headers.Contains("X-Slack-No-Retry");
            return answer.IsSuccessStatusCode ? new(null, Read(text)) : new("http_error", MayRetry: mayRetry);
        }
        catch (OperationCanceledException)
        {
            return new("http_timeout");
        }
        catch (HttpRequestException)
        {
            return new("connection_failed");
        }
    }

    private static (string Body, string ContentType) Body(SlackDelivery delivery)
    {
        const string Form = "application/x-www-form-urlencoded";
        return delivery.Type switch
        {
            DeliveryType.Event => (delivery.Payload.ToJsonString(), "application/json"),
            DeliveryType.Command => (
                string.Join('&', delivery.Payload.Select(field => $"{field.Key}={Encoded((string?)field.Value ?? "")}")),
                Form),
            _ => ("payload=" + Encoded(delivery.Payload.ToJsonString()), Form),
        };
    }

    // Slack writes a form as browsers do, with + for a space.
    private static string Encoded(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    // A command may be answered with JSON or with bare text.
    private static JsonObject? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return JsonNode.Parse(text) is JsonObject found ? found : new JsonObject { ["text"] = text };
        }
        catch (JsonException)
        {
            return new JsonObject { ["text"] = text };
        }
    }
}
