using Sitrep.Chat;

namespace Sitrep.Tests.Chat;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 0.999, 0.5)]
    [InlineData(4, 0, 8)]
    [InlineData(40, 0, 60)]
    public void The_wait_doubles_up_to_the_longest_less_some_chance(int tries, double chance, double seconds) =>
        Assert.Equal(seconds, Backoff.After(tries, TimeSpan.FromMinutes(1), chance).TotalSeconds, precision: 1);
}
