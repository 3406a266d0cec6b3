using System.Globalization;
using System.Text;
using Sitrep.LocalDiscord.State;
using Sitrep.Tests.Stories;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Discord.Stories;

/// <summary>Five incidents, run through Discord: the postmortem is the one that the built-in chat gives.</summary>
public sealed class DiscordSeedTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. Seed.All.Select(seed => seed.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_postmortem_is_the_same_as_in_the_built_in_chat(string file)
    {
        var seed = Seed.All.Single(seed => seed.File == file);
        if (!seed.IsThere)
        {
            output.WriteLine("Skipped: the documents of shared/seeds do not lie beside this checkout.");
            return;
        }

        var lines = seed.Transcript().Select(line => line.Split(' ', 3)).ToList();
        var clock = new ManualClock(DateTimeOffset.Parse(seed.Clock, CultureInfo.InvariantCulture));
        await using var bot = await DiscordBot.StartAsync(clock: clock);
        var channel = World.GeneralId;
        foreach (var typed in lines.Select(line => line[2]))
        {
            var answer = await bot.Type(bot.Ana, channel, DiscordTyping.Of(typed));
            output.WriteLine($"{typed}\n  {answer}");
            Assert.DoesNotContain("Nothing was changed", answer, StringComparison.Ordinal);
            if (channel != World.GeneralId) continue;
            await DiscordBot.Until(() => bot.Channels().Any(one => one.Name.StartsWith("inc-1-", StringComparison.Ordinal)));
            await bot.IdleAsync();
            channel = bot.Channels().Single(one => one.Name.StartsWith("inc-1-", StringComparison.Ordinal)).Id;
        }

        await bot.IdleAsync();
        var room = bot.Channels().Single(one => one.Id == channel);
        var posted = Encoding.UTF8.GetString(bot.Messages(room).SelectMany(message => message.Attachments).Single().Content);
        var elsewhere = await Replayed.PlayAsync(lines.Select(line => $"{line[0]} @Ana {line[2]}"));
        Assert.Equal(elsewhere.Data, posted);
    }
}
