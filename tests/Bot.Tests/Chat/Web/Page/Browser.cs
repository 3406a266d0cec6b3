using Microsoft.Playwright;

namespace Sitrep.Tests.Chat.Web.Page;

/// <summary>The machine's own chromium, started once for all browser stories.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] _arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is; null where this machine has none.</summary>
    public static string? Executable { get; } = Find();

    public async Task InitializeAsync()
    {
        if (Executable is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync();
    }

    /// <summary>Somebody's browser: a store of its own, nothing remembered.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        // One that died took its own story along, and no other.
        if (_browser is not { IsConnected: true }) _browser = await LaunchAsync();
        return await _browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private Task<IBrowser> LaunchAsync() =>
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = _arguments, Headless = true });

    private static string? Find() =>
        new[] { "/usr/bin" }.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") })
            .FirstOrDefault(File.Exists);
}

/// <summary>One browser for all stories, one story at a time.</summary>
[CollectionDefinition(nameof(Browser))]
public sealed class BrowserStories : ICollectionFixture<Browser>;

/// <summary>A story that needs a browser. Without one it is skipped and says so.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null) Skip = "Skipped: there is no chromium on this machine. apt-get install chromium";
    }
}
