using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class ManyStories(Browser browser)
{
    [BrowserFact]
    public async Task The_card_comes_with_its_channel_however_much_was_said()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        await Task.WhenAll(Enumerable.Range(0, 210).Select(i => bot.Type("ana", $"message {i}", channel)));
        var me = await ChatPage.OpenAsync(bot, context, channel, "ben");
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "Earlier messages" }).WaitForAsync();
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "Card" }).ClickAsync();
        await me.Page.Locator("#pinned").GetByRole(AriaRole.Button, new() { Name = "Take lead" }).ClickAsync();
        await me.Page.Locator("#pinned", new() { HasText = "@ben" }).WaitForAsync();
        await me.Log.Locator(".card", new() { HasText = "@ben" }).WaitForAsync();
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task Every_incident_can_be_reached_and_found()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        for (var i = 1; i <= 62; i++)
        {
            await bot.Type("ana", $"/incident start {(i == 3 ? "Database" : "Trouble")} {i} sev2");
            await bot.Type("ana", $"/incident INC-{i} close");
        }

        var me = await ChatPage.OpenAsync(bot, context);
        var older = me.Page.GetByRole(AriaRole.Button, new() { Name = "Older" });
        await older.ClickAsync();
        await older.ClickAsync();
        await me.Page.Locator(".channel-link", new() { HasText = "INC-1 ·" }).ClickAsync();
        await me.TitleIsAsync("INC-1 Trouble 1");
        await me.Page.ReloadAsync();
        await me.TitleIsAsync("INC-1 Trouble 1");
        await me.Page.GetByRole(AriaRole.Searchbox).FillAsync("database");
        var found = me.Page.Locator(".channel-link", new() { HasText = "Database 3" });
        await found.WaitForAsync();
        await me.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await me.TitleIsAsync("INC-3 Database 3");
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task On_a_first_visit_only_what_comes_is_new_and_a_severity_is_a_word()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        for (var i = 1; i <= 3; i++) await bot.Type("ana", $"/incident start Trouble {i} sev{i}");
        var me = await ChatPage.OpenAsync(bot, context);
        await me.Page.Locator(".channel-link", new() { HasText = "INC-2 · SEV2" }).WaitForAsync();
        Assert.Equal(0, await me.Page.Locator(".channel-link.unread").CountAsync());
        Assert.Equal("#general · Sitrep", await me.Page.TitleAsync());
        await bot.Type("ana", "something new", "inc-2-trouble-2");
        await me.Page.Locator(".channel-link.unread", new() { HasText = "INC-2" }).WaitForAsync();
        Assert.Equal(1, await me.Page.Locator(".channel-link.unread").CountAsync());
        var shapes = await me.Page.Locator(".dot").EvaluateAllAsync<string[]>("dots => dots.map(dot => getComputedStyle(dot).clipPath)");
        Assert.Equal(3, shapes.Distinct().Count());
    }

    [BrowserFact]
    public async Task A_message_that_matters_goes_into_the_timeline_by_a_click()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var mine = await browser.OpenAsync();
        await using var theirs = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        await bot.Type("ben", "connections exhausted", channel);
        var me = await ChatPage.OpenAsync(bot, mine, channel, "ana");
        var they = await ChatPage.OpenAsync(bot, theirs, channel, "ben");
        var message = me.Log.Locator(".message", new() { HasText = "connections exhausted" });
        await message.HoverAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Add to timeline" }).ClickAsync();
        await me.Log.GetByText("Added to INC-1 as no. 1").WaitForAsync();
        await they.Log.Locator(".picked", new() { HasText = "no. 1" }).WaitForAsync();
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task The_focus_goes_to_the_new_button_when_a_card_is_drawn_anew()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        var me = await ChatPage.OpenAsync(bot, context, channel, "ben");
        await me.Log.GetByRole(AriaRole.Button, new() { Name = "Take lead" }).FocusAsync();
        await me.Page.Keyboard.PressAsync("Enter");
        await me.Log.Locator(".card", new() { HasText = "@ben" }).WaitForAsync();
        await me.IsTrueAsync("document.activeElement.closest('.card .buttons') !== null");
    }
}
