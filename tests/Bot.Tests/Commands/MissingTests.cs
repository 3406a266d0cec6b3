using Sitrep.Chat.Effects;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class MissingTests
{
    [Fact]
    public async Task What_is_missing_is_grouped_by_who_can_fill_it_the_shortest_first_and_five_at_most()
    {
        await using var bot = new TestBot();
        await Closed(bot);
        var message = Missing(bot);
        Assert.Equal(
            """
            📄 The postmortem of INC-1 is posted (2 entries). Still missing:
            @li can fill:
            - When it worked again
            @ana can fill:
            - Severity
            - 2 kinds are guesses
            - How it was noticed
            - When the cause was found
            Each button opens a form, filled with what the timeline suggests. What you save updates the document above.
            """.ReplaceLineEndings("\n"),
            message.PlainText);
        Assert.Equal(
            ["When it worked again", "Severity", "2 kinds are guesses", "How it was noticed", "When the cause was found", "6 more"],
            message.Buttons.Select(button => button.Label));
        Assert.All(message.Buttons, button => Assert.InRange(button.Label.Length, 1, 24));
    }

    [Fact]
    public async Task One_button_shows_the_rest()
    {
        await using var bot = new TestBot();
        var channel = await Closed(bot);
        var whole = await bot.Type("ana", Missing(bot).Buttons[^1].Command, channel);
        Assert.False(whole.Refused);
        Assert.Equal(11, whole.Message.Buttons.Count);
        Assert.Contains(whole.Message.Buttons, button => button.Label == "Why it happened");
    }

    [Fact]
    public async Task Every_line_is_a_button_whose_form_fills_it()
    {
        await using var bot = new TestBot();
        var channel = await Closed(bot);
        await bot.Type("ana", "/incident action add Test the rollback", channel);
        for (var left = 20; left > 0; left--)
        {
            var message = Missing(bot);
            if (message.Buttons.Count == 0) break;
            var reply = await bot.Type("ana", message.Buttons[0].Command, channel);
            Assert.NotNull(reply.Form);
            Assert.Contains("Nothing was changed", reply.Message.PlainText);
            var values = reply.Form.Fields
                .Select(field => (field.Key, Value: field.Value ?? field.Choices?[1] ?? (field.Key == "user" ? "@li" : "40 users")))
                .Where(field => field.Key is not ("due" or "owner"));
            Assert.False((await bot.Fill("ana", reply.Form.Command, [.. values])).Refused, reply.Form.Command);
            await bot.DrainAsync();
            Assert.DoesNotContain(message.Buttons[0].Label, Missing(bot).Buttons.Select(button => button.Label));
        }

        Assert.Contains("has every part", Missing(bot).PlainText);
        var incident = bot.Record().Incident;
        Assert.Equal(("rolled back the rule", "li"), (incident.Resolution[0], incident.ActionItems[0].Owner));
    }

    [Fact]
    public async Task A_form_starts_with_what_the_timeline_suggests()
    {
        await using var bot = new TestBot();
        var channel = await Closed(bot);
        await bot.Type("li", "/timeline 13:20 the rule sent everything to one server #finding", channel);
        await bot.Type("li", "/timeline 13:05 about 300 users cannot pay #communication", channel);
        Assert.Equal("the rule sent everything to one server", await Begun("root-cause", "text"));
        Assert.Equal("rolled back the rule", await Begun("resolution", "text"));
        Assert.Equal("about 300 users cannot pay", await Begun("impact", "text"));
        Assert.Equal("about 300 users cannot pay", await Begun("affected", "text"));
        Assert.Equal("2026-03-10 13:40 UTC", await Begun("impact-ended", "text"));
        Assert.StartsWith("2 · 13:40 rolled back the rule", await Begun("resolved", "number"));

        async Task<string?> Begun(string part, string field) =>
            (await bot.Type("ana", $"/incident postmortem missing:{part}", channel)).Form!.Fields.Single(one => one.Key == field).Value;
    }

    [Fact]
    public async Task A_part_that_was_filled_meanwhile_shows_what_is_left()
    {
        await using var bot = new TestBot();
        var channel = await Closed(bot);
        await bot.Type("ana", "/incident severity sev2", channel);
        Assert.StartsWith("Still missing", (await bot.Type("ana", "/incident postmortem missing:severity", channel)).Message.PlainText);
    }

    [Fact]
    public async Task A_field_without_its_text_is_asked_for()
    {
        await using var bot = new TestBot();
        var channel = await Closed(bot);
        await bot.Type("ana", "/incident set summary It was down", channel);
        var form = (await bot.Type("ana", "/incident set summary", channel)).Form!;
        Assert.Equal(("/incident INC-1 set summary", "It was down"), (form.Command, form.Fields[0].Value));
        Assert.False((await bot.Fill("ana", form.Command, ("text", "It was down\n    and slow"))).Refused);
        Assert.Equal("It was down\n    and slow", bot.Record().Incident.Summary);
    }

    [Fact]
    public async Task A_fenced_block_in_a_field_keeps_its_fence_and_its_indentation()
    {
        await using var bot = new TestBot();
        var channel = await Closed(bot);
        const string Log = "The log said:\n```\n- error:\n    at pay()\n      at cart()\n```";
        await bot.Type("ana", $"/incident set root-cause {Log}", channel);
        await bot.Type("ana", $"/incident set impact {Log}", channel);
        await bot.Type("ana", $"/incident set resolution {Log}", channel);
        var incident = bot.Record().Incident;
        Assert.Equal((Log, Log, Log), (incident.RootCause, incident.Impact, incident.Resolution[0]));
    }

    [Fact]
    public async Task A_task_is_given_to_somebody()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident action add Test the rollback", channel);
        var reply = await bot.Type("ana", "/incident action owner 1 @li", channel);
        Assert.Contains("Task 1 of INC-1 is assigned to @li: Test the rollback", reply.Message.PlainText);
        Assert.Equal("li", bot.Record().Incident.ActionItems[0].Owner);
        Assert.Contains("1 task", (await bot.Type("ana", "/incident action owner 2 @li", channel)).Message.PlainText);
    }

    private static Message Missing(TestBot bot) => bot.Platform.Delivered.Select(delivery => delivery.Effect switch
    {
        PostMessage { Key: "INC-1/missing" } post => post.Message,
        UpdateMessage { Key: "INC-1/missing" } update => update.Message,
        _ => null,
    }).Last(message => message is not null)!;

    private static async Task<string> Closed(TestBot bot)
    {
        var channel = await bot.Declare("Checkout down at:13:00");
        await bot.Type("ana", "/timeline 13:10 looking at the database", channel);
        await bot.Type("li", "/timeline 13:40 rolled back the rule", channel);
        await bot.Type("ana", "/incident close at:13:55", channel);
        return channel;
    }
}
