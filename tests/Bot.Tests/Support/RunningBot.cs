using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Hosting;

namespace Sitrep.Tests.Support;

/// <summary>The whole bot: a real socket, a real SQLite file.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-running-").FullName;
    private readonly Func<BotOptions, BotOptions> _change;
    private readonly TimeProvider? _clock;
    private WebApplication _app;

    private RunningBot(Func<BotOptions, BotOptions>? change, TimeProvider? clock)
    {
        _clock = clock;
        _change = change ?? (options => options);
        ConnectionString = $"Data Source={Path.Combine(_folder, "sitrep.db")}";
        _app = Build();
    }

    public string ConnectionString { get; }

    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => _app.Services;

    public Uri Url => new(_app.Urls.Single());

    public static async Task<RunningBot> StartAsync(Func<BotOptions, BotOptions>? change = null, TimeProvider? clock = null)
    {
        var bot = new RunningBot(change, clock);
        await bot.BeginAsync();
        return bot;
    }

    /// <summary>Types in the built-in chat.</summary>
    public async Task<JsonNode> Type(string user, string text, string channel = "general", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/chat/{channel}/messages")
        {
            Content = JsonContent.Create(new { user, text }),
        };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>Stops it and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        _app = Build();
        await BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private WebApplication Build() =>
        BotHost.Build(
            [],
            options => _change(options with { Urls = "http://127.0.0.1:0", ConnectionString = ConnectionString }),
            services =>
            {
                if (_clock is not null) services.AddSingleton(_clock);
            });

    private async Task BeginAsync()
    {
        await _app.StartAsync();
        Http.Dispose();
        Http = new() { BaseAddress = Url };
    }

    private async Task StopAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
