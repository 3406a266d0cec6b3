using System.Text.Json.Nodes;
using Sitrep.Access;
using Sitrep.Http;
using Sitrep.Incidents;
using Sitrep.Postmortems.Formats;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Api;

/// <summary>Incidents over HTTP, to read. A private incident is to these routes one that does not exist.</summary>
internal static class IncidentRoutes
{
    private const int MostListed = 200;

    // Nobody says here who they are.
    private static readonly Viewer _caller = Viewer.Anybody;

    /// <summary>Adds the routes.</summary>
    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/incidents", ListAsync);
        routes.MapGet("/api/incidents/{id}", context => OneAsync(context, json => json));
        routes.MapGet("/api/incidents/{id}/timeline", context =>
            OneAsync(context, json => JsonNode.Parse(json)!["timeline"]!.ToJsonString()));
        routes.MapGet("/api/incidents/{id}/postmortem", PostmortemAsync);
    }

    // limit=N, before=INC-N: the newest N, behind which one reads on; the Link header names the next page.
    private static async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = MostListed;
        var before = new IncidentId(long.MaxValue);
        if ((query.ContainsKey("limit") && (!int.TryParse(query["limit"], out limit) || limit is < 1 or > MostListed))
            || (query.ContainsKey("before") && !IncidentId.TryRead(query["before"], out before)))
        {
            await Problems.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                "Not a page",
                $"limit is a number from 1 to {MostListed}, before an incident's id, for example INC-201.");
            return;
        }

        using var connection = Store(context).Open();
        var newest = IncidentQueries.Newest(connection, limit, before.Number);
        if (newest.Count == limit)
            context.Response.Headers.Link = $"</api/incidents?limit={limit}&before={newest[^1].Id}>; rel=\"next\"";
        var list = new JsonArray([.. newest.Where(incident => May.See(_caller, incident)).Select(incident => (JsonNode?)Line(incident))]);
        context.Response.ContentType = PostmortemFormats.MediaType("json");
        await context.Response.WriteAsync(list.ToJsonString());
    }

    private static JsonObject Line(Incident incident) => new()
    {
        ["id"] = incident.Id.ToString(),
        ["title"] = incident.Title,
        ["severity"] = incident.Severity?.ToString().ToLowerInvariant(),
        ["status"] = incident.IsOpen ? incident.Status.ToString().ToLowerInvariant() : "closed",
        ["service"] = incident.Service,
        ["start"] = incident.Zone.Local(incident.StartedAt).ToString("yyyy-MM-dd'T'HH:mm:sszzz"),
        ["end"] = incident.EndedAt is { } end ? incident.Zone.Local(end).ToString("yyyy-MM-dd'T'HH:mm:sszzz") : null,
        ["channel"] = incident.ChannelName,
        ["lead"] = incident.Lead?.Name,
        ["drill"] = incident.Drill,
        ["cancelled"] = incident.Cancelled,
        ["duplicate_of"] = incident.DuplicateOf?.Id.ToString(),
    };

    private static Task OneAsync(HttpContext context, Func<string, string> part)
    {
        if (Find(context) is not { } record) return NotFoundAsync(context);
        context.Response.ContentType = PostmortemFormats.MediaType("json");
        return context.Response.WriteAsync(part(PostmortemFormats.Write(record, record.Incident.Zone, Now(context), "json")));
    }

    private static Task PostmortemAsync(HttpContext context)
    {
        var format = context.Request.Query["format"].ToString() is { Length: > 0 } named ? named : "markdown";
        if (!PostmortemFormats.Names.Contains(format))
            return Problems.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                "Unknown format",
                $"format is one of {string.Join(", ", PostmortemFormats.Names)}.");
        if (Find(context) is not { } record) return NotFoundAsync(context);
        context.Response.ContentType = PostmortemFormats.MediaType(format);
        return context.Response.WriteAsync(PostmortemFormats.Write(record, record.Incident.Zone, Now(context), format));
    }

    private static IncidentRecord? Find(HttpContext context)
    {
        if (!IncidentId.TryParse((string?)context.Request.RouteValues["id"], out var id)) return null;
        using var connection = Store(context).Open();
        return IncidentQueries.Find(connection, id) is { } incident && May.See(_caller, incident)
            ? IncidentQueries.Record(connection, incident)
            : null;
    }

    private static Task NotFoundAsync(HttpContext context) => Problems.WriteAsync(
        context, StatusCodes.Status404NotFound, "No such incident", "GET /api/incidents lists the incidents; an id looks like INC-7.");

    private static IStore Store(HttpContext context) => context.RequestServices.GetRequiredService<IStore>();

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
