using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class NarrowStories(Browser browser)
{
    [BrowserFact]
    public async Task At_400_pixels_nothing_is_cut_off_and_the_channels_are_a_drawer()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync(new() { ViewportSize = new() { Width = 400, Height = 800 }, HasTouch = true });
        await bot.Type("ana", "/incident start A title that is quite a bit longer than any telephone is wide sev1");
        await bot.Type("ana", "/timeline INC-1 " + new string('x', 300));
        await bot.Type("ana", "/incident INC-1 close");
        var me = await ChatPage.OpenAsync(bot, context);
        await NothingIsWiderAsync(me);
        Assert.False(await me.Page.Locator("#side").IsVisibleAsync());
        await me.Page.Locator("#menu").ClickAsync();
        await me.Page.Locator(".channel-link", new() { HasText = "A title" }).ClickAsync();
        await me.Document.WaitForAsync();
        await me.Page.Locator("#side").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await NothingIsWiderAsync(me);
        await me.Composer.PressSequentiallyAsync("/incident ");
        await me.Page.Locator("#options li").First.WaitForAsync();
        await NothingIsWiderAsync(me);
    }

    private static async Task NothingIsWiderAsync(ChatPage page)
    {
        var wide = await page.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main *')].filter(element => element.checkVisibility())
              .filter(element => element.getBoundingClientRect().right > innerWidth + 1).map(element => element.outerHTML.slice(0, 120))
            """);
        Assert.Empty(wide);
    }
}
