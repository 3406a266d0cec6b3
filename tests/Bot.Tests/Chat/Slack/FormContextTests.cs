using Sitrep.Chat.Slack.Receiving;

namespace Sitrep.Tests.Chat.Slack;

public sealed class FormContextTests
{
    [Fact]
    public void A_view_opened_by_an_older_version_is_understood_and_its_author_is_of_Slack()
    {
        var context = FormContext.Parse(
            """{"command":"/incident start","channel":"C1","message":{"id":"1.2","author":{"id":"U1","name":"ana"},"at":"2026-03-10T14:00:00+00:00","text":"it is slow"}}"""
        );
        Assert.Equal(new("slack", "U1", "ana"), context!.Message!.Author);
        Assert.Equal(context, FormContext.Parse(context.ToMetadata()));
    }
}
