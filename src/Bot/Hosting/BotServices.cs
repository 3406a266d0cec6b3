using Sitrep.Occurrences;
using Sitrep.Occurrences.Instrumentation;
using Sitrep.Outbox;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Retention;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Hosting;

/// <summary>The parts of the walk, wired. The same for the server, for replays and for stories in tests.</summary>
internal static class BotServices
{
    /// <summary>Adds the database, the walk and the outbox. The clock is whatever <see cref="TimeProvider"/> is registered.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, BotOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Bot);
        services.AddSingleton<IStore>(provider =>
        {
            var store = new SqliteStore(options.ConnectionString);
            var held = provider.GetService<DatabaseLock>();
            try
            {
                store.Prepare();
                if (held is { LastOneDied: true }) store.Check();
                return store;
            }
            catch (Exception problem) when (problem is InvalidDataException or StoreException { Fault: StoreFault.Damaged })
            {
                held?.Doubt();
                throw;
            }
        });
        services.AddMetrics();
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<TableSizes>();
        services.AddSingleton(options.Retention);
        services.AddSingleton<CommandHandler>();
        services.AddSingleton<CommandInstrumentation>();
        services.AddSingleton<OutboxInstrumentation>();
        services.AddSingleton<TimerLateness>();
        services.AddSingleton<OutboxSender>();
        return services;
    }
}
