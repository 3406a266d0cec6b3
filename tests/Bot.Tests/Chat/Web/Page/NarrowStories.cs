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

    [BrowserFact]
    public async Task From_320_pixels_to_a_wall_nothing_is_cut_off_or_covered()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var channel = (await bot.Type("ana", "/incident start A title that is quite a bit longer than any telephone is wide sev1"))["channel"]!;
        await bot.Type("ana", "/escalate @li " + new string('x', 200), channel.GetValue<string>());
        var me = await ChatPage.OpenAsync(bot, context, name: "you");
        foreach (var name in new[] { "general", channel.GetValue<string>() })
        {
            await me.Page.EvaluateAsync($"location.hash = '{name}'");
            await me.TitleIsAsync(name == "general" ? "#general" : "INC-1");
            foreach (var width in new[] { 320, 400, 761, 768, 900, 1100, 1440, 2560 })
            {
                await me.Page.SetViewportSizeAsync(width, 800);
                await NothingIsWiderAsync(me);
                Assert.Empty(await CoveredAsync(me));
            }
        }
    }

    // Whatever one clicks is on top of its own middle, and no words of the steps stand below a button.
    private static Task<string[]> CoveredAsync(ChatPage page) => page.Page.EvaluateAsync<string[]>(
        """
        () => {
          const boxes = [...document.querySelectorAll('.steps li')].filter(one => one.checkVisibility()).flatMap(one => {
            const words = document.createRange();
            words.selectNodeContents(one.querySelector('.what'));
            const button = one.querySelector('.button').getBoundingClientRect();
            return [...words.getClientRects()].filter(box => box.right > button.left + 1 && box.top < button.bottom && box.bottom > button.top)
              .map(() => one.outerHTML);
          });
          const hidden = [...document.querySelectorAll('main button, main textarea')].filter(one => one.checkVisibility({ opacityProperty: true })).filter(one => {
            const { left, top, width, height } = one.getBoundingClientRect();
            const at = document.elementFromPoint(left + width / 2, top + height / 2);
            const log = one.closest('.log, .banner')?.getBoundingClientRect();
            return !(log && (top + height / 2 < log.top || top + height / 2 > log.bottom)) && at && !one.contains(at);
          }).map(one => one.outerHTML.slice(0, 120));
          return [...boxes, ...hidden];
        }
        """);

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
