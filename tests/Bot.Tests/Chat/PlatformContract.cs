using Sitrep.Chat;
using Sitrep.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat;

/// <summary>What every chat platform owes the outbox; each platform runs it.</summary>
public abstract class PlatformContract : IAsyncLifetime
{
    private static readonly DateTimeOffset _at = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);
    private long _row;
    private string _room = "";

    internal abstract IChatPlatform Platform { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>The words of what stands in a channel, as people see them, oldest first; files by their name and content.</summary>
    protected abstract Task<IReadOnlyList<string>> SeenAsync(string channel);

    /// <summary>Who was notified so far.</summary>
    protected virtual int Pings => 0;

    [Fact]
    public async Task A_channel_opened_twice_by_one_row_is_one()
    {
        var open = new OpenChannel(To("inc-7-twice"), "INC-7: Twice", Private: false, []);
        var first = await Platform.DeliverAsync(Delivery(7, open), default);
        Assert.NotNull(first);
        Assert.Equal(first, await Platform.DeliverAsync(Delivery(7, open), default));
        var search = await Platform.FindAsync(Delivery(7, open), default);
        Assert.True(search.Outcome == SearchOutcome.Absent || search.ExternalId == first);
    }

    [Fact]
    public async Task What_one_row_delivers_twice_is_there_once_and_another_row_s_beside_it()
    {
        await OpenAsync();
        var first = await PostAsync(1, "hello");
        Assert.Equal(first, await PostAsync(1, "hello"));
        Assert.NotEqual(first, await PostAsync(2, "hello"));
        Assert.Equal(["hello", "hello"], await SeenAsync(_room));
    }

    [Fact]
    public async Task What_may_have_been_done_is_found_or_harmless_to_do_again()
    {
        await OpenAsync();
        await PostAsync(1, "before");
        var doubtful = Delivery(2, Post("doubtful"));
        Assert.Equal(SearchOutcome.Absent, (await Platform.FindAsync(doubtful, default)).Outcome);
        var made = await Platform.DeliverAsync(doubtful, default);
        var search = await Platform.FindAsync(doubtful, default);
        if (search.Outcome == SearchOutcome.Found) Assert.Equal(made, search.ExternalId);
        else Assert.Equal(made, await Platform.DeliverAsync(doubtful, default));
        Assert.Equal(["before", "doubtful"], await SeenAsync(_room));
    }

    [Fact]
    public async Task A_message_is_changed_in_its_place_and_pinned()
    {
        await OpenAsync();
        var card = await PostAsync(1, "one", "k");
        await PostAsync(2, "two");
        await Platform.DeliverAsync(Delivery(3, new UpdateMessage(To("room"), Message.Of(Line.Of($"changed")), "k"), card), default);
        await Platform.DeliverAsync(Delivery(4, new PinMessage(To("room"), "k"), card), default);
        await Platform.DeliverAsync(Delivery(4, new PinMessage(To("room"), "k"), card), default);
        Assert.Equal(["changed", "two"], await SeenAsync(_room));
    }

    [Fact]
    public async Task A_newer_file_takes_the_older_one_s_place()
    {
        await OpenAsync();
        var file = await Platform.DeliverAsync(Delivery(1, new UploadDocument(To("room"), "INC-1.md", "# one", "f")), default);
        await Platform.DeliverAsync(Delivery(2, new UploadDocument(To("room"), "INC-1.md", "# two", "f"), file), default);
        Assert.Equal(["INC-1.md: # two"], await SeenAsync(_room));
    }

    [Fact]
    public async Task Whatever_people_typed_can_be_said_and_notifies_nobody()
    {
        await OpenAsync();
        string[] texts = [.. Nasty.Texts, "@everyone <!channel> <@80351110224678912>", string.Join(' ', Enumerable.Repeat("long", 3_000)), new string('x', 9_000)];
        foreach (var text in texts)
        {
            var delivery = Delivery(++_row + 100, new PostMessage(To("room"), Message.Of(Line.Typed(text))));
            await Eventually.Async(() => TryAsync(delivery));
        }

        Assert.True((await SeenAsync(_room)).Count >= texts.Length);
        Assert.Equal(0, Pings);
    }

    protected Destination To(string channel) => new(Platform.Name, null, channel);

    private async Task OpenAsync() =>
        _room = (await Platform.DeliverAsync(Delivery(50, new OpenChannel(To("room"), "A room", Private: false, [])), default))!;

    // A platform may ask to wait, and the outbox would.
    private async Task<bool> TryAsync(Delivery delivery)
    {
        try
        {
            await Platform.DeliverAsync(delivery, default);
            return true;
        }
        catch (PlatformRefusalException refusal) when (!refusal.Permanent)
        {
            return false;
        }
    }

    private Task<string?> PostAsync(long row, string text, string? key = null) => Platform.DeliverAsync(Delivery(row, Post(text, key)), default);

    private PostMessage Post(string text, string? key = null) => new(To("room"), Message.Of(Line.Of($"{text}")), key);

    private Delivery Delivery(long row, Effect effect, string? message = null) =>
        new(row, effect, effect is OpenChannel || _room.Length == 0 ? null : _room, message, _at);
}
