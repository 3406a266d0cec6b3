using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class CatchUpTests
{
    [Fact]
    public async Task Of_two_hundred_entries_the_last_five_are_told()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare("Checkout down sev2 at:13:00");
        await bot.Type("ana", "/incident lead", channel);
        await bot.Type("ana", "/incident set impact Nobody can pay", channel);
        await bot.Type("ana", "/incident set affected 70% users", channel);
        await bot.Type("ana", "/incident update Rollback is running next:30m", channel);
        await bot.Type("ana", "/escalate @noor queue is growing", channel);
        await bot.Type("ana", "/incident action add Test the rollback owner:@li", channel);
        for (var i = 1; i <= 200; i++) await bot.Type("ana", $"/timeline look {i}", channel);
        var answer = (await bot.Type("tom", "/incident catchup", channel)).Message;
        var text = answer.PlainText;
        foreach (var part in new[]
        {
            "INC-1 · Checkout down", "SEV2", "Investigating", "has lasted 1 hour", "Lead: @ana", "Impact: Nobody can pay · 70% users",
            "Last update 14:00 UTC: Rollback is running — @ana · next by 14:30 UTC", "look 200", "look 196", "noor", "queue is growing",
            "1. Test the rollback (@li)",
        })
            Assert.Contains(part, text);
        Assert.DoesNotContain("look 195 ", text);
        Assert.InRange(text.Split('\n').Length, 5, 20);
        Assert.Equal("/timeline INC-1", Assert.Single(answer.Buttons).Command);
    }

    [Fact]
    public async Task Of_a_fresh_incident_it_says_what_is_not_there()
    {
        await using var bot = new TestBot();
        var text = (await bot.Type("tom", "/incident catchup", await bot.Declare())).Message.PlainText;
        Assert.Contains("Impact: not set", text);
        Assert.Contains("Last update: none yet", text);
        Assert.Contains("No entries yet.", text);
        Assert.DoesNotContain("Open tasks", text);
    }
}
