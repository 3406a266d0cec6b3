using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Stories;

/// <summary>The five incidents, typed into Slack: the postmortem is the one that the built-in chat writes.</summary>
public sealed class SlackSeedTests(ITestOutputHelper output)
{
    public static TheoryData<string, bool> Seeds
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var seed in Seed.All)
            {
                data.Add(seed.File, true);
                data.Add(seed.File, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_incident_typed_into_Slack_ends_in_the_same_postmortem(string file, bool socketMode)
    {
        var seed = Seed.All.Single(seed => seed.File == file);
        if (!seed.IsThere)
        {
            output.WriteLine("Skipped: the documents of shared/seeds do not lie beside this checkout.");
            return;
        }

        var expected = (await Replayed.PlayAsync(seed.Transcript())).Data;
        await using var team = await SlackTeam.StartAsync(socketMode, new MovedClock(seed.Clock));
        var amina = team.As("amina");
        var channel = "general";
        foreach (var line in seed.Transcript())
        {
            var outcome = await amina.Command(channel, line.Split(' ', 3)[2]);
            Assert.True(outcome.IsWell, outcome.Notice);
            if (channel == "general") channel = (await team.ChannelAsync("inc-1")).Name;
        }

        Assert.Equal(expected.TrimEnd(), (await team.Bot.Http.GetStringAsync("/api/incidents/INC-1/postmortem?format=markdown")).TrimEnd());
        await Eventually.Async(() => Task.FromResult(team.Slack.Workspace.Files.Values.Any(posted => posted.IsComplete)));
        lock (team.Slack.Workspace.Gate)
            Assert.Equal(
                expected.TrimEnd(),
                System.Text.Encoding.UTF8.GetString(team.Slack.Workspace.Files.Values.Single().Content!).TrimEnd());
        await team.SeenAsync(channel, "*Timeline*");
        Assert.Empty(team.Slack.Ledger.Calls.SelectMany(call => call.Violations));
    }
}
