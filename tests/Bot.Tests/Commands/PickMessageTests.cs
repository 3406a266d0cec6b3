using Dapper;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class PickMessageTests : IAsyncDisposable
{
    private static readonly Person _li = new("slack", "U2", "li");
    private static readonly Person _tom = new("slack", "U3", "tom");
    private static readonly PickedMessage _message = new(
        "1773151380.0001",
        new("slack", "U9", "sam"),
        new(2026, 3, 10, 14, 3, 0, TimeSpan.Zero),
        "rolled back the api");
    private readonly TestBot _bot = new(platform: new CollectingPlatform("slack"));
    private ChannelRef _channel = null!;

    [Fact]
    public async Task A_picked_message_is_recorded_with_its_own_author_and_time()
    {
        await DeclareAsync();
        var reply = await _bot.Happen(Picked(_li));
        Assert.StartsWith(
            "Added to INC-1 as no. 1 at 14:03 UTC, the time of the message by @sam: \"rolled back the api\".",
            reply.Message.PlainText);
        var entry = Assert.Single(_bot.Record().Timeline);
        Assert.Equal(
            (_message.Author, _message.At, _bot.Clock.GetUtcNow(), "rolled back the api"),
            (entry.By, entry.At, entry.RecordedAt, entry.Text));
        Assert.True(entry.Is(EntryKind.Mitigation));
    }

    [Fact]
    public async Task The_same_message_is_recorded_once_however_often_and_by_whomever_it_is_picked()
    {
        await DeclareAsync();
        await _bot.Happen(Picked(_li));
        foreach (var (who, way) in new[] { (_li, PickWay.Reaction), (_tom, PickWay.Reaction), (_tom, PickWay.Pin), (_li, PickWay.Menu) })
            Assert.StartsWith(
                "That message is already in INC-1 as no. 1 (14:03 UTC).",
                (await _bot.Happen(Picked(who, way))).Message.PlainText);
        Assert.Single(_bot.Record().Timeline);
    }

    [Fact]
    public async Task A_message_whose_words_are_not_known_is_read_through_the_outbox()
    {
        await DeclareAsync();
        Assert.Equal(Reply.Nothing, await _bot.Happen(PointedAt(_li)));
        var read = Assert.Single(Delivered<ReadMessage>());
        Assert.Equal(
            (_message.Id, "1773151000.0001", _li, PickWay.Reaction, _channel.Id),
            (read.MessageId, read.Thread, read.By, read.Way, read.To.Channel));
        Assert.StartsWith("Added to INC-1 as no. 1", (await _bot.Happen(Picked(_li) with { WasRead = true })).Message.PlainText);
    }

    [Fact]
    public async Task A_pick_that_was_taken_back_while_its_message_was_read_records_nothing()
    {
        await DeclareAsync();
        await _bot.Happen(PointedAt(_li));
        await _bot.Happen(Unpicked(_li));
        Assert.Equal(Reply.Nothing, await _bot.Happen(Picked(_li) with { WasRead = true }));
        Assert.Empty(_bot.Record().Timeline);
    }

    [Fact]
    public async Task An_entry_goes_with_the_last_of_its_picks_and_comes_back_under_its_number()
    {
        await DeclareAsync();
        await _bot.Happen(Picked(_li));
        await _bot.Happen(Picked(_tom));
        await _bot.Happen(Unpicked(_li));
        Assert.Single(_bot.Record().Timeline);
        await _bot.Happen(Unpicked(_tom));
        Assert.Empty(_bot.Record().Timeline);
        Assert.Contains("no longer picked", _bot.Posted[^1]);
        Assert.StartsWith("No. 1 is back", (await _bot.Happen(Picked(_li))).Message.PlainText);
        Assert.Equal(1, Assert.Single(_bot.Record().Timeline).Number);
        Assert.Equal(["unpick", "pick again"], Corrections());
    }

    [Fact]
    public async Task A_reaction_taken_off_by_somebody_who_never_put_it_there_changes_nothing()
    {
        await DeclareAsync();
        await _bot.Happen(Picked(_li, PickWay.Menu));
        await _bot.Happen(Unpicked(_tom));
        Assert.Single(_bot.Record().Timeline);
    }

    [Fact]
    public async Task An_edit_of_a_recorded_message_is_a_correction_that_keeps_the_old_words()
    {
        await DeclareAsync();
        await _bot.Happen(Picked(_li));
        await _bot.Happen(new MessageEdited(_channel, _message.Author, null, _message.Id, "rolled back the web"));
        Assert.Equal("rolled back the web", Assert.Single(_bot.Record().Timeline).Text);
        Assert.Contains("it was \"rolled back the api\"", _bot.Posted[^1]);
        // A preview of a link makes an "edit" of the same words.
        await _bot.Happen(new MessageEdited(_channel, _message.Author, null, _message.Id, "rolled back the web"));
        Assert.Equal(["message edit"], Corrections());
    }

    [Fact]
    public async Task Words_that_somebody_gave_the_entry_stand_above_the_message_s()
    {
        await DeclareAsync();
        await _bot.Happen(Picked(_li));
        await _bot.Type("li", "/timeline edit 1 rolled back api to 1.4.2", _channel.Id);
        await _bot.Happen(new MessageEdited(_channel, _message.Author, null, _message.Id, "rolled back teh api"));
        Assert.Equal("rolled back api to 1.4.2", Assert.Single(_bot.Record().Timeline).Text);
    }

    [Fact]
    public async Task A_deleted_message_leaves_its_entry_which_says_so()
    {
        await DeclareAsync();
        await _bot.Happen(Picked(_li));
        await _bot.Happen(new MessageDeleted(_channel, _message.Author, null, _message.Id));
        var entry = Assert.Single(_bot.Record().Timeline);
        Assert.Equal(("rolled back the api", "the message was deleted at 14:00 UTC"), (entry.Text, entry.Note));
    }

    [Fact]
    public async Task Messages_of_channels_without_an_incident_are_nobody_s_business()
    {
        await DeclareAsync();
        var elsewhere = new ChannelRef("slack", "C-lunch");
        Assert.Equal(Reply.Nothing, await _bot.Happen(new MessagePointedAt(elsewhere, _li, null, "1.2", null, PickWay.Reaction)));
        Assert.Equal(Reply.Nothing, await _bot.Happen(new MessagePicked(elsewhere, _li, null, _message, PickWay.Pin)));
        Assert.Empty(Delivered<ReadMessage>());
    }

    [Fact]
    public async Task From_a_message_s_menu_elsewhere_the_incident_is_asked_for_and_then_taken()
    {
        await DeclareAsync();
        var elsewhere = new ChannelRef("slack", "C-lunch");
        var asked = await _bot.Happen(new MessagePicked(elsewhere, _li, null, _message, PickWay.Menu));
        Assert.Equal(["INC-1"], Assert.Single(asked.Form!.Fields).Choices!);
        var taken = await _bot.Happen(new MessagePicked(elsewhere, _li, null, _message, PickWay.Menu, new IncidentId(1)));
        Assert.StartsWith("Added to INC-1 as no. 1", taken.Message.PlainText);
    }

    [Fact]
    public async Task A_message_without_words_is_refused_with_what_to_type()
    {
        await DeclareAsync();
        var reply = await _bot.Happen(Picked(_li) with { Message = _message with { Text = " " } });
        Assert.True(reply.Refused);
        Assert.Contains("/timeline", reply.Message.PlainText);
    }

    [Fact]
    public async Task An_incident_declared_from_a_message_begins_its_timeline_with_it()
    {
        var form = new CommandFilled(
            new("slack", "C-general"),
            _li,
            null,
            "/incident start",
            new Dictionary<string, string> { ["title"] = "API down" })
        {
            About = _message,
        };
        await _bot.Happen(form);
        var entry = Assert.Single(_bot.Record().Timeline);
        Assert.Equal((1, "rolled back the api", "sam"), (entry.Number, entry.Text, entry.By.Name));
        var again = await _bot.Happen(new MessagePicked(form.Channel, _li, null, _message, PickWay.Menu));
        Assert.StartsWith("That message is already in INC-1", again.Message.PlainText);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private async Task DeclareAsync() => _channel = new("slack", await _bot.Declare());

    private MessagePicked Picked(Person by, PickWay way = PickWay.Reaction) => new(_channel, by, null, _message, way);

    private MessagePointedAt PointedAt(Person by) => new(_channel, by, null, _message.Id, "1773151000.0001", PickWay.Reaction);

    private MessageUnpicked Unpicked(Person by) => new(_channel, by, null, _message.Id, PickWay.Reaction);

    private IEnumerable<T> Delivered<T>() => _bot.Delivered.Select(delivery => delivery.Effect).OfType<T>();

    private List<string> Corrections()
    {
        using var connection = _bot.Store.Open();
        return connection.Query<string>("select what from corrections order by id").AsList();
    }
}
