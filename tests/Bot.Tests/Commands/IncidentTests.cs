using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class IncidentTests
{
    [Fact]
    public async Task No_order_of_statuses_is_enforced_and_resolved_ends_it()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare("Checkout down sev2 at:13:00");
        foreach (var status in (string[])["monitoring", "identified bad rule", "investigating", "resolved at:13:50 all fine"])
            Assert.False((await bot.Type("ana", "/incident status " + status, channel)).Refused, status);
        var record = bot.Record();
        Assert.Equal((IncidentStatus.Resolved, "13:50"), (record.Incident.Status, record.Incident.EndedAt!.Value.ToString("HH:mm")));
        Assert.Contains(record.Notes, note => note is { What: NoteKind.Status, Value: "identified", Text: "bad rule" });
        await bot.Type("ana", "/incident close", channel);
        Assert.Equal("13:50", bot.Record().Incident.EndedAt!.Value.ToString("HH:mm"));
    }

    [Fact]
    public async Task Fields_are_set_and_steps_are_added()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare("Checkout down sev2 at:13:00");
        foreach (
            var field in (string[])
                [
                    "summary It was down.",
                    "impact Nobody could pay.",
                    "detection An alert",
                    "root-cause A long story",
                    "root-cause-summary A rule",
                    "closing Never again",
                    "resolution first",
                    "resolution + second",
                    "resolution + third",
                    "service checkout",
                    "affected about 70% of users",
                    "affected ca. 50,000 users",
                    "started 12:50",
                    "impact-ended 13:40",
                    "zone Europe/Berlin",
                ])
            Assert.False((await bot.Type("ana", "/incident set " + field, channel)).Refused, field);
        var incident = bot.Record().Incident;
        Assert.Equal(["first", "second", "third"], incident.Resolution);
        Assert.Equal((70m, "about 70% of users"), (incident.AffectedPercent!.Amount, incident.AffectedPercent.Words));
        Assert.Equal((50_000m, "ca. 50,000 users"), (incident.AffectedCount!.Amount, incident.AffectedCount.Words));
        Assert.Equal(
            ("12:50", "13:40", "Europe/Berlin"),
            (incident.StartedAt.ToString("HH:mm"), incident.ImpactEndedAt!.Value.ToString("HH:mm"), incident.Zone.Label));
    }

    [Theory]
    [InlineData("set rootcause x", "root-cause")]
    [InlineData("set", "fields")]
    [InlineData("set summary", "Add the text")]
    [InlineData("set affected 140%", "100")]
    [InlineData("set ended 12:00", "before")]
    [InlineData("set zone Mars", "Mars")]
    [InlineData("severity bad", "sev1")]
    [InlineData("severity sev2", "already")]
    [InlineData("status done", "investigating")]
    [InlineData("status 2", "investigating")]
    [InlineData("role", "lead, comms, scribe")]
    [InlineData("role boss @x", "lead, comms, scribe")]
    [InlineData("lead @ana and @tom", "person")]
    [InlineData("title", "1 to 500")]
    [InlineData("action done 3", "no tasks")]
    [InlineData("action add", "to be done")]
    [InlineData("action improvement", "better")]
    [InlineData("attach", "address")]
    [InlineData("attach javascript:alert(1)", "address")]
    [InlineData("attach /etc/passwd", "address")]
    [InlineData("attach ../../x.png", "address")]
    [InlineData("attach x.png place:left", "left")]
    [InlineData("close now please", "at:WHEN")]
    [InlineData("close at:12:00", "before")]
    [InlineData("reopen", "open")]
    [InlineData("resovle", "/incident resolve")]
    [InlineData("frobnicate", "/incident help")]
    [InlineData("action bdd x", "incident action add")]
    [InlineData("help frobnicate", "no command")]
    [InlineData("show INC-99", "INC-99")]
    [InlineData("show me", "INC-7")]
    [InlineData("update x next:yesterday", "yesterday")]
    [InlineData("postmortem zone:Mars", "Mars")]
    public async Task What_cannot_be_done_says_why_and_changes_nothing(string typed, string said)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare("Checkout down sev2 at:13:00");
        var (before, posted) = (bot.Record(), bot.Posted.Count);
        var reply = await bot.Type("ana", "/incident " + typed, channel);
        Assert.True(reply.Refused, reply.Message.PlainText);
        Assert.Contains(said, reply.Message.PlainText);
        Assert.Equal(posted, bot.Posted.Count);
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(before.Notes),
            System.Text.Json.JsonSerializer.Serialize(bot.Record().Notes));
    }

    [Fact]
    public async Task Tasks_are_numbered_and_improvements_are_a_list_of_their_own()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident action add Patch: apply it owner:@li due:2026-04-01", channel);
        await bot.Type("ana", "/incident action add Second", channel);
        await bot.Type("ana", "/incident action improvement Review more", channel);
        await bot.Type("li", "/incident action done 1", channel);
        var incident = bot.Record().Incident;
        Assert.Equal(
            [new(1, "Patch: apply it", "li", new DateOnly(2026, 4, 1), true), new(2, "Second", null, null, false)],
            incident.ActionItems);
        Assert.Equal("Review more", Assert.Single(incident.Improvements).Text);
    }

    [Fact]
    public async Task A_picture_keeps_its_address_to_the_letter()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident attach https://x.example/p?a=1&b=2&rs=1 alt:\"a chart, with words\" place:top", channel);
        Assert.Equal(
            new Attachment("https://x.example/p?a=1&b=2&rs=1", "a chart, with words", AttachmentPlace.Top),
            Assert.Single(bot.Record().Incident.Attachments));
    }

    [Fact]
    public async Task The_card_and_the_announcement_follow_what_changes()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/incident lead", channel);
        await bot.Type("li", "/incident severity sev1", channel);
        var updates = bot.Platform.Delivered.Select(delivery => delivery.Effect).OfType<UpdateMessage>().ToList();
        Assert.Equal(
            ["INC-1/announcement", "INC-1/announcement", "INC-1/card", "INC-1/card"],
            updates.Select(update => update.Key).Order(StringComparer.Ordinal));
        Assert.Contains("SEV1", updates[^1].Message.PlainText);
        Assert.Contains("@li", updates[^1].Message.PlainText);
    }

    [Fact]
    public async Task Every_button_of_the_card_does_something_a_person_understands()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var card = (await bot.Type("ana", "/incident", channel)).Message;
        Assert.NotEmpty(card.Buttons);
        foreach (var button in card.Buttons)
        {
            var reply = await bot.Type("ana", button.Command, "elsewhere");
            Assert.True(!reply.Refused || reply.Form is not null, $"{button.Label}: {reply.Message.PlainText}");
            Assert.True(button.Label.Length <= 24);
        }

        // Closing is asked about first.
        Assert.True(bot.Record().Incident.IsOpen);
    }

    [Fact]
    public async Task Talk_is_no_command_and_gets_no_answer()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        Assert.Equal(Reply.Nothing, await bot.Type("ana", "I think it is / was the database", channel));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ ")]
    [InlineData("/🔥")]
    [InlineData("//x")]
    [InlineData("/incident\n\nstatus")]
    [InlineData("/timeline\t")]
    public async Task Whatever_starts_with_a_slash_gets_an_answer(string typed)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        Assert.NotEqual("", (await bot.Type("ana", typed, channel)).Message.PlainText);
    }
}
