using Microsoft.Extensions.DependencyInjection.Extensions;
using Sitrep.Chat.Discord.Effects;
using Sitrep.Chat.Discord.Gateway;
using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Discord.Interactions.Registration;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Occurrences;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Discord;

/// <summary>Wires Discord: without a token nothing of it exists.</summary>
internal static class DiscordRegistration
{
    /// <summary>Adds the platform and what listens to it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">How it is connected.</param>
    /// <param name="shapes">The commands, part by part.</param>
    public static IServiceCollection AddDiscordReceiver(
        this IServiceCollection services,
        DiscordOptions options,
        IReadOnlyList<CommandShape> shapes)
    {
        services.AddSingleton(options);
        if (options.BotToken is not { } token) return services;
        services.AddSingleton(shapes);
        services.AddSingleton<RateLimits>();
        services.AddSingleton(provider => new DiscordRest(
            Client(options),
            token,
            provider.GetRequiredService<RateLimits>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DiscordServer>();
        services.AddSingleton<NameCache>();
        services.AddSingleton<PermissionCalculator>();
        services.AddSingleton<AccessRecovery>();
        services.AddSingleton<GuildMembership>();
        services.AddSingleton<ThreadParents>();
        services.AddSingleton<MissedReactions>();
        services.TryAddSingleton<KeptTexts>();
        services.AddSingleton<StoredCustomIds>();
        services.AddSingleton<ChannelOpening>();
        services.AddSingleton<MessagePosting>();
        services.AddSingleton<MessageReading>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<IEffectTarget, DiscordPlatform>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<Completion>();
        services.AddSingleton<InteractionTranslator>();
        services.AddSingleton<Callbacks>();
        services.AddSingleton<InteractionResponder>();
        services.AddSingleton<AutocompleteHandler>();
        services.AddSingleton<GatewayEventTranslator>();
        services.AddSingleton<DispatchHandler>();
        services.AddSingleton<GatewayWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<GatewayWorker>());
        services.AddHostedService<RegistrationWorker>();
        return services;
    }

    /// <summary>A client for the API's address.</summary>
    public static HttpClient Client(DiscordOptions options) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
        {
            BaseAddress = options.ApiUrl,
        };
}
