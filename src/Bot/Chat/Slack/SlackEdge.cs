namespace Sitrep.Chat.Slack;

/// <summary>Wires Slack: only what the configuration turns on exists.</summary>
internal static class SlackEdge
{
    /// <summary>Adds what receives from Slack.</summary>
    public static IServiceCollection AddSlackEdge(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(options);
        if (options.SigningSecret is not { } secret) return services;
        services.AddSingleton(provider => new RequestSignature(secret, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<EventsRoute>();
        return services;
    }

    /// <summary>Adds the routes. Plain delegates: typed ones cost tens of milliseconds at start.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<EventsRoute>() is not { } events) return;
        routes.MapPost("/slack/events", events.PostAsync);
        // Slack checks the certificate by a plain GET, too.
        routes.MapGet("/slack/events", context => Task.CompletedTask);
    }
}
