using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.Chat.Discord.Stories;

/// <summary>Whom people name in Discord: a role, in a form, and the bot itself.</summary>
public sealed class DiscordPeopleStories
{
    private const ulong OlderBot = 900000000000000099;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_is_mentioned_so_that_it_notifies_or_it_is_said_that_it_was_not(bool mayBeMentioned)
    {
        await using var bot = await DiscordBot.StartAsync();
        lock (bot.Discord.World.Gate) bot.Discord.World.Guild.Roles[World.ResponderRoleId].IsMentionable = mayBeMentioned;
        await bot.EndAsync();
        await bot.BeginAsync();
        var channel = await bot.DeclareAsync();
        var said = await bot.Type(bot.Ana, channel.Id, $"/escalate to: <@&{World.ResponderRoleId}> text: queue is growing");
        await bot.IdleAsync();
        Assert.Equal(!mayBeMentioned, said.Contains("Nobody was notified"));
        Assert.Equal(mayBeMentioned ? [World.ResponderRoleId] : [], bot.Discord.Ledger.Pings.SelectMany(ping => ping.Who.Roles));
    }

    [Fact]
    public async Task A_form_lets_people_and_roles_be_picked()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var asked = bot.Ana.Run(channel.Id, "/escalate");
        var form = (await bot.See(bot.Ana, asked)).Data!.ToJsonString();
        Assert.Contains("\"type\":5", form);
        Assert.Contains("\"type\":6", form);
        var ben = bot.Discord.As("ben").Id;
        var filled = new Dictionary<string, string> { ["to"] = ben.ToString(), ["to-names"] = "@zoe", ["text"] = "look" };
        var answer = DiscordBot.Shown(await bot.See(bot.Ana, bot.Ana.Submit(asked, filled)));
        Assert.Contains("Not notified", answer);
        Assert.Contains("zoe", answer);
        await bot.IdleAsync();
        Assert.Equal([ben], Assert.Single(bot.Discord.Ledger.Pings).Who.Users);
    }

    [Fact]
    public async Task The_button_of_a_page_goes_once_somebody_took_it()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var ben = bot.Discord.As("ben");
        await bot.Type(bot.Ana, channel.Id, $"/escalate to: <@{ben.Id}> text: look");
        await bot.IdleAsync();
        var page = bot.Messages(channel).Single(message => message.Content.Contains("Paged "));
        await bot.See(ben, ben.Press(channel.Id, page.Id, "Acknowledge"));
        await bot.IdleAsync();
        var updated = bot.Messages(channel).Single(message => message.Id == page.Id);
        Assert.Contains("Acknowledged by", updated.Content);
        Assert.DoesNotContain("custom_id", updated.Components?.ToJsonString() ?? "");
    }

    [Fact]
    public async Task The_bot_of_an_older_application_is_known_by_its_own_id()
    {
        await using var bot = await DiscordBot.StartAsync(server: options => options with { BotUserId = OlderBot });
        var channel = await bot.DeclareAsync("Leak", "private: true", "inc-1-leak");
        var ben = bot.Discord.As("ben");
        await bot.Type(bot.Ana, channel.Id, $"/escalate to: <@{ben.Id}> text: look");
        await bot.IdleAsync();
        Assert.NotEmpty(ben.Read(channel.Id));
        Assert.Contains("acknowledged", await bot.Type(ben, channel.Id, "/ack"));
        await bot.IdleAsync();
        var posts = bot.Messages(channel).Count;
        await bot.EndAsync();
        await bot.BeginAsync();
        await bot.IdleAsync();
        Assert.Equal(posts, bot.Messages(channel).Count);
    }
}
