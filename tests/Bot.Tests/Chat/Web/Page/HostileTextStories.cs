using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

[Collection(nameof(Browser))]
public sealed class HostileTextStories(Browser browser)
{
    private static readonly string[] _payloads =
    [
        "<img src=x onerror=\"window.hurt=1\">",
        "\"><script>window.hurt=1</script>",
        "'><svg/onload=window.hurt=1>",
        "</p></article><iframe srcdoc='<script>parent.hurt=1</script>'>",
        "javascript:window.hurt=1",
        "[click](javascript:window.hurt=1)",
        "<a href=\"javascript:window.hurt=1\">x</a>",
        "<style>*{display:none}</style>",
        "{{constructor.constructor('window.hurt=1')()}}",
        "&lt;img src=x onerror=window.hurt=1&gt;",
    ];

    [BrowserFact]
    public async Task Nothing_that_people_type_is_run_or_reported_wherever_it_is_shown()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var context = await browser.OpenAsync();
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', event => console.error('policy: ' + event.violatedDirective))");
        foreach (var payload in _payloads.Concat(Nasty.Texts))
        {
            await bot.Type(payload, payload);
            var channel = (await bot.Type(payload, "/incident start " + payload))["channel"]?.GetValue<string>();
            if (channel is null) continue;
            await bot.Type(payload, "/timeline " + payload, channel);
            await bot.Type("ana", $"/incident set impact {payload}", channel);
            await bot.Type("ana", $"/incident attach \"{payload}\" alt:\"{payload}\"", channel);
            await bot.Type("ana", "/incident close", channel);
        }

        var me = await ChatPage.OpenAsync(bot, context);
        await me.Log.Locator(".message").Nth(_payloads.Length).WaitForAsync();
        for (var i = 0; i < _payloads.Length; i++)
        {
            await me.Page.GetByRole(AriaRole.Searchbox).FillAsync($"INC-{i + 1}");
            await me.Page.Locator(".channel-link .number", new() { HasTextRegex = new($"^INC-{i + 1}$") }).ClickAsync();
            await me.TitleIsAsync($"INC-{i + 1} ");
            await me.Document.First.WaitForAsync();
            await me.TypeAsync("/nothing " + _payloads[i]);
            await me.Page.Locator(".note.refused").WaitForAsync();
        }

        Assert.Null(await me.Page.EvaluateAsync<int?>("window.hurt ?? null"));
        Assert.Equal(
            0,
            await me.Page.Locator("#log script, #log iframe, #log style, #log [onerror], #log [href^='javascript']").CountAsync());
        Assert.Empty(me.Complaints);
    }
}
