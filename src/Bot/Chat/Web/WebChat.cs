using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Sitrep.Chat.Web;

/// <summary>Wires the built-in chat.</summary>
internal static class WebChat
{
    private static readonly TimeSpan _headers = TimeSpan.FromSeconds(10);

    /// <summary>Adds the platform, for whoever carries an outbox to it.</summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<IChatPlatform, WebPlatform>();
        return services;
    }

    /// <summary>Adds what serves it over HTTP.</summary>
    public static IServiceCollection AddWebChatEdge(this IServiceCollection services)
    {
        services.AddWebChat();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<MessageRoute>();
        services.AddSingleton<EventStream>();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ChatBody.MostBytes;
            kestrel.Limits.RequestHeadersTimeout = _headers;
        });
        return services;
    }
}
