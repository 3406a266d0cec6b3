using System.Net;

namespace Sitrep.CommandLine.Wording;

/// <summary>What the ready line says where the bot listens for others and answers none of them.</summary>
internal static class ListeningRemark
{
    /// <summary>The remark; empty where it listens on this machine's own address alone.</summary>
    public static string Of(IEnumerable<string> urls)
    {
        if (urls.FirstOrDefault(url => !IsLoopback(url)) is not { } open) return "";
        var port = new Uri(Plain(open)).Port;
        return $" · chat and API answer this machine only (403 to others): from elsewhere open a tunnel, ssh -L {port}:127.0.0.1:{port} THIS-MACHINE, and use http://127.0.0.1:{port}";
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(Plain(url), UriKind.Absolute, out var address)
        && (address.IsLoopback || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    // "http://*:5080" and "http://+:5080" mean every address.
    private static string Plain(string url) => url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
}
