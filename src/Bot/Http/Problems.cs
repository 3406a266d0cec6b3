using System.Text.Json.Nodes;

namespace Sitrep.Http;

/// <summary>Errors over HTTP: RFC 9457 problem details, which say what to do instead.</summary>
internal static class Problems
{
    /// <summary>Writes one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What is wrong, in a few words.</param>
    /// <param name="detail">What was kept, and what to send.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync(new JsonObject { ["title"] = title, ["status"] = status, ["detail"] = detail }.ToJsonString());
    }
}
