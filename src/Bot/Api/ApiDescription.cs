using System.Reflection;

namespace Sitrep.Api;

/// <summary><c>/openapi/v1.json</c>: the routes, described by hand in <c>openapi.json</c>. A test holds the two together.</summary>
internal static class ApiDescription
{
    /// <summary>Adds the route.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi/v1.json", async context =>
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var description = Assembly.GetExecutingAssembly().GetManifestResourceStream("Sitrep.openapi.json")!;
        await description.CopyToAsync(context.Response.Body, context.RequestAborted);
    });
}
