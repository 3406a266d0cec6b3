using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Hosting;

namespace Sitrep.Tests.Support;

/// <summary>The whole bot with a configuration from the command line, as an operator would give it.</summary>
internal sealed class ConfiguredBot : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-configured-").FullName;
    private readonly WebApplication _app;

    private ConfiguredBot(string[] configuration, Action<IServiceCollection>? wire)
    {
        Configuration =
        [
            "--Urls",
            "http://127.0.0.1:0",
            "--Database:ConnectionString",
            $"Data Source={Path.Combine(_folder, "sitrep.db")}",
            .. configuration,
        ];
        _app = BotHost.Build(Configuration, wire: wire);
    }

    public string[] Configuration { get; }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => _app.Services;

    public static async Task<ConfiguredBot> StartAsync(string[] configuration, Action<IServiceCollection>? wire = null)
    {
        var bot = new ConfiguredBot(configuration, wire);
        await bot._app.StartAsync();
        bot.Http.BaseAddress = new(bot._app.Urls.Single());
        return bot;
    }

    /// <summary>Types in the built-in chat; the answer as it came, whatever its status.</summary>
    public async Task<string> Type(string text, string channel = "general", string? traceparent = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/chat/{channel}/messages")
        {
            Content = JsonContent.Create(new { user = "ana", text }),
        };
        if (traceparent is not null) request.Headers.Add("traceparent", traceparent);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Stops it as SIGTERM does; its files stay until it is disposed.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
