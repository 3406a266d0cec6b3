using Microsoft.Extensions.DependencyInjection;
using Sitrep.Incidents;
using Sitrep.LocalDiscord.People;
using Sitrep.LocalDiscord.State;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Tests.Chat.Discord.Stories;

public sealed class OptionStories
{
    private const string Odd = "he typed \"at:14:05\" to:@li #detection sev1 note:\"no\" and “left” private";

    [Theory]
    [InlineData(Odd)]
    [InlineData("\"all of it in quotes\"")]
    [InlineData("#dead-end sev2")]
    [InlineData("  at:25:70")]
    public async Task What_I_write_into_a_text_is_recorded_letter_by_letter(string text)
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        await bot.Type(bot.Ana, channel.Id, $"/timeline note text: {text} kind: #finding");
        await bot.Type(bot.Ana, channel.Id, $"/timeline edit number: 1 text: {Odd}");
        await bot.Type(bot.Ana, channel.Id, $"/timeline note text: {text}");
        var entries = Record(bot).Timeline;
        Assert.Equal([Odd, text.Trim()], entries.Select(entry => entry.Text));
        Assert.Equal([EntryKind.Finding], entries[0].Kinds);
    }

    [Fact]
    public async Task A_title_an_update_and_a_task_keep_their_quotes_and_what_looks_like_options()
    {
        await using var bot = await DiscordBot.StartAsync();
        await bot.Type(bot.Ana, World.GeneralId, $"/incident start title: \"{Odd}\"");
        var incident = Record(bot).Incident;
        Assert.Equal(($"\"{Odd}\"", null, false), (incident.Title, incident.Severity, incident.Private));
        await bot.Type(bot.Ana, World.GeneralId, $"/incident set field: impact text: {Odd} incident: INC-1");
        await bot.Type(bot.Ana, World.GeneralId, $"/incident action add text: check \"due:friday\" {Odd} incident: INC-1");
        var told = await bot.Type(bot.Ana, World.GeneralId, $"/incident update text: \"next:30m\" {Odd} incident: INC-1");
        Assert.Contains("Update saved for INC-1", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Next update", told, StringComparison.Ordinal);
        incident = Record(bot).Incident;
        Assert.Equal(Odd, incident.Impact);
        Assert.Equal(($"check \"due:friday\" {Odd}", null), (incident.ActionItems[0].Text, incident.ActionItems[0].Due));
    }

    [Fact]
    public async Task A_time_in_front_of_my_text_counts_and_one_that_I_gave_by_itself_counts_alone()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        await bot.Type(bot.Ana, channel.Id, "/timeline note text: 10m ago rolled back the api");
        await bot.Type(bot.Ana, channel.Id, "/timeline note when: 5m ago text: 10m ago it was fine");
        Assert.Equal(
            [("10m ago", "rolled back the api"), ("5m ago", "10m ago it was fine")],
            Record(bot).Timeline.Select(entry => (entry.TypedTime, entry.Text)));
    }

    [Fact]
    public async Task What_is_no_time_is_asked_about_and_my_text_is_given_back()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var asked = await bot.See(bot.Ana, bot.Ana.Run(channel.Id, "/timeline note when: banana text: UTC clocks drift"));
        Assert.Contains("Nothing was changed", asked.Message!.Content, StringComparison.Ordinal);
        Assert.Contains("Your text: \"banana\nUTC clocks drift\".", asked.Message.Content, StringComparison.Ordinal);
        await bot.See(bot.Ana, bot.Ana.Press(channel.Id, asked.Message.Id, DiscordBot.Label(asked.Message, "Use now")));
        Assert.Equal("UTC clocks drift", Assert.Single(Record(bot).Timeline).Text);
    }

    [Fact]
    public async Task An_escalation_that_names_nobody_asks_whom_with_my_text_still_there()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var asked = bot.Ana.Run(channel.Id, "/escalate text: error rate rises, still");
        Assert.Equal(OutcomeKind.Modal, (await bot.See(bot.Ana, asked)).Kind);
        await bot.See(bot.Ana, bot.Ana.Submit(asked, new Dictionary<string, string> { ["to"] = "backend team, @li" }));
        var escalation = Assert.Single(Record(bot).Escalations);
        Assert.Equal(("backend team|@li", "error rate rises, still"), (string.Join('|', escalation.To), escalation.Text));
    }

    [Fact]
    public async Task A_form_takes_what_looks_like_options_as_text()
    {
        await using var bot = await DiscordBot.StartAsync();
        var asked = bot.Ana.Run(World.GeneralId, "/incident start");
        Assert.Equal(OutcomeKind.Modal, (await bot.See(bot.Ana, asked)).Kind);
        await bot.See(bot.Ana, bot.Ana.Submit(asked, new Dictionary<string, string> { ["title"] = Odd, ["at"] = "10m ago" }));
        Assert.Equal((Odd, null), (Record(bot).Incident.Title, Record(bot).Incident.Severity));
    }

    private static IncidentRecord Record(DiscordBot bot)
    {
        using var connection = bot.Services.GetRequiredService<IStore>().Open();
        return IncidentQueries.Record(connection, IncidentQueries.Find(connection, new(1))!);
    }
}
