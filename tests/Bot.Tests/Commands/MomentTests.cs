using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

/// <summary>Every command that is about a moment reads it the same way. INC-1 began at 12:00 UTC, and it is 14:00.</summary>
public sealed class MomentTests
{
    [Theory]
    [InlineData("/incident resolve 13:40")]
    [InlineData("/incident resolve 13:40 rolled back")]
    [InlineData("/incident resolve at: 13:40")]
    [InlineData("/incident resolve at:\"13:40\" rolled back")]
    [InlineData("/incident resolve 20 minutes ago")]
    [InlineData("/incident status resolved 13:40 rolled back")]
    [InlineData("/incident status 13:40 resolved")]
    [InlineData("/incident status resolved at 1:40pm")]
    [InlineData("/incident close 13:40")]
    [InlineData("/incident close at: 13:40")]
    [InlineData("/incident set ended 13:40")]
    [InlineData("/incident set ended 1:40 p.m.")]
    public async Task The_end_is_when_it_was_said_to_be(string command)
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", command, Channel);
        Assert.False(reply.Refused, reply.Message.PlainText);
        Assert.Equal("13:40", $"{bot.Record().Incident.EndedAt:HH:mm}");
    }

    [Theory]
    [InlineData("/incident start Checkout down at: 13:40", "Checkout down")]
    [InlineData("/incident start at: 13:40 Checkout down", "Checkout down")]
    [InlineData("/incident start 13:40 Checkout down", "Checkout down")]
    [InlineData("/incident start Checkout down at:\"13:40\"", "Checkout down")]
    [InlineData("/incident start 20m ago: Checkout down", "Checkout down")]
    public async Task An_incident_begins_when_it_was_said_to(string command, string title)
    {
        await using var bot = new TestBot();
        await bot.Type("li", command);
        var incident = bot.Record().Incident;
        Assert.Equal((title, "13:40"), (incident.Title, $"{incident.StartedAt:HH:mm}"));
    }

    [Fact]
    public async Task A_time_in_a_title_is_offered_as_the_beginning()
    {
        await using var bot = new TestBot();
        var reply = await bot.Type("li", "/incident start checkout returns 500s since 13:10");
        var button = Assert.Single(reply.Message.Buttons, button => button.Label == "Began at 13:10 UTC");
        Assert.Equal("14:00", $"{bot.Record().Incident.StartedAt:HH:mm}");
        await bot.Type("li", button.Command);
        Assert.Equal("13:10", $"{bot.Record().Incident.StartedAt:HH:mm}");
    }

    [Fact]
    public async Task A_time_at_the_end_of_an_entry_is_a_click_away()
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", "/timeline rolled back at 13:05", Channel);
        Assert.Equal(("rolled back at 13:05", "14:00"), Entry(bot));
        await bot.Type("li", Assert.Single(reply.Message.Buttons, button => button.Label == "Move to 13:05 UTC").Command, Channel);
        Assert.Equal(("rolled back at 13:05", "13:05"), Entry(bot));
    }

    [Theory]
    [InlineData("rolled back the api")]
    [InlineData("ratio is 3:1 now")]
    [InlineData("10.0.0.1:50 is down")]
    [InlineData("next look at 15:30")]
    [InlineData("30% of traffic moved")]
    public async Task Text_without_a_moment_offers_none(string text)
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", "/timeline " + text, Channel);
        Assert.DoesNotContain(reply.Message.Buttons, button => button.Label.StartsWith("Move", StringComparison.Ordinal));
        Assert.Equal((text, "14:00"), Entry(bot));
    }

    [Theory]
    [InlineData("yesterday we deployed a new rule")]
    [InlineData("a few minutes ago it slowed down")]
    [InlineData("1305 restart of the pool")]
    [InlineData("T+10 alarm")]
    [InlineData("since 13:05 errors rise")]
    [InlineData("13:05foo restart")]
    public async Task What_may_be_a_time_is_asked_about_and_may_be_kept_as_text(string text)
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", "/timeline " + text, Channel);
        Assert.True(reply.Refused);
        Assert.Contains(text, reply.Message.PlainText);
        Assert.Empty(bot.Record().Timeline);
        await bot.Type("li", reply.Message.Buttons[^1].Command, Channel);
        Assert.Equal((text.Replace("05foo", "05 foo", StringComparison.Ordinal), "14:00"), Entry(bot));
    }

    [Fact]
    public async Task An_update_says_when_it_was_so()
    {
        await using var bot = await OpenAsync();
        await bot.Type("li", "/incident update 13:40 Rollback is done", Channel);
        Assert.Contains(bot.Posted, text => text.Contains("13:40 UTC Rollback is done", StringComparison.Ordinal));
        await bot.Type("li", "/incident update 15:30 is when we expect it back", Channel);
        Assert.Contains(bot.Posted, text => text.Contains(": 15:30 is when we expect it back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_status_with_a_time_in_its_words_offers_it()
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", "/incident resolve db fixed at 13:40", Channel);
        Assert.Equal("14:00", $"{bot.Record().Incident.EndedAt:HH:mm}");
        await bot.Type("li", Assert.Single(reply.Message.Buttons, button => button.Label == "Move to 13:40 UTC").Command, Channel);
        Assert.Equal("13:40", $"{bot.Record().Incident.EndedAt:HH:mm}");
    }

    [Theory]
    [InlineData("due:friday", "2026-03-13 (Friday)")]
    [InlineData("due:\"in 3 days\"", "2026-03-13 (Friday)")]
    [InlineData("due:in 3 days", "2026-03-13 (Friday)")]
    [InlineData("due: next week", "2026-03-16 (Monday)")]
    public async Task A_due_date_said_in_words_shows_the_date_meant(string due, string shown)
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", $"/incident action add patch nginx {due}", Channel);
        Assert.Contains("patch nginx · no owner yet · due " + shown, reply.Message.PlainText);
    }

    [Theory]
    [InlineData("Kyiv", "Europe/Kyiv")]
    [InlineData("London", "Europe/London")]
    [InlineData("Eastern", "ET")]
    [InlineData("India", "Asia/Kolkata")]
    public async Task A_zone_named_by_its_city_or_region_is_suggested(string typed, string zone)
    {
        await using var bot = new TestBot();
        var reply = await bot.Type("li", $"/incident start Checkout down zone:{typed} sev2");
        Assert.True(reply.Refused);
        await bot.Type("li", Assert.Single(reply.Message.Buttons, button => button.Label == "Use " + zone).Command);
        Assert.Equal(("Checkout down", zone), (bot.Record().Incident.Title, bot.Record().Incident.Zone.Label));
    }

    [Fact]
    public async Task Two_times_where_one_is_meant_are_asked_back()
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", "/incident resolve 13:20-13:40 rolled back", Channel);
        Assert.Contains("is two times, and one is meant here", reply.Message.PlainText);
        await bot.Type("li", reply.Message.Buttons[1].Command, Channel);
        Assert.Equal("13:40", $"{bot.Record().Incident.EndedAt:HH:mm}");
    }

    [Fact]
    public async Task A_span_is_one_entry_and_moves_as_one()
    {
        await using var bot = await OpenAsync();
        var reply = await bot.Type("li", "/timeline 13:00-13:20 5xx spike", Channel);
        Assert.Contains("13:00 UTC – 13:20 UTC", reply.Message.PlainText);
        Assert.Equal(("5xx spike", "13:00", "13:20"), Span(bot));
        Assert.Contains("13:10 UTC – 13:30 UTC", (await bot.Type("li", "/timeline move 1 13:10", Channel)).Message.PlainText);
        Assert.Equal(("5xx spike", "13:10", "13:30"), Span(bot));
        await bot.Type("li", "/timeline move 1 13:00 to 13:45", Channel);
        Assert.Equal(("5xx spike", "13:00", "13:45"), Span(bot));
        Assert.True((await bot.Type("li", "/timeline move 1 13:30", Channel)).Refused);
        await bot.Type("li", "/timeline undo", Channel);
        Assert.Equal(("5xx spike", "13:10", "13:30"), Span(bot));
    }

    private const string Channel = "inc-1-booking-system-down";

    private static async Task<TestBot> OpenAsync()
    {
        var bot = new TestBot();
        await bot.Type("amina", "/incident start Booking system down at:12:00");
        return bot;
    }

    private static (string Text, string At) Entry(TestBot bot) =>
        Assert.Single(bot.Record().Timeline) is var entry ? (entry.Text, $"{entry.At:HH:mm}") : default;

    private static (string Text, string At, string Until) Span(TestBot bot) =>
        Assert.Single(bot.Record().Timeline) is var entry ? (entry.Text, $"{entry.At:HH:mm}", $"{entry.Until:HH:mm}") : default;
}
