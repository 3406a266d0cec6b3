using System.Text;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Occurrences;

public sealed class CompletionTests
{
    private static readonly string[] _typed = ["", "1", "#find", "13:5"];

    [Fact]
    public async Task What_is_offered_for_every_part_of_every_command_is_what_was_approved()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/timeline 13:40 the pool was exhausted #finding", channel);
        await bot.Type("li", "/timeline rolled back the api", channel);
        await bot.Type("li", "/incident action add Test the rollback", channel);
        await bot.Type("li", "/incident action add Watch the pool", channel);
        await bot.Type("li", "/incident action done 2", channel);
        var completion = new Completion(bot.Store, bot.Clock, BotSettings.Default);
        var received = new StringBuilder();
        foreach (var shape in CommandShapes.All(BotSettings.Default))
        {
            foreach (var part in shape.Parts)
            {
                foreach (var typed in _typed)
                {
                    var offered = completion.Offer(
                        new(bot.Platform.Name, channel),
                        Person.Named(bot.Platform.Name, "li"),
                        part,
                        null,
                        typed);
                    received.Append($"/{shape.Root} {shape.Verb}".TrimEnd()).Append($" {part.Name}: {typed}\n");
                    foreach (var offer in offered) received.Append($"    {offer.Value} = {offer.Shown}\n");
                }
            }
        }

        Approved.Is("Occurrences", "completion", received.ToString());
    }
}
