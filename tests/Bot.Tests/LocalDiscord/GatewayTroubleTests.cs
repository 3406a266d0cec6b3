using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class GatewayTroubleTests : DiscordTest
{
    private protected override DiscordOptions Options =>
        base.Options with
        {
            IdentifiesPerDay = 2,
            IdentifyInterval = TimeSpan.FromSeconds(5),
        };

    [Fact]
    public async Task It_asks_to_come_back_and_calls_a_session_void()
    {
        await ConnectAsync();
        Discord.Server.Gateway.AskToReconnect();
        Assert.Equal(7, (int)(await Bot.NextAsync())!["op"]!);
        Discord.Server.Gateway.AskForHeartbeat();
        Assert.Equal(1, (int)(await Bot.NextAsync())!["op"]!);
        Discord.Server.Gateway.Invalidate(resumable: true);
        var invalid = (await Bot.NextAsync())!;
        Assert.Equal((9, true), ((int)invalid["op"]!, (bool)invalid["d"]!));
        Discord.Server.Gateway.Close(4000);
        Assert.Equal(4000, await Bot.ClosedAsync());
    }

    [Fact]
    public async Task It_withholds_its_acks_and_gives_them_again()
    {
        await ConnectAsync();
        Discord.Server.Gateway.WithholdAcks(true);
        await Bot.SendAsync(1, 2);
        Discord.Server.As("ben").Post(World.GeneralId, "after the beat");
        await Bot.NextAsync("MESSAGE_CREATE");
        Discord.Server.Gateway.WithholdAcks(false);
        await Bot.SendAsync(1, 3);
        Assert.Equal(11, (int)(await Bot.NextAsync())!["op"]!);
    }

    [Fact]
    public async Task It_says_a_thing_twice_with_one_number()
    {
        await ConnectAsync();
        Discord.Server.Gateway.Duplicate(1);
        await Discord.Say("one");
        await Discord.Say("two");
        var first = (await Bot.NextAsync())!;
        Assert.Equal((int)first["s"]!, (int)(await Bot.NextAsync())!["s"]!);
        Assert.Equal("two", (string?)(await Bot.NextAsync("MESSAGE_CREATE"))["content"]);
    }

    [Fact]
    public async Task A_black_hole_swallows_everything_and_a_new_connection_does_not()
    {
        await ConnectAsync();
        Discord.Server.Gateway.Blackhole();
        await Discord.Say("lost");
        await Bot.SendAsync(1, 2);
        using var again = await BotSocket.OpenAsync(Discord.World.GatewayUrl);
        Assert.Equal(10, (int)(await again.NextAsync())!["op"]!);
        Assert.DoesNotContain(Discord.Server.Ledger.Frames, frame => (string?)frame.Payload["t"] == "MESSAGE_CREATE");
    }

    [Fact]
    public async Task Identifies_are_counted_spaced_and_in_the_end_cost_the_token()
    {
        await ConnectAsync();
        Assert.Equal(1, (int)(await Discord.Get("/gateway/bot")).Body!["session_start_limit"]!["remaining"]!);
        using var hasty = await BotSocket.OpenAsync(Discord.World.GatewayUrl);
        await hasty.NextAsync();
        await hasty.IdentifyAsync(Discord.World.Options.Token);
        Assert.Equal(9, (int)(await hasty.NextAsync())!["op"]!);
        Clock.Move(TimeSpan.FromSeconds(6));
        await hasty.IdentifyAsync(Discord.World.Options.Token);
        await hasty.NextAsync("READY");
        Clock.Move(TimeSpan.FromSeconds(6));
        using var third = await BotSocket.OpenAsync(Discord.World.GatewayUrl);
        await third.NextAsync();
        await third.IdentifyAsync(Discord.World.Options.Token);
        Assert.Equal(4004, await third.ClosedAsync());
        Assert.Equal(401, (await Discord.Get("/users/@me")).Status);
    }
}
