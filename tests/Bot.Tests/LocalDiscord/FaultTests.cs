using Sitrep.LocalDiscord.Faults;
using Sitrep.LocalDiscord.State;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.LocalDiscord;

public sealed class FaultTests : DiscordTest
{
    private const string Messages = "/channels/{channel_id}/messages";

    [Fact]
    public async Task A_429_with_json_and_one_without()
    {
        Discord.Server.Faults.Lay(new(FaultKind.RateLimited) { Method = "POST", Path = Messages, Seconds = 2.5, Scope = "shared" });
        Discord.Server.Faults.Lay(new(FaultKind.EdgeRateLimited) { Seconds = 7 });
        var slow = await Discord.Say("x");
        Assert.Equal((429, 2.5, "shared"), (slow.Status, (double)slow.Body!["retry_after"]!, slow.Headers["X-RateLimit-Scope"]));
        var edge = await Discord.Say("x");
        Assert.Equal((429, null, "7"), (edge.Status, edge.Body, edge.Headers["Retry-After"]));
        Assert.Equal(200, (await Discord.Say("x")).Status);
        Assert.Equal(0, Discord.Server.Faults.Standing);
    }

    [Fact]
    public async Task A_server_error_does_nothing()
    {
        Discord.Server.Faults.Lay(new(FaultKind.ServerError) { Status = 502, Times = 2 });
        Assert.Equal((502, 502), ((await Discord.Say("x")).Status, (await Discord.Say("x")).Status));
        Assert.Empty(Discord.Server.As("ben").Read(World.GeneralId));
    }

    [Fact]
    public async Task A_line_cut_before_leaves_nothing_and_one_cut_after_leaves_a_message()
    {
        Discord.Server.Faults.Lay(new(FaultKind.CutBefore));
        await Assert.ThrowsAsync<HttpRequestException>(() => Discord.Say("before"));
        Assert.Empty(Discord.Server.As("ben").Read(World.GeneralId));
        Discord.Server.Faults.Lay(new(FaultKind.AcceptThenCut));
        await Assert.ThrowsAsync<HttpRequestException>(() => Discord.Say("after"));
        Assert.Equal("after", Assert.Single(Discord.Server.As("ben").Read(World.GeneralId)).Content);
        Assert.True(Discord.Server.Ledger.Calls[^1].Applied);
    }

    [Fact]
    public async Task One_that_hangs_has_done_it_before()
    {
        Discord.Server.Faults.Lay(new(FaultKind.AcceptThenHang));
        using var patience = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v10/channels/" + World.GeneralId + "/messages")
        {
            Content = new StringContent("""{"content":"hung"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        var waiting = Discord.Http.SendAsync(request, patience.Token);
        await Eventually.Async(() => Task.FromResult(Discord.Server.As("ben").Read(World.GeneralId).Count == 1));
        Assert.False(waiting.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_share_of_the_requests_is_struck_and_none_of_another_route()
    {
        Discord.Server.Faults.Lay(new(FaultKind.ServerError) { Path = Messages, Times = null, Probability = 0.5 });
        var failed = 0;
        for (var i = 0; i < 60; i++) failed += (await Discord.Say("x")).Status == 503 ? 1 : 0;
        Assert.InRange(failed, 10, 50);
        for (var i = 0; i < 10; i++) Assert.Equal(200, (await Discord.Get("/users/@me")).Status);
        Discord.Server.Faults.Clear();
        Assert.Equal(200, (await Discord.Say("x")).Status);
    }
}
