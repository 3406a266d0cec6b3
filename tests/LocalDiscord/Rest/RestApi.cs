using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalDiscord.Faults;
using Sitrep.LocalDiscord.Limits;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Specs;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>A request's way through: edge, faults, address, author, limits, form, and then what it wants.</summary>
internal sealed class RestApi(World world, FaultPlan faults, RateLimits limits)
{
    public const string Base = "/api/v10";

    private readonly Route[] _routes =
    [
        .. new IdentityRoutes(world).All,
        .. new MessageRoutes(world).All,
        .. new GuildRoutes(world).All,
        .. new ChannelRoutes(world).All,
        .. new ThreadRoutes(world).All,
        .. new PinRoutes(world).All,
        .. new ReactionRoutes(world).All,
        .. new CommandRoutes(world).All,
        .. new CallbackRoutes(world).All,
        .. new FollowUpRoutes(world).All,
    ];

    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value![Base.Length..];
        var (route, values) = Find(http.Request.Method, path);
        var name = route?.Name ?? $"{http.Request.Method} {path}";
        var fault = faults.Take(http.Request.Method, path, route?.Template);
        if (fault?.Kind == FaultKind.CutBefore)
        {
            http.Abort();
            return;
        }

        var form = await RequestForm.ReadAsync(http.Request);
        RestAnswer answer;
        lock (world.Gate)
        {
            answer = limits.Edge(http) ?? fault?.Instead(http, limits) ?? Decide(http, route, values, form);
            world.Ledger.Add(
                new Call(
                    world.Now,
                    http.Request.Method,
                    http.Request.Path + http.Request.QueryString,
                    name,
                    form.Body?.DeepClone(),
                    form.Files.Count,
                    answer.Status,
                    answer.Body?.DeepClone(),
                    answer.Status < 300));
        }

        if (fault is not null && !await fault.GoesOnAsync(http, world)) return;
        await WriteAsync(http.Response, answer);
    }

    private RestAnswer Decide(HttpContext http, Route? route, Dictionary<string, string> values, RequestForm form)
    {
        try
        {
            world.ArchiveSleepingThreads();
            if (route is null) throw IsKnownPath(http) ? Refusal.MethodNotAllowed : Refusal.NotFound;
            if (route.NeedsBot && (world.Token is null || http.Request.Headers.Authorization != $"Bot {world.Token}"))
                throw Refusal.Unauthorized;
            if (limits.Spend(http.Response, route, values, form.Body) is { } slow) return slow;
            if (form.Refusal is { } refusal) throw refusal;
            var broken = !world.Options.ChecksSchemas ? [] : Schemas.Request(route.Method, route.Template, form.Body);
            foreach (var violation in broken) world.Ledger.AddViolation($"{route.Name}: {violation}");
            var call = new RestCall(values, http.Request.Query, form.Body, form.Files);
            return broken.Count == 0 ? route.Handle(call) : throw SchemaRefusal.Of(broken);
        }
        catch (Refusal refusal)
        {
            limits.Count(refusal.Status);
            return new(refusal.Status, refusal.Body);
        }
    }

    private (Route? Route, Dictionary<string, string> Values) Find(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return _routes.Where(route => route.Method == method)
            .Select(route => (Route: (Route?)route, Values: route.Match(parts)!))
            .Where(found => found.Values is not null)
            .OrderBy(found => found.Route!.Placeholders)
            .FirstOrDefault((null, []));
    }

    private bool IsKnownPath(HttpContext http)
    {
        var parts = http.Request.Path.Value![Base.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return _routes.Any(route => route.Match(parts) is not null);
    }

    private static async Task WriteAsync(HttpResponse response, RestAnswer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is null) return;
        if (answer.Body is JsonValue text)
        {
            response.ContentType = "text/html; charset=UTF-8";
            await response.WriteAsync(text.GetValue<string>());
            return;
        }

        response.ContentType = "application/json";
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer.Body));
    }
}
