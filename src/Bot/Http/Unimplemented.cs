namespace Sitrep.Http;

/// <summary>Routes that others may look for and that do not exist yet: they say so, and what to do instead.</summary>
internal static class Unimplemented
{
    /// <summary>Adds the answers.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="slackOverHttp">Whether Slack's own route exists.</param>
    public static void MapUnimplemented(this IEndpointRouteBuilder routes, bool slackOverHttp)
    {
        routes.MapPost("/alerts/{source}", context =>
            Problems.WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                "Alerts cannot be received yet",
                "Nothing was stored. Declare by POST /api/chat/general/messages with /incident start."));
        if (slackOverHttp) return;
        routes.MapPost("/slack/events", context =>
            Problems.WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                "Slack is not connected",
                "Nothing was stored. Set Slack:SigningSecret to receive from Slack over HTTP."));
    }
}
