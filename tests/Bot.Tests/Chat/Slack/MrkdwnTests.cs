using Sitrep.Chat.Slack.Blocks;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Tests.Chat.Slack;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("slack", "U0ANA", "<@U0ANA>")]
    [InlineData("slack", "ana", "@ana")]
    [InlineData("web", "U0ANA", "@ana")]
    [InlineData("discord", "80351110224678912", "@ana")]
    public void A_page_notifies_accounts_of_Slack_alone(string platform, string id, string text) =>
        Assert.Equal(text, Mrkdwn.Of(new Line([new Mention(new Person(platform, id, "ana"), Ping: true)])));
}
