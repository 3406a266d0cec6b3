using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class DraftStories(Browser browser)
{
    [BrowserFact]
    public async Task What_I_am_typing_stays_in_its_channel_and_outlives_a_reload()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        await me.Composer.FillAsync("half a thought");
        await me.Page.Locator(".channel-link", new() { HasText = "incidents" }).ClickAsync();
        await me.TitleIsAsync("#incidents");
        Assert.Equal("", await me.Composer.InputValueAsync());
        await me.Composer.FillAsync("another");
        await me.Page.Locator(".channel-link", new() { HasText = "general" }).ClickAsync();
        await me.TitleIsAsync("#general");
        Assert.Equal("half a thought", await me.Composer.InputValueAsync());
        await me.Page.ReloadAsync();
        await me.IsTrueAsync("document.getElementById('text').value === 'half a thought'");
        await me.Composer.PressAsync("Control+Enter");
        await me.SeesAsync("half a thought");
        await me.Page.ReloadAsync();
        await me.Page.WaitForSelectorAsync(".state.live");
        Assert.Equal("", await me.Composer.InputValueAsync());
    }

    [BrowserFact]
    public async Task A_form_keeps_what_I_typed_until_I_send_or_discard_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        var dialog = me.Page.GetByRole(AriaRole.Dialog);
        var broke = dialog.GetByLabel("What broke?");
        await me.TypeAsync("/incident start");
        await broke.FillAsync("Checkout is down");
        await dialog.GetByLabel("How bad is it?").SelectOptionAsync("sev1");
        await broke.PressAsync("Escape");
        await me.Page.ReloadAsync();
        await me.Page.WaitForSelectorAsync(".state.live");
        await me.TypeAsync("/incident start");
        await broke.WaitForAsync();
        Assert.Equal("Checkout is down", await broke.InputValueAsync());
        Assert.Equal("sev1", await dialog.GetByLabel("How bad is it?").InputValueAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await me.TypeAsync("/incident start");
        await broke.WaitForAsync();
        Assert.Equal("", await broke.InputValueAsync());
        Assert.False(await dialog.GetByRole(AriaRole.Button, new() { Name = "Discard" }).IsVisibleAsync());
        await broke.FillAsync("Search is down");
        await broke.PressAsync("Control+Enter");
        await me.TitleIsAsync("INC-1 Search is down");
        await me.TypeAsync("/incident start");
        await broke.WaitForAsync();
        Assert.Equal("", await broke.InputValueAsync());
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task A_suggested_command_comes_into_the_composer_by_a_click()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        var me = await ChatPage.OpenAsync(bot, context, channel);
        await me.Log.GetByRole(AriaRole.Button, new() { Name = "/incident help", Exact = true }).Last.ClickAsync();
        Assert.Equal("/incident help", await me.Composer.InputValueAsync());
        await me.Page.Keyboard.TypeAsync(" start");
        await me.Page.Keyboard.PressAsync("Enter");
        await me.Log.GetByText("Checkout returns 500s sev2 at:10m ago").First.WaitForAsync();
    }
}
