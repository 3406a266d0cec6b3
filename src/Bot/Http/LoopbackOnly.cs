using System.Net;

namespace Sitrep.Http;

/// <summary>
/// The built-in chat has no sign-in, so it answers on this machine alone: not to other machines, not to a page of
/// another site that resolves to this address, and not to forms of other sites. Health checks and what platforms sign
/// answer everywhere.
/// </summary>
internal static class LoopbackOnly
{
    private static readonly string[] _hosts = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly PathString[] _everywhere = ["/healthz", "/slack"];

    /// <summary>Adds the check.</summary>
    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) =>
        app.Use((context, next) => Objection(context) is { } objection
            ? Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "Only available on the bot's own machine", objection)
            : next(context));

    /// <summary>Why a request is not answered; null where it is.</summary>
    public static string? Objection(HttpContext context)
    {
        var request = context.Request;
        if (_everywhere.Any(path => request.Path.StartsWithSegments(path, StringComparison.Ordinal))) return null;
        if (context.Connection.RemoteIpAddress is not { } address
            || !IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address))
            return "Without a sign-in this answers on the bot's own machine only. Elsewhere use /healthz/live and /healthz/ready.";
        if (!_hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return "Use http://localhost or http://127.0.0.1 with the bot's port.";
        return Reads(request.Method) || IsOwn(request)
            ? null
            : "Another site's page sent this. Nothing was stored. Type it into the bot's own page.";
    }

    private static bool Reads(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Programs send neither header; every browser of today sends both.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
            ? string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            : request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
}
