using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>
/// The opening of a WebSocket, done by hand: only whoever owns the connection can send pings of its own and fall silent.
/// Source: RFC 6455, section 4.2.2.
/// </summary>
internal static class Handshake
{
    /// <summary>The open connection; null when the request was refused, and then it is answered.</summary>
    public static async Task<Stream?> Accept(HttpContext context, Func<string, bool> takeTicket)
    {
        var upgrade = context.Features.Get<IHttpUpgradeFeature>();
        var key = context.Request.Headers.SecWebSocketKey.ToString();
        if (upgrade?.IsUpgradableRequest != true || key.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return null;
        }

        if (!takeTicket(context.Request.Query["ticket"].ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return null;
        }

        context.Response.Headers.SecWebSocketAccept = Answer(key);
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.Connection = "Upgrade";
        return await upgrade.UpgradeAsync();
    }

    private static string Answer(string key) =>
#pragma warning disable CA5350 // The protocol asks for SHA-1 as a checksum.
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
