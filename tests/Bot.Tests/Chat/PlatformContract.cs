using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat;

/// <summary>What the outbox relies on, whichever platform it speaks to. A platform brings itself and a way to look.</summary>
public abstract class PlatformContract
{
    private const string Channel = "inc-1-checkout-down";
    private int _row;

    private protected abstract IEffectTarget Platform { get; }

    private protected abstract DateTimeOffset Now { get; }

    /// <summary>What stands in a channel, in order.</summary>
    private protected abstract Task<IReadOnlyList<Standing>> LookAsync(string channel);

    private protected sealed record Standing(string Text, bool Pinned, string? File);

    [Fact]
    public async Task A_channel_is_opened_once_however_often_it_is_tried()
    {
        var open = Of(new OpenChannel(To, "INC-1: Checkout down", Private: false, [new(Platform.Name, "U0ANA", "ana")]));
        var id = await TwiceAsync(open);
        Assert.False(string.IsNullOrEmpty(id));
    }

    [Fact]
    public async Task A_message_is_posted_once_however_often_it_is_tried()
    {
        var channel = await OpenAsync();
        var post = Of(new PostMessage(To, Message.Of(Line.Of($"rolled back the api")), "k"), channel);
        await TwiceAsync(post);
        Assert.Single(await LookAsync(channel), standing => standing.Text.Contains("rolled back the api"));
    }

    [Fact]
    public async Task Two_messages_that_say_the_same_are_two_messages()
    {
        var channel = await OpenAsync();
        var first = await DeliverAsync(Of(new PostMessage(To, Message.Of(Line.Of($"again"))), channel));
        var second = Of(new PostMessage(To, Message.Of(Line.Of($"again"))), channel);
        Assert.Equal(SearchOutcome.Absent, (await Platform.FindAsync(second, default)).Outcome);
        Assert.NotEqual(first, await DeliverAsync(second));
    }

    [Fact]
    public async Task A_message_is_brought_up_to_date_and_pinned_in_its_place()
    {
        var channel = await OpenAsync();
        var id = await DeliverAsync(Of(new PostMessage(To, Message.Of(Line.Of($"first words")), "k"), channel));
        await Platform.DeliverAsync(Of(new PostMessage(To, Message.Of(Line.Of($"behind it"))), channel), default);
        for (var i = 0; i < 2; i++)
        {
            await Platform.DeliverAsync(Of(new UpdateMessage(To, Message.Of(Line.Of($"better words")), "k"), channel, id), default);
            await Platform.DeliverAsync(Of(new PinMessage(To, "k"), channel, id), default);
        }

        var standing = await LookAsync(channel);
        Assert.Contains("better words", standing[0].Text);
        Assert.True(standing[0].Pinned);
        Assert.Contains("behind it", standing[1].Text);
    }

    [Fact]
    public async Task A_message_that_nobody_posted_is_refused_for_good()
    {
        var channel = await OpenAsync();
        var update = Of(new UpdateMessage(To, Message.Of(Line.Of($"lost")), "k"), channel);
        Assert.True((await Assert.ThrowsAsync<PlatformRefusalException>(() => Platform.DeliverAsync(update, default))).Permanent);
    }

    [Fact]
    public async Task A_file_is_posted_once_and_a_newer_version_takes_its_place()
    {
        var channel = await OpenAsync();
        var upload = Of(new UploadDocument(To, "INC-1-postmortem.md", "# one", "k"), channel);
        var id = await TwiceAsync(upload);
        Assert.Single(await LookAsync(channel), standing => standing.File == "INC-1-postmortem.md");
        Assert.NotNull(await DeliverAsync(Of(new UploadDocument(To, "INC-1-postmortem.md", "# two", "k"), channel, id)));
    }

    [Fact]
    public async Task Whatever_people_type_is_taken_as_words()
    {
        var channel = await OpenAsync();
        foreach (var text in Nasty.Texts.Append(new string('&', 40_000)).Append(string.Concat(Enumerable.Repeat("👩‍🚒", 3_000))))
            Assert.NotNull(await DeliverAsync(Of(new PostMessage(To, Message.Of(Line.Typed(text), Line.Of($"· {text} —"))), channel)));
        Assert.Equal(Nasty.Texts.Count + 2, (await LookAsync(channel)).Count);
    }

    private Destination To => new(Platform.Name, new IncidentId(1), Channel);

    private async Task<string> OpenAsync() => (await DeliverAsync(Of(new OpenChannel(To, "INC-1", Private: false, []))))!;

    private async Task<string?> DeliverAsync(OutboxItem delivery) => (await Platform.DeliverAsync(delivery, default)).ExternalId;

    // As after a crash: it is looked for, and done again only where it is not there.
    private async Task<string?> TwiceAsync(OutboxItem delivery)
    {
        var first = await Platform.DeliverAsync(delivery, default);
        var search = await Platform.FindAsync(delivery, default);
        var second = search.Outcome == SearchOutcome.Found ? search.Result : await Platform.DeliverAsync(delivery, default);
        Assert.Equal(first, second);
        return first.ExternalId;
    }

    private OutboxItem Of(Effect effect, string? channel = null, string? message = null) => new(++_row, effect, channel, message, Now);
}
