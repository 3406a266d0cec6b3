using System.Net;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Storage;

namespace Sitrep.Chaos;

/// <summary>The bot's side of the ledger: an adapter as any platform's, over HTTP.</summary>
internal sealed class LedgerPlatform(Uri ledger) : IEffectTarget, IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = ledger, Timeout = TimeSpan.FromSeconds(5) };

    public string Name => Platforms.Web;

    public async Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        var text = delivery.Effect switch
        {
            PostMessage post => post.Message.PlainText,
            UpdateMessage update => update.Message.PlainText,
            _ => "",
        };
        var path =
            $"effects/{delivery.Id}?kind={delivery.Effect.GetType().Name}&channel={Uri.EscapeDataString(delivery.Effect.To.Channel)}";
        using var response = await _http.PostAsync(path, new StringContent(text), cancellation);
        // The request was accepted, and the process dies before anything of it is known here.
        CrashPoint.Reach("in-effect");
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            throw new PlatformRefusalException("rate_limited", permanent: false, response.Headers.RetryAfter?.Delta);
        response.EnsureSuccessStatusCode();
        var id = await response.Content.ReadAsStringAsync(cancellation);
        return new(delivery.Effect is OpenChannel open ? open.To.Channel : id);
    }

    public async Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync($"effects/{delivery.Id}", cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound) return Search.Absent;
        response.EnsureSuccessStatusCode();
        var id = await response.Content.ReadAsStringAsync(cancellation);
        return Search.Found(delivery.Effect is OpenChannel open ? open.To.Channel : id);
    }

    public void Dispose() => _http.Dispose();
}
