using Sitrep.Api;
using Sitrep.Chat.Discord;
using Sitrep.Chat.Slack;
using Sitrep.Chat.Web;
using Sitrep.Chat.Web.Page;
using Sitrep.Chat.Web.Routes;
using Sitrep.Commands.Grammar;
using Sitrep.Configuration;
using Sitrep.Http;
using Sitrep.Http.Metrics;
using Sitrep.Occurrences;
using Sitrep.Outbox;
using Sitrep.Storage;
using Sitrep.Storage.Retention;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Hosting;

/// <summary>Builds the server: configuration, services in the order of the walk, routes.</summary>
internal static class BotHost
{
    // The configuration is read once. Watching its folder, which is the database's by default, would cost an event for
    // every page written.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>The configuration as the server reads it, for verbs that need no server.</summary>
    public static IConfiguration Configuration(string[] arguments)
    {
        var environment = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? "Production";
        return new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(arguments)
            .Build();
    }

    /// <summary>Builds the server; it is not started yet.</summary>
    /// <param name="arguments">Configuration from the command line.</param>
    /// <param name="change">A last word on the options, for demos and tests.</param>
    /// <param name="wire">A last word on the services, for tests that bring a platform of their own.</param>
    /// <exception cref="ConfigurationException">The configuration is wrong.</exception>
    /// <exception cref="DatabaseInUseException">Another process has the database.</exception>
    public static WebApplication Build(
        string[] arguments,
        Func<BotOptions, BotOptions>? change = null,
        Action<IServiceCollection>? wire = null)
    {
        var builder = WebApplication.CreateSlimBuilder([NoReload, .. arguments]);
        var options = BotOptions.Read(builder.Configuration);
        if (change is not null) options = change(options);
        // Beside the rest of the start; nobody waits for it.
        _ = Task.Run(() => Warmup.Run(options.Bot, TimeProvider.System.GetUtcNow()));
        builder.WebHost.UseUrls(options.Urls);
        // Without this a page that still listens would hold a stop up for half a minute.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Logging.AddLogs(builder.Configuration);
        builder.Services.AddSingleton(TimeProvider.System);
        var file = new SqliteStore(options.ConnectionString).Path;
        if (FileRights.Problem(file) is { } refused) throw new ConfigurationException([refused]);
        // Made by a factory, so that the container lets it go at the end.
        var held = DatabaseLock.Take(file);
        builder.Services.AddSingleton(_ => held);
        builder.Services.AddBot(options);
        builder.Services.AddMetricReadings();
        builder.Services.AddTracing(builder.Configuration);
        builder.Services.AddWebChatReceiver();
        builder.Services.AddSlackReceiver(options.Slack);
        builder.Services.AddDiscordReceiver(options.Discord, CommandShapes.All(options.Bot));
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddHostedService<TimerWorker>();
        builder.Services.AddHostedService<RetentionWorker>();
        wire?.Invoke(builder.Services);
        var app = builder.Build();
        app.Services.GetRequiredService<DatabaseLock>();
        try
        {
            Map(app);
            return app;
        }
        catch
        {
            // The database may be found damaged here; the lock must not outlive the attempt.
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    private static void Map(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseProblemAnswers();
        app.UseLoopbackOnly();
        app.MapHealth();
        app.MapMetrics();
        app.MapPage();
        app.MapWebChat();
        app.MapSlack();
        app.MapIncidents();
        app.MapApiDescription();
        app.MapUnimplemented(app.Services.GetRequiredService<BotOptions>().Slack.SigningSecret is not null);
    }
}
