using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Verbs;

/// <summary>What may be a correction and what may be an entry.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private readonly TestBot _bot = new("2026-03-10T14:30:00Z");
    private string _channel = "";

    public async Task InitializeAsync()
    {
        _channel = await _bot.Declare("Checkout down sev2 at:13:00");
        foreach (var text in (string[])["alert fired", "looked at the pool", "rolled back"]) await _bot.Type("li", "/timeline " + text, _channel);
    }

    public Task DisposeAsync() => _bot.DisposeAsync().AsTask();

    [Theory]
    [InlineData("remove 1,2", 2)]
    [InlineData("remove 1 and 2", 2)]
    [InlineData("remove #1, #2, and 3", 3)]
    [InlineData("delete 1", 1)]
    [InlineData("rm 3", 1)]
    [InlineData("delete entry 2", 1)]
    public async Task Removing_in_other_words_is_asked_about(string typed, int removed)
    {
        var asked = await _bot.Type("li", "/timeline " + typed, _channel);
        Assert.True(asked.Refused);
        Assert.Equal(3, _bot.Record().Timeline.Count);
        await _bot.Type("li", asked.Message.Buttons[0].Command, _channel);
        Assert.Equal(3 - removed, _bot.Record().Timeline.Count);
    }

    [Fact]
    public async Task What_was_asked_about_can_be_an_entry_all_the_same()
    {
        var asked = await _bot.Type("li", "/timeline delete 1", _channel);
        await _bot.Type("li", asked.Message.Buttons[1].Command, _channel);
        Assert.Equal("delete 1", _bot.Record().Timeline[^1].Text);
    }

    [Theory]
    [InlineData("remove 2 nodes from the pool", "Remove no. 2")]
    [InlineData("move 1 pods to node b", "Move no. 1")]
    [InlineData("mark 1 as done", "Mark no. 1")]
    [InlineData("delete 2 stale locks", "Remove no. 2")]
    public async Task What_cannot_be_the_correction_is_an_entry_with_the_correction_on_a_button(string typed, string label)
    {
        var added = await _bot.Type("li", "/timeline " + typed, _channel);
        Assert.False(added.Refused);
        Assert.Equal(typed, _bot.Record().Timeline[^1].Text);
        Assert.Contains(added.Message.Buttons, button => button.Label == label);
    }

    [Fact]
    public async Task Pods_beyond_the_last_entry_s_number_are_pods()
    {
        var added = await _bot.Type("li", "/timeline move 5 pods to node b", _channel);
        Assert.Equal("move 5 pods to node b", _bot.Record().Timeline[^1].Text);
        Assert.DoesNotContain(added.Message.Buttons, button => button.Label.StartsWith("Move"));
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("remove")]
    [InlineData("move")]
    [InlineData("mark")]
    public async Task A_correction_alone_asks_for_the_number(string verb)
    {
        var asked = await _bot.Type("li", "/timeline " + verb, _channel);
        Assert.True(asked.Refused);
        Assert.Equal(3, _bot.Record().Timeline.Count);
        Assert.Equal(
            [$"/timeline INC-1 {verb} 3", $"/timeline INC-1 {verb} 2", $"/timeline INC-1 {verb} 1"],
            asked.Message.Buttons.Select(button => button.Command));
    }

    [Fact]
    public async Task Editing_without_words_opens_a_form_that_holds_the_old_ones()
    {
        var asked = await _bot.Type("li", "/timeline edit 2", _channel);
        Assert.Equal("looked at the pool", Assert.Single(asked.Form!.Fields).Value);
        await _bot.Fill("li", asked.Form.Command, ("text", "looked at the connection pool"));
        Assert.Equal("looked at the connection pool", _bot.Record().Timeline[1].Text);
    }

    [Theory]
    [InlineData(0, "right words", "13:52")]
    [InlineData(1, "13:52 right words", "14:30")]
    public async Task A_time_in_front_of_better_words_is_asked_about(int button, string text, string at)
    {
        var asked = await _bot.Type("li", "/timeline edit 1 13:52 right words", _channel);
        Assert.True(asked.Refused);
        Assert.Equal("alert fired", _bot.Record().Timeline[0].Text);
        await _bot.Type("li", asked.Message.Buttons[button].Command, _channel);
        Assert.Equal((text, at), (_bot.Record().Timeline[0].Text, _bot.Record().Timeline[0].At.ToString("HH:mm")));
    }

    [Fact]
    public async Task The_same_words_again_say_that_nothing_changed()
    {
        var same = await _bot.Type("li", "/timeline edit 1 alert fired", _channel);
        Assert.True(same.Refused);
        Assert.Contains("Nothing was changed", same.Message.PlainText);
    }

    [Fact]
    public async Task Moving_to_a_time_may_be_said_with_to()
    {
        Assert.False((await _bot.Type("li", "/timeline move 1 to 14:05", _channel)).Refused);
        Assert.Equal("14:05", _bot.Record().Timeline[0].At.ToString("HH:mm"));
    }

    [Fact]
    public async Task A_kind_may_be_said_without_its_mark()
    {
        Assert.False((await _bot.Type("li", "/timeline mark 2 as a dead end", _channel)).Refused);
        Assert.Equal([EntryKind.DeadEnd], _bot.Record().Timeline[1].Kinds);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(1, 4)]
    public async Task Pasted_lines_that_start_with_times_are_offered_as_entries(int button, int count)
    {
        var asked = await _bot.Type("li", "/timeline 50m ago alert fired\n45m ago rolled back\nto 1.4.2\n40m ago recovered", _channel);
        Assert.True(asked.Refused);
        Assert.Equal("Record 3 entries", asked.Message.Buttons[0].Label);
        await _bot.Type("li", asked.Message.Buttons[button].Command, _channel);
        Assert.Equal(count, _bot.Record().Timeline.Count);
        if (button == 0) Assert.Equal(("13:45", "rolled back\nto 1.4.2"), (_bot.Record().Timeline[4].At.ToString("HH:mm"), _bot.Record().Timeline[4].Text));
    }

    [Fact]
    public async Task Lines_without_times_stay_one_entry()
    {
        Assert.False((await _bot.Type("li", "/timeline 14:05 restarted\nall of it\nagain", _channel)).Refused);
        Assert.Equal("restarted\nall of it\nagain", _bot.Record().Timeline[^1].Text);
    }
}
