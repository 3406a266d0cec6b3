using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Faults;

namespace Sitrep.LocalSlack.Control;

/// <summary><c>/control/…</c>: what people do and what goes wrong, for programs outside this process. The README lists it.</summary>
internal sealed class ControlRoutes(LocalSlackServer slack)
{
    public void Map(WebApplication web)
    {
        web.MapPost(
            "/control/as/{user}/{act}",
            With((context, body) => new PersonControl(slack).Act(Route(context, "user"), Route(context, "act"), body)));
        web.MapGet(
            "/control/as/{user}/sees",
            With((context, _) => Now(new PersonControl(slack).Sees(Route(context, "user"), context.Request.Query["channel"].ToString()))));
        web.MapPost(
            "/control/admin/{act}",
            With((context, body) => Now(new AdministrationControl(slack).Act(Route(context, "act"), body))));
        web.MapPost("/control/sockets/{act}", With((context, body) => Sockets(Route(context, "act"), body)));
        web.MapPost("/control/faults", With((_, body) => Now(AddFault(body))));
        web.MapDelete("/control/faults", With((_, _) => Now(ClearFaults())));
        web.MapPost("/control/deliveries", With((_, body) => Deliveries(body)));
        web.MapGet("/control/deliveries", With((_, _) => Now(Shown.Deliveries(slack))));
        web.MapGet("/control/ledger", With((context, _) => Now(Shown.Ledger(slack, context.Request.Query["method"].ToString()))));
        web.MapGet("/control/channels", With((_, _) => Now(Shown.Channels(slack))));
        web.MapGet("/control/users", With((_, _) => Now(Shown.Users(slack))));
    }

    private static RequestDelegate With(Func<HttpContext, JsonObject, Task<JsonNode?>> act) => context => Answer(context, act);

    private static string Route(HttpContext context, string name) => context.Request.RouteValues[name]!.ToString()!;

    private static Task<JsonNode?> Now(JsonNode? answer) => Task.FromResult(answer);

    private async Task<JsonNode?> Sockets(string act, JsonObject body)
    {
        switch (act)
        {
            case "disconnect": await slack.Sockets.Disconnect((string?)body["reason"] ?? "refresh_requested"); break;
            case "cut": slack.Sockets.Cut(); break;
            case "blackhole": slack.Sockets.Blackhole(); break;
            default: throw new KeyNotFoundException($"Nothing can be done to sockets that is called {act}");
        }

        return new JsonObject { ["open"] = slack.Sockets.Open, ["opened"] = slack.Sockets.Opened };
    }

    private async Task<JsonNode?> Deliveries(JsonObject body)
    {
        if (body["duplicates"] is { } duplicates) slack.Deliveries.Duplicates = (int)duplicates;
        if (body["twins"] is { } twins) slack.Deliveries.TwinEvents = (int)twins;
        if (body["replay"] is not null) await slack.Deliveries.Replay();
        return new JsonObject { ["duplicates"] = slack.Deliveries.Duplicates, ["twins"] = slack.Deliveries.TwinEvents };
    }

    private JsonNode? AddFault(JsonObject body)
    {
        var kind = (string?)body["kind"] ?? "";
        if (!Enum.TryParse<FaultKind>(kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var known))
            throw new KeyNotFoundException($"No fault is called {kind}; there are {string.Join(", ", Enum.GetNames<FaultKind>())}");
        slack.Faults.Add(
            new(
                known,
                (string?)body["method"] ?? "*",
                body.ContainsKey("times") ? (int?)body["times"] : 1,
                (double?)body["probability"] ?? 1,
                TimeSpan.FromSeconds((double?)body["seconds"] ?? 0),
                (int?)body["status"] ?? 503,
                (string?)body["error"] ?? "internal_error",
                (int?)body["skip"] ?? 0));
        return null;
    }

    private JsonNode? ClearFaults()
    {
        slack.Faults.Clear();
        return null;
    }

    private static async Task Answer(HttpContext context, Func<HttpContext, JsonObject, Task<JsonNode?>> act)
    {
        JsonNode? answer;
        try
        {
            var body = context.Request.ContentLength is null or 0 ? [] : (JsonObject?)await JsonNode.ParseAsync(context.Request.Body) ?? [];
            answer = await act(context, body) ?? new JsonObject { ["ok"] = true };
        }
        // What a person cannot do (no such message, no view open) is the caller's mistake, not the server's.
        catch (Exception refused)
            when (refused
                    is KeyNotFoundException
                        or InvalidOperationException
                        or SlackRefusalException
                        or System.Text.Json.JsonException
                        or FormatException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new JsonObject { ["ok"] = false, ["error"] = refused.Message };
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}
