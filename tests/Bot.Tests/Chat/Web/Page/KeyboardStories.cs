using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class KeyboardStories(Browser browser)
{
    [BrowserFact]
    public async Task I_can_complete_verbs_options_and_kinds_by_keyboard()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        await me.Composer.PressSequentiallyAsync("/inci");
        await me.Page.GetByRole(AriaRole.Option, new() { Name = "/incident start" }).WaitForAsync();
        await me.Composer.PressAsync("Enter");
        Assert.Equal("/incident start ", await me.Composer.InputValueAsync());
        await me.Composer.PressSequentiallyAsync("Checkout down se");
        await me.Composer.PressAsync("ArrowDown");
        await me.Composer.PressAsync("ArrowDown");
        await me.Composer.PressAsync("Enter");
        Assert.Equal("/incident start Checkout down sev2 ", await me.Composer.InputValueAsync());
        await me.Composer.PressSequentiallyAsync("ser");
        await me.Composer.PressAsync("Tab");
        await me.Composer.PressSequentiallyAsync("checkout");
        await me.Composer.PressAsync("Enter");
        await me.TitleIsAsync("INC-1 Checkout down");
        await me.Composer.PressSequentiallyAsync("/timeline all fine #ver");
        await me.Composer.PressAsync("Tab");
        Assert.Equal("/timeline all fine #verification ", await me.Composer.InputValueAsync());
        await me.Composer.PressAsync("Enter");
        await me.SeesAsync("Kind: verification");
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task What_I_typed_before_the_commands_came_is_completed_when_they_come()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var held = new TaskCompletionSource();
        await context.RouteAsync("**/api/commands", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        var me = await ChatPage.OpenAsync(bot, context);
        await me.Composer.PressSequentiallyAsync("/inci");
        held.SetResult();
        await me.Page.GetByRole(AriaRole.Option, new() { Name = "/incident start" }).WaitForAsync();
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task Words_that_look_like_options_are_sent_as_I_typed_them()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        var me = await ChatPage.OpenAsync(bot, context, channel);
        await me.Composer.PressSequentiallyAsync("/timeline mark");
        await me.Composer.PressAsync("Enter");
        await me.Log.Locator("code", new() { HasText = "/timeline mark" }).First.WaitForAsync();
        Assert.Equal("", await me.Composer.InputValueAsync());
    }

    [BrowserFact]
    public async Task I_can_recall_what_I_typed_and_change_channels()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        await me.TypeAsync("first");
        await me.TypeAsync("second");
        await me.Composer.PressAsync("ArrowUp");
        await me.Composer.PressAsync("ArrowUp");
        Assert.Equal("first", await me.Composer.InputValueAsync());
        await me.Composer.PressAsync("ArrowDown");
        Assert.Equal("second", await me.Composer.InputValueAsync());
        await me.Composer.PressAsync("ArrowDown");
        Assert.Equal("", await me.Composer.InputValueAsync());
        await me.Composer.PressAsync("Alt+ArrowDown");
        await me.TitleIsAsync("#incidents");
        await me.Composer.PressAsync("Alt+ArrowUp");
        await me.TitleIsAsync("#general");
    }

    [BrowserFact]
    public async Task Every_control_has_a_name_and_the_page_its_landmarks()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        await bot.Type("ana", "/incident start Checkout down sev1");
        var me = await ChatPage.OpenAsync(bot, context, "inc-1-checkout-down");
        await me.Log.GetByRole(AriaRole.Button, new() { Name = "Take lead" }).WaitForAsync();
        foreach (
            var (role, name) in new[]
            {
                (AriaRole.Navigation, "Channels"),
                (AriaRole.Main, ""),
                (AriaRole.Log, "Messages"),
                (AriaRole.Textbox, "Message to #inc-1-checkout-down"),
            })
            Assert.Equal(1, await me.Page.GetByRole(role, name.Length > 0 ? new() { Name = name } : null).CountAsync());
        var nameless = await me.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, input, textarea, select, a[href]')]
              .filter(control => control.checkVisibility())
              .filter(control => !(control.getAttribute('aria-label') || control.textContent.trim() || control.labels?.length))
              .map(control => control.outerHTML)
            """);
        Assert.Empty(nameless);
    }
}
