using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Hosting;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Outbox;
using Sitrep.Storage;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Tests.Support;

/// <summary>The whole walk on a real SQLite file, a clock that stands still, and a platform that remembers.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-test-").FullName;
    private int _delivery;

    public TestBot(string now = "2026-03-10T14:00:00Z", CollectingPlatform? platform = null)
    {
        Platform = platform ?? new();
        Clock = new(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var options = BotOptions.Read(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IEffectTarget>(Platform);
        services.AddBot(options with { ConnectionString = $"Data Source={Path.Combine(_folder, "sitrep.db")}" });
        services.AddSingleton<TimerWorker>();
        _services = services.BuildServiceProvider();
    }

    public ManualClock Clock { get; }

    public CollectingPlatform Platform { get; }

    public IReadOnlyList<OutboxItem> Delivered => Platform.Delivered;

    public SqliteStore Store => (SqliteStore)_services.GetRequiredService<IStore>();

    public WriteQueue Writes => _services.GetRequiredService<WriteQueue>();

    public TimerWorker Reminders => _services.GetRequiredService<TimerWorker>();

    /// <summary>Everything posted or updated, as plain text, in the order delivered.</summary>
    public IReadOnlyList<string> Posted =>
    [
        .. Platform.Delivered.Select(delivery => delivery.Effect switch
        {
            PostMessage post => post.Message.PlainText,
            UpdateMessage update => update.Message.PlainText,
            _ => null,
        }).OfType<string>(),
    ];

    public async Task<Reply> Type(string user, string text, string channel = "general", string? key = null)
    {
        var reply = await Ask(user, text, channel, key ?? $"d{++_delivery}");
        await _services.GetRequiredService<OutboxSender>().DrainAsync(CancellationToken.None);
        return reply;
    }

    /// <summary>Only the direct answer; what is to be sent waits.</summary>
    public Task<Reply> Ask(string user, string text, string channel, string key) =>
        _services
            .GetRequiredService<CommandHandler>()
            .HandleAsync(new TextTyped(new(Platform.Name, channel), Person.Named(Platform.Name, user), key, text));

    /// <summary>Something happened that nobody typed.</summary>
    public async Task<Reply> Happen(ChatEvent chatEvent)
    {
        var reply = await _services.GetRequiredService<CommandHandler>().HandleAsync(chatEvent);
        await DrainAsync();
        return reply;
    }

    public Task DrainAsync() => _services.GetRequiredService<OutboxSender>().DrainAsync(CancellationToken.None);

    public async Task<Reply> Fill(string user, string command, params (string Key, string Value)[] values)
    {
        var handler = _services.GetRequiredService<CommandHandler>();
        return await handler.HandleAsync(
            new CommandFilled(
                new(Platform.Name, "general"),
                Person.Named(Platform.Name, user),
                $"f{++_delivery}",
                command,
                values.ToDictionary(value => value.Key, value => value.Value)));
    }

    /// <summary>An open incident, INC-1 in inc-1-checkout-down, to work with.</summary>
    public async Task<string> Declare(string words = "Checkout down sev2") => (await Type("ana", "/incident start " + words)).Channel!;

    public IncidentRecord Record(long number = 1)
    {
        using var connection = Store.Open();
        return IncidentQueries.Record(connection, IncidentQueries.Find(connection, new(number))!);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
