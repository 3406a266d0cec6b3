using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Sitrep.Chat.Web.Page;

/// <summary>
/// The page's files, carried within the program: they are there wherever it is started from and however it was built.
/// </summary>
internal static class PageFiles
{
    private const string Prefix = "Sitrep.Page/";
    private static readonly string[] _reading = ["GET", "HEAD"];

    /// <summary>Serves each file under its name, and the page at <c>/</c>.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        foreach (var (path, file) in All())
        {
            routes.MapMethods(path, _reading, context => SendAsync(context, file));
            if (path == "/index.html") routes.MapMethods("/", _reading, context => SendAsync(context, file));
        }
    }

    private static Task SendAsync(HttpContext context, PageFile file)
    {
        // Asked again each time, and rarely sent again: a new version of the bot is seen at once.
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = file.Tag;
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = file.Content.Length;
        return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }

    private static IEnumerable<(string Path, PageFile File)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var path = "/" + name[Prefix.Length..].Replace('\\', '/');
            yield return (path, new(content, $"\"{Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 8))}\"", MediaType(path)));
        }
    }

    private static readonly FrozenDictionary<string, string> _mediaTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static string MediaType(string path) => _mediaTypes[Path.GetExtension(path)];

    private sealed record PageFile(ReadOnlyMemory<byte> Content, string Tag, string MediaType);
}
