using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Sitrep.CommandLine;
using Sitrep.Hosting;

namespace Sitrep.Tests.Chat.Web.Page;

/// <summary>The README's pictures, taken of the sample incidents. SCREENSHOTS=docs writes them there.</summary>
[Collection(nameof(Browser))]
public sealed class Screenshots(Browser browser)
{
    [BrowserFact]
    public async Task The_sample_looks_as_the_readme_shows_it()
    {
        var folder = Directory.CreateTempSubdirectory("sitrep-screenshots-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "sitrep.db")}";
        await using (var scratch = ScratchBot.Create([], connection))
            await foreach (var (_, reply) in scratch.Player.PlayAsync(DemoVerb.Lines(TimeProvider.System.GetUtcNow())))
                Assert.False(reply.Refused, reply.Message.PlainText);
        await using (var app = BotHost.Build([], options => options with { Urls = "http://127.0.0.1:0", ConnectionString = connection }))
        {
            await app.StartAsync();
            await TakeAsync(app, "chat", "inc-2-checkout-answers-slowly", ColorScheme.Dark);
            await TakeAsync(app, "postmortem", "inc-1-search-returns-nothing", ColorScheme.Light);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task TakeAsync(WebApplication app, string name, string channel, ColorScheme colours)
    {
        await using var context = await browser.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 1240, Height = 780 },
                DeviceScaleFactor = 2,
                ColorScheme = colours,
                TimezoneId = "UTC",
            });
        await context.AddInitScriptAsync("localStorage.setItem('sitrep.stepsHidden', 'true')");
        var page = await ChatPage.OpenAsync(new Uri(app.Urls.Single()), context, channel, "dana");
        await page.Log.Locator(".card").First.WaitForAsync();
        if (name == "postmortem") await page.Document.EvaluateAsync("document => document.scrollIntoView({ block: 'start' })");
        else await page.Composer.PressSequentiallyAsync("/timeline 5m ago p99 is back under 300 ms #ver");
        Assert.Empty(page.Complaints);
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } docs)
            await page.Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Sitrep.Tests.Support.Repository.Root, docs, name + ".png"),
                    Animations = ScreenshotAnimations.Disabled,
                });
    }
}
