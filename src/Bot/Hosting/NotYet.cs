namespace Sitrep.Hosting;

/// <summary>Routes that others may look for and that do not exist yet: they say so, and what to do instead.</summary>
public static class NotYet
{
    /// <summary>Adds the answers.</summary>
    public static void MapNotYet(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/alerts/{source}", context => Problems.WriteAsync(
            context, StatusCodes.Status404NotFound, "Alerts cannot be received yet", "Nothing was stored. Declare by POST /api/chat/general/messages with /incident start."));
        if (routes.ServiceProvider.GetRequiredService<BotOptions>().Slack.SigningSecret is not null) return;
        routes.MapPost("/slack/events", context => Problems.WriteAsync(
            context, StatusCodes.Status404NotFound, "Slack is not connected", "Nothing was stored. Set Slack:SigningSecret to receive from Slack over HTTP."));
    }
}
