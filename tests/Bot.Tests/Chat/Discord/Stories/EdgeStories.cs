using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.Chat.Discord.Stories;

/// <summary>What people see in Discord is what they wrote, stays true, and is not lost while the bot is away.</summary>
public sealed class EdgeStories
{
    [Fact]
    public async Task A_thread_below_an_incident_s_channel_belongs_to_the_incident()
    {
        await using var bot = await DiscordBot.StartAsync(options => options with { RecordReactions = true });
        var channel = await bot.DeclareAsync();
        var thread = await ThreadAsync(bot, channel);
        Assert.Contains("Added to INC-1 as no. 1", await bot.Type(bot.Ana, thread.Id, "/timeline note text: looked at db-1"));
        var said = bot.Discord.As("ben").Post(thread.Id, "disk of db-1 is full");
        bot.Ana.React(thread.Id, said.Id, "📌");
        await DiscordBot.Until(() => bot.LastEntry() == 2);
        Assert.Contains("disk of db-1 is full", await bot.Type(bot.Ana, channel.Id, "/timeline show"));
        bot.Ana.Unreact(thread.Id, said.Id, "📌");
        await DiscordBot.Until(() => bot.LastEntry() == 1);
    }

    [Fact]
    public async Task Reactions_that_came_or_went_while_the_bot_was_away_are_found()
    {
        await using var bot = await DiscordBot.StartAsync(options => options with { RecordReactions = true });
        var channel = await bot.DeclareAsync();
        var thread = await ThreadAsync(bot, channel);
        var ben = bot.Discord.As("ben");
        var before = ben.Post(channel.Id, "first sign");
        bot.Ana.React(channel.Id, before.Id, "📌");
        await DiscordBot.Until(() => bot.LastEntry() == 1);
        await bot.IdleAsync();
        await bot.EndAsync();
        bot.Ana.Unreact(channel.Id, before.Id, "📌");
        bot.Ana.React(channel.Id, ben.Post(channel.Id, "second sign").Id, "📌");
        bot.Ana.React(thread.Id, ben.Post(thread.Id, "third sign").Id, "📌");
        await bot.BeginAsync();
        await DiscordBot.Until(() => bot.LastEntry() == 3);
        await bot.IdleAsync();
        var timeline = await bot.Type(bot.Ana, channel.Id, "/timeline show");
        Assert.Contains("second sign", timeline);
        Assert.Contains("third sign", timeline);
        Assert.DoesNotContain("first sign", timeline);
    }

    [Fact]
    public async Task A_topic_shows_no_marker_is_escaped_and_follows_a_new_title()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync("Checkout *down* @everyone", name: "inc-1-checkout-down-everyone");
        Assert.Equal("INC-1: Checkout \\*down\\* \\@everyone", channel.Topic);
        await bot.Type(bot.Ana, channel.Id, "/incident title text: Cards fail");
        await DiscordBot.Until(() => channel.Topic == "INC-1: Cards fail");
    }

    [Fact]
    public async Task A_posted_line_follows_its_entry_and_code_is_code()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        await bot.Type(bot.Ana, channel.Id, "/timeline note text: ran `kubectl  get` *twice*");
        await bot.IdleAsync();
        var line = bot.Messages(channel).Single(message => message.Content.Contains("ran `kubectl  get` \\*twice\\*", StringComparison.Ordinal));
        await bot.Type(bot.Ana, channel.Id, "/timeline remove number: 1");
        await DiscordBot.Until(() => line.Content.EndsWith("removed", StringComparison.Ordinal));
        Assert.Contains("~~· ran~~ `kubectl  get` ~~", line.Content);
    }

    private static async Task<Channel> ThreadAsync(DiscordBot bot, Channel channel)
    {
        using var http = new HttpClient { BaseAddress = bot.Discord.Url };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Sitrep.Chat.Discord.Rest.DiscordRest.UserAgent);
        http.DefaultRequestHeaders.Add("Authorization", "Bot " + bot.Discord.World.Options.Token);
        using var made = await http.PostAsJsonAsync(
            $"api/v10/channels/{channel.Id}/threads",
            new JsonObject { ["name"] = "database", ["type"] = 11, ["auto_archive_duration"] = 1440 });
        made.EnsureSuccessStatusCode();
        return await bot.ChannelAsync("database");
    }
}
