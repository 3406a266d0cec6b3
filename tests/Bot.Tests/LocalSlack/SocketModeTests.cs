using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.LocalSlack;

public sealed class SocketModeTests : LocalSlackTest
{
    [Fact]
    public async Task A_socket_says_hello_and_a_ticket_opens_one_socket_only()
    {
        await using var socket = await Open();
        Assert.Equal(("hello", 1), ((string)socket.Hello["type"]!, (int)socket.Hello["num_connections"]!));
        Bot.Token = Slack.Options.AppToken;
        var url = new Uri((string)(await Bot.Form("apps.connections.open"))["url"]!);
        using var first = new ClientWebSocket();
        await first.ConnectAsync(url, CancellationToken.None);
        using var second = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => second.ConnectAsync(url, CancellationToken.None));
        Clock.Move(TimeSpan.FromSeconds(1));
        var stale = new Uri((string)(await Bot.Form("apps.connections.open"))["url"]!);
        Clock.Move(TimeSpan.FromSeconds(31));
        using var late = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => late.ConnectAsync(stale, CancellationToken.None));
    }

    [Fact]
    public async Task A_command_arrives_as_slack_writes_it_and_the_acknowledgement_answers_the_person()
    {
        await using var socket = await Open();
        var typing = Slack.As("alice").Command("general", "/incident start <b> & @ben in #random see https://example.com");
        var envelope = await socket.Next();
        Assert.Equal(("slash_commands", true), ((string)envelope["type"]!, (bool)envelope["accepts_response_payload"]!));
        var payload = envelope["payload"]!;
        Assert.Equal(
            ("/incident", "alice", "general"),
            ((string)payload["command"]!, (string)payload["user_name"]!, (string)payload["channel_name"]!));
        Assert.Equal(
            $"start &lt;b&gt; &amp; <@{User("ben").Id}|ben> in <#{Slack.Workspace.ChannelNamed("random").Id}|random> see <https://example.com>",
            (string)payload["text"]!);
        await socket.Acknowledge(envelope, """{"text":"Started."}""");
        Assert.True((await typing).IsWell);
        Assert.Equal("Started.", Slack.As("alice").Sees("general")[^1].Text);
        Assert.Empty(Slack.As("ben").Sees("general"));
    }

    [Fact]
    public async Task A_command_that_nobody_acknowledges_times_out_and_is_not_sent_again()
    {
        await using var socket = await Open();
        var outcome = await Passing(Slack.As("alice").Command("general", "/incident"));
        Assert.Equal("operation_timeout", outcome.Notice);
        await socket.Next();
        await Settled();
        Assert.True(socket.IsQuiet);
    }

    [Fact]
    public async Task Without_a_socket_a_person_is_told_at_once_and_an_unknown_command_goes_nowhere()
    {
        Assert.Equal("dispatch_failed", (await Slack.As("alice").Command("general", "/incident")).Notice);
        Assert.Equal("unknown_command", (await Slack.As("alice").Command("general", "/nothing")).Notice);
    }

    [Fact]
    public async Task An_event_that_nobody_acknowledges_comes_again_with_its_number_and_reason()
    {
        await using var socket = await Open();
        Slack.As("alice").OpenHome();
        List<JsonObject> seen = [];
        while (seen.Count < 3)
        {
            await Clock.Until(() => !socket.IsQuiet);
            seen.Add(await socket.Next());
        }

        await socket.Acknowledge(seen[^1]);
        await Slack.Deliveries.Settled();
        Assert.True(socket.IsQuiet);
        Assert.Equal([0, 1, 2], seen.Select(envelope => (int)envelope["retry_attempt"]!));
        Assert.Equal(["", "timeout", "timeout"], seen.Select(envelope => (string)envelope["retry_reason"]!));
        Assert.Single(seen.Select(envelope => (string)envelope["payload"]!["event_id"]!).Distinct());
    }

    [Fact]
    public async Task Duplicates_twins_and_replays_are_delivered_as_told()
    {
        await using var socket = await Open();
        Slack.Deliveries.TwinEvents = 2;
        Slack.As("alice").OpenHome();
        HashSet<string> ids = [];
        for (var i = 0; i < 3; i++)
        {
            var envelope = await socket.Next();
            await socket.Acknowledge(envelope);
            ids.Add((string)envelope["payload"]!["event_id"]!);
        }

        Assert.Equal(3, ids.Count);
        await Slack.Deliveries.Settled();
        Clock.Move(TimeSpan.FromHours(1));
        var replaying = Slack.Deliveries.Replay();
        for (var i = 0; i < 3; i++)
        {
            var envelope = await socket.Next();
            await socket.Acknowledge(envelope);
            Assert.Contains((string)envelope["payload"]!["event_id"]!, ids);
            Assert.Equal(1, (int)envelope["retry_attempt"]!);
        }

        await replaying;
    }

    [Fact]
    public async Task The_eleventh_socket_is_sent_away()
    {
        List<BotSocket> sockets = [];
        for (var i = 0; i < 10; i++) sockets.Add(await Open());
        Assert.Equal(10, (int)sockets[^1].Hello["num_connections"]!);
        await using (var one = await Open()) Assert.Equal("too_many_websockets", (string)one.Hello["reason"]!);
        foreach (var socket in sockets) await socket.DisposeAsync();
    }

    [Theory]
    [InlineData("warning", false)]
    [InlineData("refresh_requested", true)]
    [InlineData("link_disabled", true)]
    public async Task A_goodbye_says_why_and_all_but_a_warning_end_the_socket(string reason, bool ends)
    {
        await using var socket = await Open();
        await Slack.Sockets.Disconnect(reason);
        var goodbye = await socket.Next();
        Assert.Equal(("disconnect", reason), ((string)goodbye["type"]!, (string)goodbye["reason"]!));
        if (ends) await socket.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        else Assert.Equal(1, Slack.Sockets.Open);
    }

    [Fact]
    public async Task A_silent_socket_stays_up_and_swallows_what_is_sent_to_it()
    {
        await using var socket = await Open();
        Slack.Sockets.Blackhole();
        Assert.Equal("operation_timeout", (await Passing(Slack.As("alice").Command("general", "/incident"))).Notice);
        Assert.False(socket.Ended.IsCompleted);
        Assert.True(socket.IsQuiet);
        Clock.Move(TimeSpan.FromSeconds(31));
        Assert.Equal("dispatch_failed", (await Slack.As("alice").Command("general", "/incident")).Notice);
        Slack.Sockets.Cut();
        await socket.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        await Eventually.Async(() => Task.FromResult(Slack.Sockets.Open == 0));
    }

    private Task<BotSocket> Open() => BotSocket.Open(Bot, Slack.Options.AppToken);
}
