using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class ClockStories(Browser browser)
{
    private static readonly BrowserNewContextOptions _newYork = new()
    {
        ViewportSize = new() { Width = 1280, Height = 800 },
        TimezoneId = "America/New_York",
    };

    [BrowserFact]
    public async Task A_clock_of_mine_is_not_taken_for_the_incident_s()
    {
        await using var bot = await RunningBot.StartAsync(clock: new MovedClock("2026-11-24T18:30:00Z"));
        await using var context = await browser.OpenAsync(_newYork);
        var channel = (await bot.Type("ana", "/incident start Checkout down at:18:20"))["channel"]!.GetValue<string>();
        var me = await ChatPage.OpenAsync(bot, context, channel, "li");
        await me.TypeAsync("/timeline 13:25 restarted the pods");
        await me.Page.Locator(".note.refused").WaitForAsync();
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "Use 13:25 EST" }).ClickAsync();
        await me.Log.GetByText("Added to INC-1 as no. 1 at 18:25 UTC").WaitForAsync();
        Assert.Empty(me.Complaints);
    }

    [BrowserFact]
    public async Task Every_time_names_its_zone_and_the_head_says_whose_clock_it_is()
    {
        await using var bot = await RunningBot.StartAsync(clock: new MovedClock("2026-11-24T18:30:00Z"));
        await using var context = await browser.OpenAsync(_newYork);
        var channel = (await bot.Type("ana", "/incident start Checkout down zone:EAT"))["channel"]!.GetValue<string>();
        await bot.Type("ana", "hello", channel);
        var me = await ChatPage.OpenAsync(bot, context, channel, "li");
        await me.Page.Locator("#about", new() { HasText = "times in EAT, your clock is" }).WaitForAsync();
        await me.Log.Locator(".message", new() { HasText = "hello" }).Locator("time").First.WaitForAsync();
        var times = await me.Log.Locator(".message > time:not(:empty)").AllInnerTextsAsync();
        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.Matches(@"^21:3\d EAT$", time));
        var title = await me.Log.Locator(".message > time").First.GetAttributeAsync("title");
        Assert.Matches(@"13:3\d EST by your clock", title);
    }
}
