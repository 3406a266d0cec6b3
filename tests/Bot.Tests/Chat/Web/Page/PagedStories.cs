using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class PagedStories(Browser browser)
{
    [BrowserFact]
    public async Task A_page_is_loud_wherever_I_am_until_I_acknowledge()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down sev1"))["channel"]!.GetValue<string>();
        var me = await ChatPage.OpenAsync(bot, context, name: "li");
        Assert.True(await me.Page.Locator("#banner").IsHiddenAsync());
        await bot.Type("ana", "/escalate @li queue is growing", channel);
        var banner = me.Page.GetByRole(AriaRole.Alert);
        await banner.GetByText("You are paged for INC-1 · Checkout down").WaitForAsync();
        await me.Page.Locator(".channel-link.paged", new() { HasText = "INC-1" }).WaitForAsync();
        Assert.Contains("Paged: INC-1", await me.Page.TitleAsync());
        await banner.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await me.Page.Locator("#banner").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await me.Page.Locator(".channel-link.paged").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.DoesNotContain("Paged", await me.Page.TitleAsync());
        await me.TitleIsAsync("#general");
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task It_stays_after_a_reload_and_nobody_else_sees_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var mine = await browser.OpenAsync();
        await using var theirs = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        await bot.Type("ana", "/escalate @li", channel);
        var me = await ChatPage.OpenAsync(bot, mine, name: "li");
        var they = await ChatPage.OpenAsync(bot, theirs, channel, "ben");
        await me.Page.GetByRole(AriaRole.Alert).GetByText("INC-1").WaitForAsync();
        await me.Page.ReloadAsync();
        await me.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Button, new() { Name = "Open channel" }).ClickAsync();
        await me.TitleIsAsync("INC-1 Checkout down");
        await they.Log.GetByText("Called in").Or(they.Log.GetByText("Paged")).First.WaitForAsync();
        Assert.True(await they.Page.Locator("#banner").IsHiddenAsync());
    }

    [BrowserFact]
    public async Task Sound_and_notifications_are_asked_for_by_a_click_alone()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        await context.AddInitScriptAsync(
            """
            globalThis.asked = 0; globalThis.shown = []; globalThis.rung = 0;
            globalThis.Notification = class {
              static permission = 'default';
              static async requestPermission() { asked++; return this.permission = 'granted'; }
              constructor(title) { shown.push(title); }
              addEventListener() {}
            };
            const Real = AudioContext;
            globalThis.AudioContext = class extends Real { constructor() { super(); rung++; } };
            """);
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        var me = await ChatPage.OpenAsync(bot, context, name: "li");
        await bot.Type("ana", "/escalate @li", channel);
        await me.Page.GetByRole(AriaRole.Alert).GetByText("INC-1").WaitForAsync();
        Assert.Equal(0, await me.Page.EvaluateAsync<int>("asked + rung + shown.length"));
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "Ring when I am paged" }).ClickAsync();
        await me.IsTrueAsync("asked === 1 && rung === 1");
        await bot.Type("ana", "/escalate @li again", channel);
        await me.IsTrueAsync("shown.length === 1 && rung === 2");
    }
}
