using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Escalations;

public sealed class InvitationTests
{
    [Theory]
    [InlineData("slack", 1)]
    [InlineData("discord", 0)]
    [InlineData("web", 0)]
    public async Task Whoever_gets_a_role_is_invited_where_the_incident_s_platform_has_them(string platform, int invitations)
    {
        await using var bot = new TestBot(platform: new CollectingPlatform("slack"));
        await bot.Declare();
        var li = new Person(platform, "U2", "li");
        await bot.Happen(new TextTyped(new(platform, "general"), li, null, "/incident INC-1 role comms @li") { People = [li] });
        Assert.Equal(li, bot.Record().Incident.Roles["comms"]);
        Assert.Equal(invitations, bot.Delivered.Count(delivery => delivery.Effect is InvitePeople));
    }
}
