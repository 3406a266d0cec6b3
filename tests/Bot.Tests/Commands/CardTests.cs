using Sitrep.Chat.Effects;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class CardTests
{
    [Fact]
    public async Task The_next_steps_tick_themselves()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        Assert.Contains(
            "☐ 1. Somebody takes the lead. ☐ 2. Page someone if you need them. ☐ 3. First update by 14:30 UTC.", Card(bot).PlainText);
        await bot.Type("ana", "/incident lead", channel);
        Assert.Contains("☑ 1. @ana leads.", Card(bot).PlainText);
        await bot.Type("ana", "/escalate @li queue is growing", channel);
        Assert.Contains("☑ 2. People were paged at 14:00 UTC.", Card(bot).PlainText);
        bot.Clock.Move(TimeSpan.FromMinutes(10));
        await bot.Type("ana", "/incident update Rollback is running next:30m", channel);
        Assert.Contains("☑ 3. Updated 14:10 UTC. Next update by 14:40 UTC.", Card(bot).PlainText);
        await bot.Type("ana", "/incident update It is back", channel);
        Assert.Contains("☑ 3. Updated 14:10 UTC. No next update is promised.", Card(bot).PlainText);
    }

    [Fact]
    public async Task Open_tasks_stand_on_the_card_until_they_are_done()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident action add Test the rollback owner:@li due:2026-03-14", channel);
        await bot.Type("ana", "/incident action add Write it down", channel);
        Assert.Contains("Open tasks: 1. Test the rollback (@li), due 2026-03-14 · 2. Write it down (no owner)", Card(bot).PlainText);
        await bot.Type("ana", "/incident action done 1", channel);
        Assert.Contains("Open tasks: 2. Write it down (no owner)", Card(bot).PlainText);
        await bot.Type("ana", "/incident action done 2", channel);
        Assert.DoesNotContain("Open tasks", Card(bot).PlainText);
    }

    [Fact]
    public async Task Closing_by_the_card_s_button_asks_on_every_platform()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/timeline rolled back the rule", channel);
        var asked = await bot.Type("ana", Card(bot).Buttons.Single(button => button.Label == "Close").Command, channel);
        Assert.Equal(["at", "impact-ended", "resolution", "root-cause-summary"], asked.Form!.Fields.Select(field => field.Key));
        Assert.Equal("rolled back the rule", asked.Form.Fields[2].Value);
        Assert.True(bot.Record().Incident.IsOpen);
    }

    private static Message Card(TestBot bot) => bot.Platform.Delivered.Select(delivery => delivery.Effect switch
    {
        PostMessage { Key: "INC-1/card" } post => post.Message,
        UpdateMessage { Key: "INC-1/card" } update => update.Message,
        _ => null,
    }).Last(message => message is not null)!;
}
