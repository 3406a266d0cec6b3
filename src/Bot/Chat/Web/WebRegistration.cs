using Microsoft.AspNetCore.Server.Kestrel.Core;
using Sitrep.Chat.Web.Live;
using Sitrep.Chat.Web.Routes;

namespace Sitrep.Chat.Web;

/// <summary>Wires the built-in chat.</summary>
internal static class WebRegistration
{
    private static readonly TimeSpan _headers = TimeSpan.FromSeconds(10);

    /// <summary>Adds the platform, for whoever carries an outbox to it.</summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<IEffectTarget, WebPlatform>();
        return services;
    }

    /// <summary>Adds what serves it over HTTP.</summary>
    public static IServiceCollection AddWebChatReceiver(this IServiceCollection services)
    {
        services.AddWebChat();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<MessageRoute>();
        services.AddSingleton<EventStream>();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = PostMessageRequest.MostBytes;
            kestrel.Limits.RequestHeadersTimeout = _headers;
        });
        return services;
    }
}
