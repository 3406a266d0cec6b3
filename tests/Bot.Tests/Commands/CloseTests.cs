using Sitrep.Chat.Effects;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class CloseTests
{
    [Fact]
    public async Task Closing_posts_the_postmortem_its_file_and_what_is_missing()
    {
        await using var bot = new TestBot();
        var channel = await Fought(bot);
        await bot.Type("ana", "/incident close at:13:55", channel);
        Assert.Contains(bot.Posted, text => text.StartsWith("Checkout down") && text.Contains("rolled back the rule"));
        var file = Assert.Single(bot.Platform.Delivered.Select(delivery => delivery.Effect).OfType<UploadDocument>());
        Assert.Equal("INC-1-postmortem.md", file.FileName);
        Assert.StartsWith("# Checkout down\n", file.Content);
        Assert.Contains(bot.Posted, text => text.Contains("Still missing") && text.Contains("When it worked again"));
        Assert.Contains(bot.Posted, text => text.Contains("after 55 min"));
    }

    [Fact]
    public async Task What_is_changed_after_the_close_changes_the_posted_one()
    {
        await using var bot = new TestBot();
        var channel = await Fought(bot);
        await bot.Type("ana", "/incident close at:13:55", channel);
        bot.Clock.Move(TimeSpan.FromHours(20));
        Assert.False((await bot.Type("li", "/timeline 13:12 a customer called #communication", channel)).Refused);
        Assert.False((await bot.Type("li", "/incident set root-cause The rule sent everything to one server", channel)).Refused);
        Assert.False((await bot.Type("li", "/timeline mark 2 #dead-end", channel)).Refused);
        var updated = bot
            .Platform.Delivered.Select(delivery => delivery.Effect)
            .OfType<UpdateMessage>()
            .Last(update => update.Key == "INC-1/postmortem/1")
            .Message.PlainText;
        Assert.Contains("a customer called", updated);
        Assert.Contains("The rule sent everything to one server", updated);
        Assert.Contains("Dead Ends", updated);
        Assert.Single(bot.Platform.Delivered, delivery => delivery.Effect is PostMessage { Key: "INC-1/postmortem/1" });
        Assert.Contains("Nothing was changed", (await bot.Type("li", "/timeline 16:00 outside the incident", channel)).Message.PlainText);
    }

    [Fact]
    public async Task Closing_where_no_incident_runs_changes_nothing()
    {
        await using var bot = new TestBot();
        Assert.True((await bot.Type("ana", "/incident close")).Refused);
        var channel = await bot.Declare();
        await bot.Type("ana", "/incident close", channel);
        Assert.True((await bot.Type("ana", "/incident close", channel)).Refused);
        Assert.Single(bot.Platform.Delivered, delivery => delivery.Effect is UploadDocument);
    }

    [Fact]
    public async Task A_reopened_incident_goes_on_and_its_posted_postmortem_follows_at_the_next_close()
    {
        await using var bot = new TestBot();
        var channel = await Fought(bot);
        await bot.Type("ana", "/incident close at:13:55", channel);
        await bot.Type("ana", "/incident reopen", channel);
        Assert.True(bot.Record().Incident.IsOpen);
        Assert.Null(bot.Record().Incident.EndedAt);
        bot.Clock.Move(TimeSpan.FromMinutes(10));
        await bot.Type("ana", "/timeline it came back #detection", channel);
        await bot.Type("ana", "/incident close", channel);
        Assert.Equal("14:10", bot.Record().Incident.EndedAt!.Value.ToString("HH:mm"));
        Assert.Single(bot.Platform.Delivered, delivery => delivery.Effect is PostMessage { Key: "INC-1/postmortem/1" });
        Assert.Contains(
            "it came back",
            bot.Platform.Delivered.Select(delivery => delivery.Effect)
                .OfType<UpdateMessage>()
                .Last(update => update.Key == "INC-1/postmortem/1")
                .Message.PlainText);
    }

    [Fact]
    public async Task A_list_of_what_was_changed_is_kept_with_the_old_words()
    {
        await using var bot = new TestBot();
        var channel = await Fought(bot);
        await bot.Type("ana", "/timeline edit 1 error rate at 40 %", channel);
        using var connection = bot.Store.Open();
        var before = connection.QuerySingle<string>("select before from corrections");
        Assert.Contains("error rate over 5", before);
    }

    private static async Task<string> Fought(TestBot bot)
    {
        var channel = await bot.Declare("Checkout down sev2 at:13:00");
        await bot.Type("li", "/timeline 13:02 error rate over 5 % #detection", channel);
        await bot.Type("li", "/timeline 13:10 looking at the database", channel);
        await bot.Type("li", "/timeline 13:40 rolled back the rule #mitigation", channel);
        return channel;
    }
}
