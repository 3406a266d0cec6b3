using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Verbs;

/// <summary>A weighty command outside the incident's channel, and what people write into their sentences.</summary>
public sealed class ElsewhereTests
{
    [Theory]
    [InlineData("/incident close")]
    [InlineData("/incident resolve")]
    [InlineData("/incident severity sev4")]
    [InlineData("/incident cancel")]
    [InlineData("/incident duplicate INC-2")]
    public async Task What_weighs_is_never_done_by_one_click_from_outside(string typed)
    {
        await using var bot = new TestBot();
        await bot.Declare("Checkout down sev1");
        var offered = await bot.Type("li", typed, "kitchen");
        Assert.Equal("Go to INC-1", offered.Message.Buttons[0].Label);
        Assert.Equal("inc-1-checkout-down", (await bot.Type("li", offered.Message.Buttons[0].Command, "kitchen")).Channel);
        var asked = await bot.Type("li", offered.Message.Buttons[1].Command, "kitchen");
        Assert.True(asked.Refused);
        var incident = bot.Record().Incident;
        Assert.Equal((true, Severity.Sev1, IncidentStatus.Investigating), (incident.IsOpen, incident.Severity, incident.Status));
    }

    [Fact]
    public async Task The_second_click_does_it_with_every_word()
    {
        await using var bot = new TestBot();
        await bot.Declare("Checkout down sev1");
        var offered = await bot.Type("li", "/incident severity sev3 only one shop", "kitchen");
        var asked = await bot.Type("li", offered.Message.Buttons[1].Command, "kitchen");
        Assert.False((await bot.Type("li", asked.Message.Buttons[0].Command, "kitchen")).Refused);
        Assert.Contains(bot.Record().Notes, note => note is { What: NoteKind.Severity, Value: "sev3", Text: "only one shop" });
    }

    [Theory]
    [InlineData("Rollback is running, next 15:30")]
    [InlineData("Rollback is running. Next update at 15:30.")]
    [InlineData("Rollback is running - next update in 90 minutes")]
    public async Task The_time_of_the_next_update_is_read_where_people_write_it(string text)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var answer = await bot.Type("ana", "/incident update " + text, channel);
        Assert.Contains("15:30", answer.Message.PlainText);
        Assert.Contains(bot.Posted, posted => posted.Contains(text));
        bot.Clock.Move(TimeSpan.FromMinutes(91));
        await bot.Reminders.FireDueAsync();
        await bot.DrainAsync();
        Assert.Contains(bot.Posted, posted => posted.Contains('⏰'));
    }

    [Theory]
    [InlineData("@li renew the certificate by 2026-06-14")]
    [InlineData("renew the certificate @li by 2026-06-14")]
    [InlineData("@li: renew the certificate, due 2026-06-14")]
    public async Task An_owner_and_a_day_are_read_where_people_write_them(string text)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var answer = await bot.Type("ana", "/incident action add " + text, channel);
        var task = Assert.Single(bot.Record().Incident.ActionItems);
        Assert.Equal(("renew the certificate", "li", new DateOnly(2026, 6, 14)), (task.Text, task.Owner, task.Due));
        Assert.Contains("as the owner", answer.Message.PlainText);
    }

    [Fact]
    public async Task A_sentence_that_only_mentions_somebody_stays_a_sentence()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident action add ask @li whether the limit is by design", channel);
        var task = Assert.Single(bot.Record().Incident.ActionItems);
        Assert.Equal(("ask @li whether the limit is by design", null), (task.Text, task.Owner));
    }
}
