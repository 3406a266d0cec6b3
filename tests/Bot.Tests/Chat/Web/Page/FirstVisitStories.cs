using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class FirstVisitStories(Browser browser)
{
    [BrowserFact]
    public async Task I_can_declare_note_close_and_read_and_the_steps_tick_themselves()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        var next = me.Page.Locator(".steps li.next .button");
        await next.ClickAsync();
        Assert.StartsWith("/incident start", await me.Composer.InputValueAsync());
        await me.Composer.PressAsync("Enter");
        await me.TitleIsAsync("INC-1");
        await me.SeesAsync("nobody yet");
        await next.ClickAsync();
        await me.Composer.PressAsync("Enter");
        await me.SeesAsync("Added to INC-1");
        await next.ClickAsync();
        await me.Composer.PressAsync("Enter");
        await me.Document.WaitForAsync();
        await me.Page.GetByText("Your next incident can be a real one").WaitForAsync();
        Assert.Equal(4, await me.Page.Locator(".steps li.done").CountAsync());
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await me.Page.ReloadAsync();
        await me.Document.WaitForAsync();
        Assert.False(await me.Page.Locator("#steps").IsVisibleAsync());
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task I_am_asked_my_name_once_and_nothing_waits_for_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        await me.TypeAsync("hello");
        await me.Log.Locator(".by", new() { HasText = "you" }).WaitForAsync();
        await me.Page.GetByLabel("Your name").FillAsync("@ana");
        await me.Page.GetByLabel("Your name").PressAsync("Tab");
        Assert.Equal("ana", await me.Page.GetByLabel("You are").InputValueAsync());
        await me.TypeAsync("hello again");
        await me.Log.Locator(".by", new() { HasText = "ana" }).WaitForAsync();
        await me.Page.ReloadAsync();
        Assert.Equal("ana", await me.Page.GetByLabel("You are").InputValueAsync());
        Assert.Equal(0, await me.Page.GetByLabel("Your name").CountAsync());
    }
}
