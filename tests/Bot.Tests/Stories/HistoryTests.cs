using FsCheck;
using FsCheck.Fluent;
using Sitrep.Chat.Effects;
using Sitrep.Postmortems.Formats;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Stories;

public sealed class HistoryTests
{
    private const int Histories = 40;

    [Fact]
    public void Whatever_people_do_comes_to_what_the_model_says() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Histories), Prop.ForAll(Deed.Histories.ToArbitrary(), PlayAsync));

    private static async Task PlayAsync(Deed[] history)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var model = new ModelIncident(bot.Clock.GetUtcNow());
        bot.Clock.Move(TimeSpan.FromMinutes(1));
        (Deed Deed, string Key, Reply Reply)? last = null;
        for (var i = 0; i < history.Length; i++)
        {
            var deed = history[i];
            if (deed.What == Doing.Wait)
            {
                // Never behind the moments that deeds name: those must lie in the past.
                if (bot.Clock.GetUtcNow().AddMinutes(deed.Minutes).Hour > 11) bot.Clock.Move(TimeSpan.FromMinutes(deed.Minutes));
                continue;
            }

            if (deed.What == Doing.Repeat)
            {
                if (last is not { } sent) continue;
                var again = await bot.Type(sent.Deed.Who, sent.Deed.Text, channel, sent.Key);
                Assert.Equal(sent.Reply.Message.PlainText, again.Message.PlainText);
            }
            else
            {
                var accepted = model.Do(deed, bot.Clock.GetUtcNow());
                var reply = await bot.Type(deed.Who, deed.Text, channel, $"h{i}");
                Assert.True(
                    accepted != reply.Refused,
                    $"{string.Join("; ", history.Take(i + 1).AsEnumerable())}: {reply.Message.PlainText}");
                last = (deed, $"h{i}", reply);
            }

            Assert.Equal(model.ToString(), ModelIncident.Of(bot.Record()));
        }

        Assert.Equal(bot.Platform.Delivered.Select(delivery => delivery.Id).Distinct().Count(), bot.Platform.Delivered.Count);
        var record = bot.Record();
        foreach (var format in PostmortemFormats.Names)
            Assert.NotEqual("", PostmortemFormats.Write(record, record.Incident.Zone, bot.Clock.GetUtcNow(), format));
    }
}
