using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class ChatStories(Browser browser)
{
    [BrowserFact]
    public async Task Another_browser_sees_it_live_and_a_reload_shows_the_same()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var mine = await browser.OpenAsync();
        await using var theirs = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, mine, name: "ana");
        var they = await ChatPage.OpenAsync(bot, theirs, name: "ben");
        await me.TypeAsync("/incident start Checkout returns 500s sev2 at:10m ago");
        await me.TitleIsAsync("INC-1 Checkout returns 500s");
        await they.Page.Locator(".channel-link.unread", new() { HasText = "Checkout returns 500s" }).ClickAsync();
        await they.TitleIsAsync("INC-1");
        await me.TypeAsync("/timeline 5m ago rolled back the api #mitigation");
        await they.SeesAsync("rolled back the api");
        Assert.Equal(0, await they.Log.GetByText("Added to INC-1").CountAsync());
        await they.TypeAsync("looks better");
        await me.SeesAsync("looks better");
        await me.TypeAsync("/incident close");
        await they.Document.WaitForAsync();
        Assert.Contains("rolled back the api", await they.Document.InnerTextAsync());
        await they.Page.Locator(".channel-link .dot.closed").WaitForAsync();
        await me.Page.ReloadAsync();
        await me.Document.WaitForAsync();
        var download = await me.Page.RunAndWaitForDownloadAsync(() => me.Log.Locator("a.file").ClickAsync());
        Assert.Equal("INC-1-postmortem.md", download.SuggestedFilename);
        Assert.Empty(me.Complaints);
        Assert.Empty(they.Complaints);
    }

    [BrowserFact]
    public async Task What_arrives_while_a_channel_is_being_read_is_shown()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        await bot.Type("ben", "first of all", "incidents");
        var me = await ChatPage.OpenAsync(bot, context, name: "ana");
        var answered = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        await me.Page.RouteAsync("**/api/chat/incidents/messages*", async route =>
        {
            var response = await route.FetchAsync();
            answered.SetResult();
            await arrived.Task;
            await route.FulfillAsync(new() { Response = response });
        });
        await me.Page.Locator(".channel-link", new() { HasText = "incidents" }).ClickAsync();
        await answered.Task;
        await bot.Type("ben", "in between", "incidents");
        await bot.Type("ben", "and elsewhere", "general");
        await me.Page.Locator(".channel-link.unread", new() { HasText = "general" }).WaitForAsync();
        arrived.SetResult();
        await me.SeesAsync("first of all");
        await me.SeesAsync("in between");
    }

    [BrowserFact]
    public async Task A_form_is_asked_in_a_dialog_and_keeps_what_I_typed_when_it_is_refused()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        await me.TypeAsync("/incident start");
        var dialog = me.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("What broke?").FillAsync("Checkout is down");
        await dialog.GetByLabel("How bad is it?").SelectOptionAsync("sev1");
        await dialog.GetByLabel("When did it begin?").FillAsync("26:70");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Declare" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Alert).WaitForAsync();
        Assert.Equal("Checkout is down", await dialog.GetByLabel("What broke?").InputValueAsync());
        await dialog.GetByLabel("When did it begin?").FillAsync("10m ago");
        await dialog.GetByLabel("When did it begin?").PressAsync("Enter");
        await me.TitleIsAsync("INC-1 Checkout is down");
        Assert.False(await dialog.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task A_button_types_its_command_and_one_to_think_about_asks_first()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        var me = await ChatPage.OpenAsync(bot, context, channel, "ben");
        await me.Log.GetByRole(AriaRole.Button, new() { Name = "Take lead" }).ClickAsync();
        await me.Log.Locator(".card", new() { HasText = "Lead: @ben" }).WaitForAsync();
        await me.Log.Locator(".card").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "Not yet" }).ClickAsync();
        Assert.Equal(0, await me.Document.CountAsync());
        await me.Log.Locator(".card").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await me.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close incident" }).ClickAsync();
        await me.Document.WaitForAsync();
    }

    [BrowserFact]
    public async Task A_message_that_was_not_sent_keeps_its_text_and_a_retry_is_the_same_message()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        var keys = new List<string?>();
        var broken = true;
        await me.Page.RouteAsync("**/api/chat/general/messages", async route =>
        {
            if (route.Request.Method == "POST") keys.Add(await route.Request.HeaderValueAsync("Idempotency-Key"));
            // The bot gets it, but its answer is lost: the worst case.
            if (route.Request.Method == "POST" && broken) await route.FetchAsync();
            if (broken) await route.AbortAsync();
            else await route.ContinueAsync();
        });
        await me.TypeAsync("is anybody here?");
        await me.SeesAsync("Not sent.");
        broken = false;
        await me.Log.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await me.Log.Locator(".note").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await me.SeesAsync("is anybody here?");
        Assert.Equal(2, keys.Count);
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(1, await me.Log.Locator(".message").CountAsync());
    }

    [BrowserFact]
    public async Task The_page_says_when_it_is_cut_off_and_catches_up()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        var me = await ChatPage.OpenAsync(bot, context);
        await context.SetOfflineAsync(true);
        await me.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await me.Page.Locator(".state.away").WaitForAsync();
        await bot.Type("ben", "said meanwhile");
        await context.SetOfflineAsync(false);
        await me.Page.Locator(".state.live").WaitForAsync();
        await me.SeesAsync("said meanwhile");
    }
}
