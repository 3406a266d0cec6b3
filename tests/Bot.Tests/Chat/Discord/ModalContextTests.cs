using Sitrep.Chat.Discord.Interactions;

namespace Sitrep.Tests.Chat.Discord;

public sealed class ModalContextTests
{
    [Fact]
    public void A_form_opened_by_an_older_version_is_understood_and_its_author_is_of_Discord()
    {
        var context = ModalContext.Read(
            """{"command":"","about":{"id":"1","author":{"id":"80351110224678912","name":"ana"},"at":"2026-03-10T14:00:00+00:00","text":"it is slow"}}"""
        );
        Assert.Equal(new("discord", "80351110224678912", "ana"), context.About!.Author);
        Assert.Equal(context, ModalContext.Read(context.ToText()));
    }
}
