using Sitrep.Chat.Web;
using Sitrep.Hosting;
using Sitrep.Outbox;
using Sitrep.Storage;
using Sitrep.Storage.Sqlite;

namespace Sitrep.CommandLine;

/// <summary>The whole walk on a transcript's clock, and on a database that is thrown away afterwards.</summary>
internal sealed class ScratchBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _folder;

    private ScratchBot(ServiceProvider services, string? folder)
    {
        _services = services;
        _folder = folder;
    }

    /// <summary>Its database.</summary>
    public IStore Store => _services.GetRequiredService<IStore>();

    /// <summary>Its clock.</summary>
    public TranscriptClock Clock => _services.GetRequiredService<TranscriptClock>();

    /// <summary>Plays transcripts to it.</summary>
    public TranscriptPlayer Player => _services.GetRequiredService<TranscriptPlayer>();

    /// <summary>Makes one, configured as the server would be.</summary>
    /// <param name="configuration">Configuration from the command line.</param>
    /// <param name="connection">A database to keep; null for one that is deleted at the end.</param>
    public static ScratchBot Create(string[] configuration, string? connection = null)
    {
        var options = BotOptions.Read(BotHost.Configuration(configuration));
        var folder = connection is null ? Directory.CreateTempSubdirectory("sitrep-").FullName : null;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TranscriptClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<TranscriptClock>());
        services.AddBot(options with { ConnectionString = connection ?? $"Data Source={Path.Combine(folder!, "sitrep.db")}" });
        services.AddWebChat();
        services.AddSingleton<TimerWorker>();
        services.AddSingleton<TranscriptPlayer>();
        return new(services.BuildServiceProvider(), folder);
    }

    /// <summary>Stops it, and deletes its database unless it is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteStore.Release();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
