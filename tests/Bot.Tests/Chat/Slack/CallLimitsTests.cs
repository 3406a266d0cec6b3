using Sitrep.Chat;
using Sitrep.Chat.Slack;
using Sitrep.Chat.Slack.Api;
using Sitrep.Tests.LocalSlack;

namespace Sitrep.Tests.Chat.Slack;

public sealed class CallLimitsTests
{
    [Fact]
    public async Task Who_waits_for_a_channel_s_turn_hears_that_Slack_asked_to_wait_meanwhile()
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        var limits = new CallLimits(SlackOptions.None, clock, new SlackStatus(clock));
        await limits.PassAsync("chat.postMessage", "C1", CancellationToken.None);
        var second = limits.PassAsync("chat.postMessage", "C1", CancellationToken.None);
        Assert.False(second.IsCompleted);
        limits.Wait("chat.postMessage", TimeSpan.FromSeconds(10));
        clock.Move(TimeSpan.FromSeconds(1));
        var refused = await Assert.ThrowsAsync<PlatformRefusalException>(() => second);
        Assert.Equal((false, TimeSpan.FromSeconds(9)), (refused.Permanent, refused.RetryAfter));
    }
}
