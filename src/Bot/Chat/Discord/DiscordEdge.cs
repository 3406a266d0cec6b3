using Sitrep.Chat.Discord.Gateway;
using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord;

/// <summary>Wires Discord: without a token nothing of it exists.</summary>
internal static class DiscordEdge
{
    /// <summary>Adds the platform and what listens to it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">How it is connected.</param>
    /// <param name="shapes">The commands, part by part.</param>
    public static IServiceCollection AddDiscordEdge(this IServiceCollection services, DiscordOptions options, IReadOnlyList<CommandShape> shapes)
    {
        services.AddSingleton(options);
        if (options.BotToken is not { } token) return services;
        services.AddSingleton(shapes);
        services.AddSingleton<RateLimits>();
        services.AddSingleton(provider => new DiscordRest(
            Client(options), token, provider.GetRequiredService<RateLimits>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DiscordServer>();
        services.AddSingleton<Names>();
        services.AddSingleton<Rights>();
        services.AddSingleton<Regained>();
        services.AddSingleton<Membership>();
        services.AddSingleton<LongCommands>();
        services.AddSingleton<ChannelOpening>();
        services.AddSingleton<MessagePosting>();
        services.AddSingleton<MessageReading>();
        services.AddSingleton<Speaking>();
        services.AddSingleton<IChatPlatform, DiscordPlatform>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<Completion>();
        services.AddSingleton<Asked>();
        services.AddSingleton<Callbacks>();
        services.AddSingleton<Answering>();
        services.AddSingleton<Suggesting>();
        services.AddSingleton<Happened>();
        services.AddSingleton<Dispatches>();
        services.AddSingleton<GatewayWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<GatewayWorker>());
        services.AddHostedService<RegistrationWorker>();
        return services;
    }

    /// <summary>A client for the API's address.</summary>
    public static HttpClient Client(DiscordOptions options) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { BaseAddress = options.ApiUrl };
}
