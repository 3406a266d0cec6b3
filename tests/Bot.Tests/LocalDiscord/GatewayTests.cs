using System.Text;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.Gateway;
using Sitrep.LocalDiscord.State;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.LocalDiscord;

public sealed class GatewayTests : DiscordTest
{
    private string Token => Discord.World.Options.Token;

    private protected override DiscordOptions Options => base.Options with { PrivilegedIntents = Intents.MessageContent };

    [Fact]
    public async Task One_identifies_and_is_told_of_the_guild()
    {
        var (bot, ready) = await BotSocket.ReadyAsync(Discord);
        using (bot)
        {
            Assert.Equal(Discord.World.ResumeUrl, (string?)ready["resume_gateway_url"]);
            Assert.NotEqual(Discord.World.GatewayUrl, Discord.World.ResumeUrl);
            await bot.SendAsync(1, 2);
            Assert.Equal(11, (int)(await bot.NextAsync())!["op"]!);
        }
    }

    [Theory]
    [InlineData("wrong", 1, 4004)]
    [InlineData(null, 1 << 23, 4013)]
    [InlineData(null, Intents.GuildMembers, 4014)]
    public async Task A_wrong_token_or_intent_is_hung_up_on(string? token, int intents, int code)
    {
        using var bot = await BotSocket.OpenAsync(Discord.World.GatewayUrl);
        await bot.NextAsync();
        await bot.IdentifyAsync(token ?? Token, intents);
        Assert.Equal(code, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Another_version_is_hung_up_on()
    {
        using var bot = await BotSocket.OpenAsync(Discord.World.GatewayUrl, "/?v=9&encoding=json");
        Assert.Equal(4012, await bot.ClosedAsync());
    }

    [Theory]
    [InlineData("""{"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""", 4003)]
    [InlineData("""{"op":99,"d":null}""", 4001)]
    [InlineData("""{"op":2,""", 4002)]
    [InlineData("""[]""", 4002)]
    [InlineData("""{"op":2,"op":2,"d":{}}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"\ud800","intents":1,"properties":{}}}""", 4002)]
    [InlineData("""{"op":1,"d":"soon"}""", 4002)]
    public async Task Nonsense_is_hung_up_on(string frame, int code)
    {
        if (SpecificationsAreAbsent()) return;
        using var bot = await BotSocket.OpenAsync(Discord.World.GatewayUrl);
        await bot.NextAsync();
        await bot.SendAsync(Encoding.UTF8.GetBytes(frame));
        Assert.Equal(code, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Identifying_twice_is_hung_up_on()
    {
        var (bot, _) = await BotSocket.ReadyAsync(Discord);
        using var _2 = bot;
        await bot.IdentifyAsync(Token);
        Assert.Equal(4005, await bot.ClosedAsync());
    }

    [Fact]
    public async Task More_than_a_hundred_and_twenty_frames_a_minute_are_hung_up_on()
    {
        var (bot, _) = await BotSocket.ReadyAsync(Discord);
        using var _2 = bot;
        for (var i = 0; i < 120; i++) await bot.SendAsync(1, i);
        Assert.Equal(4008, await bot.ClosedAsync());
    }

    [Fact]
    public async Task What_was_missed_is_replayed_to_one_who_resumes()
    {
        var (bot, ready) = await BotSocket.ReadyAsync(Discord);
        bot.Dispose();
        await Eventually.Async(() => Task.FromResult(Discord.World.Sessions.Live == 0));
        await Discord.Say("one");
        await Discord.Say("two");
        using var again = await BotSocket.OpenAsync((string)ready["resume_gateway_url"]!);
        await again.NextAsync();
        await again.ResumeAsync(Token, (string)ready["session_id"]!, 2);
        Assert.Equal("one", (string?)(await again.NextAsync("MESSAGE_CREATE"))["content"]);
        Assert.Equal("two", (string?)(await again.NextAsync("MESSAGE_CREATE"))["content"]);
        await again.NextAsync("RESUMED");
        await Discord.Say("three");
        Assert.Equal("three", (string?)(await again.NextAsync("MESSAGE_CREATE"))["content"]);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task Who_hangs_up_politely_cannot_resume(int code)
    {
        var (bot, ready) = await BotSocket.ReadyAsync(Discord);
        await bot.CloseAsync(code);
        bot.Dispose();
        await Eventually.Async(() => Task.FromResult(Discord.World.Sessions.Live == 0));
        await RefusesResumeAsync(ready);
    }

    [Fact]
    public async Task Who_comes_back_too_late_cannot_resume()
    {
        var (bot, ready) = await BotSocket.ReadyAsync(Discord);
        bot.Dispose();
        await Eventually.Async(() => Task.FromResult(Discord.World.Sessions.Live == 0));
        Clock.Move(TimeSpan.FromMinutes(6));
        await RefusesResumeAsync(ready);
    }

    [Fact]
    public async Task A_sequence_that_was_never_sent_is_hung_up_on()
    {
        var (bot, ready) = await BotSocket.ReadyAsync(Discord);
        bot.Dispose();
        using var again = await BotSocket.OpenAsync(Discord.World.ResumeUrl);
        await again.NextAsync();
        await again.ResumeAsync(Token, (string)ready["session_id"]!, 99);
        Assert.Equal(4007, await again.ClosedAsync());
    }

    [Fact]
    public async Task Who_stops_beating_is_hung_up_on()
    {
        var (bot, _) = await BotSocket.ReadyAsync(Discord);
        using var _2 = bot;
        Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(4009, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Others_words_come_only_with_the_intent_for_them()
    {
        var (bot, _) = await BotSocket.ReadyAsync(Discord, Intents.Guilds | Intents.GuildMessages);
        using var _2 = bot;
        var world = Discord.World;
        var general = world.Guild.Channels[World.GeneralId];
        lock (world.Gate)
        {
            var form = new Sitrep.LocalDiscord.Rest.Forms.MessageForm(new JsonObject { ["content"] = "secret plans" }, []);
            new Sitrep.LocalDiscord.Rest.Posting(world).Send(general, world.Guild.Members[world.Guild.OwnerId].User, form);
        }

        Assert.Equal("", (string?)(await bot.NextAsync("MESSAGE_CREATE"))["content"]);
    }

    private async Task RefusesResumeAsync(JsonNode ready)
    {
        using var again = await BotSocket.OpenAsync(Discord.World.ResumeUrl);
        await again.NextAsync();
        await again.ResumeAsync(Token, (string)ready["session_id"]!, 1);
        var invalid = (await again.NextAsync())!;
        Assert.Equal((9, false), ((int)invalid["op"]!, (bool)invalid["d"]!));
        await again.IdentifyAsync(Token);
        await again.NextAsync("READY");
    }
}
