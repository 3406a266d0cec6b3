using Sitrep.Commands;
using Sitrep.Occurrences;

namespace Sitrep.Tests.Occurrences;

public sealed class WarmupTests
{
    [Fact]
    public void The_rehearsal_is_played_to_its_end()
    {
        var answers = Warmup.Run(BotSettings.Default, new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero));
        Assert.All(answers, answer => Assert.False(answer.Refused, answer.Message.PlainText));
        Assert.Contains("error rate at 38 %", answers[^1].Message.PlainText, StringComparison.Ordinal);
    }
}
