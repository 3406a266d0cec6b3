using Sitrep.Incidents;
using Sitrep.Postmortems.Formats;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Verbs;

/// <summary>False alarms, duplicates and related incidents.</summary>
public sealed class RelatedIncidentTests : IAsyncLifetime
{
    private readonly TestBot _bot = new();
    private string _first = "";
    private string _second = "";

    public async Task InitializeAsync()
    {
        _first = await _bot.Declare();
        _second = (await _bot.Type("ben", "/incident start Payments time out sev1")).Channel!;
        await _bot.Type("ben", "/timeline saw it on the dashboard", _second);
    }

    public Task DisposeAsync() => _bot.DisposeAsync().AsTask();

    [Fact]
    public async Task A_false_alarm_is_closed_without_a_postmortem_and_says_why()
    {
        var before = _bot.Posted.Count;
        var answer = await _bot.Type("ben", "/incident cancel the probe was wrong", _second);
        Assert.False(answer.Refused);
        var incident = _bot.Record(2).Incident;
        Assert.Equal((true, false, "the probe was wrong"), (incident.Cancelled, incident.IsOpen, incident.CancelReason));
        Assert.DoesNotContain(_bot.Posted.Skip(before), text => text.Contains("Issue Summary"));
        Assert.Contains(_bot.Posted.Skip(before), text => text.Contains("the probe was wrong"));
        Assert.Contains("Cancelled", (await _bot.Type("ana", "/incident show INC-2")).Message.PlainText);
        Assert.DoesNotContain("INC-2", (await _bot.Type("ana", "/incident list open")).Message.PlainText);
        Assert.Contains("INC-2", (await _bot.Type("ana", "/incident list cancelled")).Message.PlainText);
        await _bot.Type("ben", "/incident reopen it was real", _second);
        Assert.Equal((false, true), (_bot.Record(2).Incident.Cancelled, _bot.Record(2).Incident.IsOpen));
    }

    [Fact]
    public async Task A_duplicate_goes_on_in_the_other_one_and_its_entries_are_reached_from_both()
    {
        var answer = await _bot.Type("ben", "/incident duplicate INC-1", _second);
        Assert.Contains("/timeline INC-2", answer.Message.PlainText);
        Assert.Equal(1, _bot.Record(2).Incident.DuplicateOf!.Id.Number);
        Assert.False(_bot.Record(2).Incident.IsOpen);
        Assert.Equal(2, Assert.Single(_bot.Record().Incident.Duplicates).Id.Number);
        Assert.Contains(_bot.Posted, text => text.Contains("INC-2 \"Payments time out\" is a duplicate of INC-1"));
        await _bot.Type("ana", "/timeline looked at the pool", _first);
        Assert.Contains("/timeline INC-2", (await _bot.Type("ana", "/timeline", _first)).Message.PlainText);
        Assert.Contains("saw it on the dashboard", (await _bot.Type("ana", "/timeline INC-2", _first)).Message.PlainText);
        Assert.Contains("INC-2", (await _bot.Type("ana", "/incident", _first)).Message.PlainText);
        Assert.Contains("\"duplicate_of\": \"INC-1\"", Json(2));
        Assert.Contains("\"duplicates\": [\n    \"INC-2\"\n  ]", Json(1).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Linked_incidents_name_one_another_in_both_postmortems()
    {
        await _bot.Type("ben", "/incident link INC-1", _second);
        Assert.Contains("INC-1 \"Checkout down\"", Markdown(2));
        Assert.Contains("INC-2 \"Payments time out\"", Markdown(1));
        Assert.Contains("\"related\": [\n    \"INC-1\"\n  ]", Json(2).ReplaceLineEndings("\n"));
        var again = await _bot.Type("ben", "/incident link INC-1", _second);
        Assert.True(again.Refused);
        await _bot.Type("ben", Assert.Single(again.Message.Buttons).Command, _second);
        Assert.Empty(_bot.Record().Incident.Related);
        Assert.Empty(_bot.Record(2).Incident.Related);
    }

    [Theory]
    [InlineData("/incident duplicate", "Which incident")]
    [InlineData("/incident duplicate INC-2", "this incident")]
    [InlineData("/incident duplicate INC-9", "INC-9")]
    [InlineData("/incident link the other one", "the other one")]
    [InlineData("/incident link https://x.example/1", "attach")]
    public async Task What_names_no_other_incident_is_asked_about(string typed, string said)
    {
        var asked = await _bot.Type("ben", typed, _second);
        Assert.True(asked.Refused);
        Assert.Contains(said, asked.Message.PlainText);
        Assert.True(_bot.Record(2).Incident.IsOpen);
    }

    [Fact]
    public async Task A_private_incident_is_not_named_in_a_public_one()
    {
        await _bot.Type("ben", "/incident start Leaked key private");
        var asked = await _bot.Type("ben", "/incident link INC-3", _second);
        Assert.True(asked.Refused);
        Assert.Empty(_bot.Record(2).Incident.Related);
        Assert.Contains("no incident", (await _bot.Type("zoe", "/incident link INC-3", _first)).Message.PlainText);
    }

    [Fact]
    public async Task A_likely_duplicate_is_told_before_the_second_one_is_made()
    {
        var same = await _bot.Type("zoe", "/incident start checkout Down sev1");
        Assert.True(same.Refused);
        Assert.Contains("INC-1", same.Message.PlainText);
        Assert.Equal("Join INC-1", same.Message.Buttons[0].Label);
        var declared = await _bot.Type("zoe", same.Message.Buttons[1].Command);
        Assert.False(declared.Refused);
        Assert.Equal(Severity.Sev1, _bot.Record(declared.Incident!.Value.Number).Incident.Severity);
    }

    [Theory]
    [InlineData("html", "INC-1-postmortem.html")]
    [InlineData("", "INC-1-postmortem.md")]
    [InlineData("csv", "INC-1-timeline.csv")]
    [InlineData("md", "INC-1-postmortem.md")]
    public async Task A_postmortem_is_exported_as_a_file(string format, string file)
    {
        var answer = await _bot.Type("ana", $"/incident export {format}", _first);
        Assert.Contains(file, answer.Message.PlainText);
        Assert.Contains(_bot.Delivered, item => item.Effect is Sitrep.Chat.Effects.UploadDocument upload && upload.FileName == file);
    }

    [Fact]
    public async Task A_format_that_does_not_exist_is_answered_with_those_that_do()
    {
        var asked = await _bot.Type("ana", "/incident export pdf", _first);
        Assert.True(asked.Refused);
        Assert.Equal(PostmortemFormats.Names, asked.Message.Buttons.Select(button => button.Label));
    }

    private string Json(long number) => Written(number, "json");

    private string Markdown(long number) => Written(number, "markdown");

    private string Written(long number, string format) =>
        PostmortemFormats.Write(_bot.Record(number), Sitrep.Incidents.Zones.Zone.Utc, _bot.Clock.GetUtcNow(), format);
}
