using Sitrep.Chat.Slack.Sockets;
using Sitrep.Tests.LocalSlack;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Slack;

public sealed class SocketModeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_socket_that_is_to_go_is_replaced_and_nothing_is_lost(string reason)
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        for (var i = 1; i <= 3; i++)
        {
            var opened = team.Slack.Sockets.Opened;
            await team.Slack.Sockets.Disconnect(reason);
            await Eventually.Async(() => Task.FromResult(team.Slack.Sockets.Opened > opened && team.Slack.Sockets.Open > 0));
            Assert.Null((await team.As("ana").Command(channel.Name, $"/timeline note {i}")).Notice);
        }

        await team.SeenAsync(channel.Name, "note 3");
    }

    [Fact]
    public async Task A_socket_that_breaks_is_opened_again()
    {
        await using var team = await SlackTeam.StartAsync();
        var channel = await team.DeclareAsync();
        team.Slack.Sockets.Cut();
        await Eventually.Async(() => Task.FromResult(team.Slack.Sockets.Open > 0));
        Assert.Null((await team.As("ana").Command(channel.Name, "/timeline still here")).Notice);
    }

    [Fact]
    public async Task A_socket_on_which_nothing_passes_is_noticed_and_opened_again()
    {
        await using var team = await SlackTeam.StartAsync(
            change: options => options with { SilentAfter = TimeSpan.FromSeconds(2) },
            slack: new() { PingEvery = TimeSpan.FromMilliseconds(300) });
        var channel = await team.DeclareAsync();
        var since = System.Diagnostics.Stopwatch.StartNew();
        team.Slack.Sockets.Blackhole();
        Assert.Equal(0, team.Slack.Sockets.Open);
        await Eventually.Async(() => Task.FromResult(team.Slack.Sockets.Open > 0));
        output.WriteLine($"silence of 2 s noticed and mended after {since.Elapsed.TotalSeconds:0.0} s");
        Assert.Null((await team.As("ana").Command(channel.Name, "/timeline heard again")).Notice);
    }

    [Fact]
    public void A_socket_on_which_something_passes_is_left_alone()
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        var noticed = 0;
        using var silence = new SocketWatchdog(clock, TimeSpan.FromSeconds(30), () => noticed++);
        for (var heard = 0; heard < 20; heard++)
        {
            clock.Move(TimeSpan.FromSeconds(10));
            silence.Broken();
        }

        Assert.Equal(0, noticed);
        clock.Move(TimeSpan.FromSeconds(36));
        Assert.NotEqual(0, noticed);
    }

    [Fact]
    public async Task A_ping_is_heard()
    {
        var heard = 0;
        await using var stream = new ActivityReportingStream(new MemoryStream([0x89, 0x00]), () => heard++);
        var buffer = new byte[8];
        Assert.Equal(2, await stream.ReadAsync(buffer));
        Assert.Equal(0, await stream.ReadAsync(buffer));
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task Too_many_sockets_are_no_reason_to_storm_the_door()
    {
        await using var team = await SlackTeam.StartAsync();
        team.Slack.Sockets.IsEnabled = false;
        var opened = team.Slack.Sockets.Opened;
        await team.Slack.Sockets.Disconnect("link_disabled");
        var since = System.Diagnostics.Stopwatch.StartNew();
        await Eventually.Async(() => Task.FromResult(since.Elapsed > TimeSpan.FromSeconds(4)));
        Assert.InRange(team.Slack.Sockets.Opened - opened, 0, 1);
    }

    [Fact]
    public async Task Several_sockets_share_the_work()
    {
        await using var team = await SlackTeam.StartAsync(change: options => options with { Sockets = 3 });
        await Eventually.Async(() => Task.FromResult(team.Slack.Sockets.Open == 3));
        var channel = await team.DeclareAsync();
        for (var i = 1; i <= 6; i++) Assert.Null((await team.As("ana").Command(channel.Name, $"/timeline note {i}")).Notice);
        await team.SeenAsync(channel.Name, "note 6");
        Assert.Empty(team.Slack.Sockets.StrayAcknowledgements);
    }
}
