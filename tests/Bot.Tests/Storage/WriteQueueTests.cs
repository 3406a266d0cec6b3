using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

public sealed class WriteQueueTests
{
    [Fact]
    public async Task Commands_typed_at_once_get_numbers_without_gaps()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => bot.Type($"u{i % 10}", $"/timeline note {i}", channel, $"k{i}")));
        Assert.Equal(Enumerable.Range(1, 200), bot.Record().Timeline.Select(entry => entry.Number));
        Assert.Equal(200, bot.Record().Timeline.Select(entry => entry.Text).Distinct().Count());
    }
}
