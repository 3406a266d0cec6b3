using Sitrep.Access;
using Sitrep.Chat.Web.Live;

namespace Sitrep.Tests.Chat.Web;

public sealed class LiveSubscriptionTests
{
    [Fact]
    public async Task One_who_reads_too_slowly_gets_what_waited_and_is_let_go()
    {
        using var subscription = new LiveSubscription(Viewer.Anybody, _ => { });
        for (var revision = 1; revision <= 400; revision++) subscription.Offer(new(revision, [], null));
        var last = 0L;
        await foreach (var live in subscription.Waiting.ReadAllAsync()) last = live.Revision;
        Assert.InRange(last, 1, 399);
    }
}
