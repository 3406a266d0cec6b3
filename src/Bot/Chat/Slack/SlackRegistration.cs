using Microsoft.Extensions.DependencyInjection.Extensions;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Chat.Slack.Effects;
using Sitrep.Chat.Slack.Http;
using Sitrep.Chat.Slack.Receiving;
using Sitrep.Chat.Slack.Sockets;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Slack;

/// <summary>Wires Slack: only what the configuration turns on exists.</summary>
internal static class SlackRegistration
{
    private static readonly TimeSpan _answerWithin = TimeSpan.FromSeconds(10);

    /// <summary>Adds the platform, for whoever carries an outbox to it.</summary>
    public static IServiceCollection AddSlackClient(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(options);
        if (options == SlackOptions.None) return services;
        services.AddSingleton<SlackStatus>();
        services.AddSingleton<CallLimits>();
        services.AddSingleton(provider => new SlackApi(
            new HttpClient { Timeout = _answerWithin },
            options,
            provider.GetRequiredService<CallLimits>(),
            provider.GetRequiredService<SlackStatus>()));
        services.AddSingleton<SlackIdentity>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<ChannelSearch>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<ChannelOpening>();
        services.AddSingleton<MessagePosting>();
        services.AddSingleton<PinsAndBookmarks>();
        services.AddSingleton<FilePosting>();
        services.AddSingleton<MessageReading>();
        // Without a token what is to be said waits for one.
        if (options.BotToken is not null) services.AddSingleton<IEffectTarget, SlackPlatform>();
        return services;
    }

    /// <summary>Adds what receives from Slack.</summary>
    public static IServiceCollection AddSlackReceiver(this IServiceCollection services, SlackOptions options)
    {
        services.AddSlackClient(options);
        if (options == SlackOptions.None) return services;
        services.TryAddSingleton<KeptTexts>();
        services.AddSingleton<StoredMessages>();
        services.AddSingleton<SlackViews>();
        services.AddSingleton<HomeTab>();
        services.AddSingleton<ChannelRejoining>();
        services.AddSingleton<EventTranslation>();
        services.AddSingleton<EventReceiver>();
        services.AddSingleton<InteractionReceiver>();
        services.AddSingleton<SlackReceiver>();
        services.AddSingleton<SlackConnection>();
        services.AddHostedService(provider => provider.GetRequiredService<SlackConnection>());
        if (options.AppToken is not null)
        {
            services.AddSingleton<EnvelopeReceiver>();
            services.AddSingleton<SocketMode>();
            services.AddHostedService(provider => provider.GetRequiredService<SocketMode>());
        }

        if (options.SigningSecret is not { } secret) return services;
        services.AddSingleton(provider => new RequestSignature(secret.Reveal(), provider.GetRequiredService<TimeProvider>()));
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
