using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class StartIncidentTests
{
    [Fact]
    public async Task Declaring_opens_a_channel_pins_the_card_and_announces()
    {
        await using var bot = new TestBot();
        var reply = await bot.Type("ana", "/incident start Checkout returns 500s sev2 service:payments");
        Assert.False(reply.Refused);
        Assert.Equal("inc-1-checkout-returns-500s", reply.Channel);
        Assert.Equal(
            [
                "OpenChannel inc-1-checkout-returns-500s",
                "PostMessage inc-1-checkout-returns-500s",
                "PinMessage inc-1-checkout-returns-500s",
                "PostMessage incidents",
            ],
            bot.Platform.Delivered.OrderBy(delivery => delivery.Id)
                .Select(delivery => $"{delivery.Effect.GetType().Name} {delivery.Effect.To.Channel}"));
        var incident = bot.Record().Incident;
        Assert.Equal(("Checkout returns 500s", Severity.Sev2, "payments"), (incident.Title, incident.Severity, incident.Service));
    }

    [Theory]
    [InlineData("Booking system down sev1 at:13:50 zone:UTC", "Booking system down")]
    [InlineData("sev1 Booking system down", "Booking system down")]
    [InlineData("title:\"Booking system down\" sev1", "Booking system down")]
    [InlineData("\"Booking system down\" sev1", "Booking system down")]
    [InlineData("at:\"1:50 PM\" Booking system down sev1 drill private", "Booking system down")]
    [InlineData("0x19. Postmortem - Practice Exercise sev1", "0x19. Postmortem - Practice Exercise")]
    [InlineData("🔥 it’s  all gone: error:503 sev1", "🔥 it’s  all gone: error:503")]
    [InlineData("Errors after INC-7 sev1", "Errors after INC-7")]
    public async Task A_title_may_have_any_shape(string typed, string title)
    {
        await using var bot = new TestBot();
        var reply = await bot.Type("ana", "/incident start " + typed);
        Assert.False(reply.Refused, reply.Message.PlainText);
        Assert.Equal((title, Severity.Sev1), (bot.Record().Incident.Title, bot.Record().Incident.Severity));
    }

    [Fact]
    public async Task An_incident_may_have_begun_before_midnight()
    {
        await using var bot = new TestBot("2023-02-10T21:07:00Z");
        await bot.Type("ana", "/incident start Website down at:11:00 PM zone:EAT sev1");
        var incident = bot.Record().Incident;
        Assert.Equal("EAT", incident.Zone.Label);
        Assert.Equal(DateTimeOffset.Parse("2023-02-10T20:00:00Z", System.Globalization.CultureInfo.InvariantCulture), incident.StartedAt);
    }

    [Fact]
    public async Task Without_a_title_a_form_asks_and_nothing_is_stored()
    {
        await using var bot = new TestBot();
        var asked = await bot.Type("ana", "/incident start sev1");
        Assert.True(asked.Refused);
        Assert.Equal("/incident start", asked.Form!.Command);
        Assert.Empty(bot.Platform.Delivered);
        var filled = await bot.Fill(
            "ana",
            asked.Form.Command,
            ("title", "Search is at:lunch empty"),
            ("severity", "sev3"),
            ("at", "10m ago"));
        Assert.False(filled.Refused, filled.Message.PlainText);
        Assert.Equal(("Search is at:lunch empty", Severity.Sev3), (bot.Record().Incident.Title, bot.Record().Incident.Severity));
    }

    [Theory]
    [InlineData("Down at:25:70", "25:70")]
    [InlineData("Down at:15:00", "future")]
    [InlineData("Down at:soon", "soon")]
    [InlineData("Down zone:Mars", "Mars")]
    public async Task What_cannot_be_read_is_refused_and_given_back(string typed, string said)
    {
        await using var bot = new TestBot();
        var reply = await bot.Type("ana", "/incident start " + typed);
        Assert.True(reply.Refused);
        Assert.Contains(said, reply.Message.PlainText);
        Assert.Contains("Nothing was changed.", reply.Message.PlainText);
        Assert.Contains("Down", reply.Message.PlainText);
        Assert.Empty(bot.Platform.Delivered);
    }

    [Fact]
    public async Task A_title_of_a_novel_s_length_is_refused_with_its_length()
    {
        await using var bot = new TestBot();
        var reply = await bot.Type("ana", "/incident start " + new string('x', 40_000));
        Assert.True(reply.Refused);
        Assert.Contains("40000", reply.Message.PlainText);
    }

    [Fact]
    public async Task A_second_incident_of_the_same_title_is_asked_about_and_the_first_one_named()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        var reply = await bot.Type("tom", "/incident start Checkout down");
        Assert.True(reply.Refused);
        Assert.Contains("INC-1", reply.Message.PlainText);
    }

    [Fact]
    public async Task A_private_incident_is_not_announced_and_not_known_to_others()
    {
        await using var bot = new TestBot();
        await bot.Type("ana", "/incident start Leaked key sev1 private");
        Assert.DoesNotContain(bot.Platform.Delivered, delivery => delivery.Effect.To.Channel == "incidents");
        Assert.DoesNotContain("Leaked", (await bot.Type("tom", "/incident list")).Message.PlainText);
        Assert.DoesNotContain("Leaked", (await bot.Type("tom", "/incident")).Message.PlainText);
        var (hidden, unknown) = (await bot.Type("tom", "/timeline INC-1 hello"), await bot.Type("tom", "/timeline INC-9 hello"));
        Assert.True(hidden.Refused);
        Assert.Equal(unknown.Message.PlainText.Replace("INC-9", "INC-1"), hidden.Message.PlainText);
        Assert.Contains("Leaked", (await bot.Type("ana", "/incident list")).Message.PlainText);
    }

    [Fact]
    public async Task In_the_built_in_chat_the_name_of_a_private_channel_opens_it_to_nobody()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare("Leaked key private");
        var (hidden, none) = (await bot.Type("tom", "/timeline hello", channel), await bot.Type("tom", "/timeline hello"));
        Assert.True(hidden.Refused);
        Assert.Equal(none.Message.PlainText, hidden.Message.PlainText);
        await bot.Type("ana", "/incident role scribe @tom", channel);
        Assert.False((await bot.Type("tom", "/timeline hello", channel)).Refused);
    }

    [Fact]
    public async Task Whoever_Slack_lets_into_a_private_channel_takes_part_and_an_account_of_the_same_id_elsewhere_does_not()
    {
        await using var bot = new TestBot(platform: new CollectingPlatform("slack"));
        var channel = await bot.Declare("Leaked key private");
        Assert.False((await bot.Type("tom", "/timeline I was invited", channel)).Refused);
        foreach (var where in (ChannelRef[])[new("web", channel), new("discord", "general")])
        {
            var ana = Person.Named(where.Platform, "ana");
            Assert.True((await bot.Happen(new TextTyped(where, ana, null, "/timeline INC-1 hello"))).Refused);
            Assert.DoesNotContain("Leaked", (await bot.Happen(new TextTyped(where, ana, null, "/incident list"))).Message.PlainText);
        }
    }

    [Theory]
    [InlineData("Café «Zürich» down!", "inc-1-cafe-zurich-down")]
    [InlineData("🔥🔥🔥", "inc-1")]
    [InlineData("UPPER   case -- and, dots...", "inc-1-upper-case-and-dots")]
    public async Task A_channel_s_name_is_one_that_every_platform_takes(string title, string channel)
    {
        await using var bot = new TestBot();
        Assert.Equal(channel, (await bot.Type("ana", "/incident start " + title)).Channel);
    }
}
