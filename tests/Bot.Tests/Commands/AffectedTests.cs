using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class AffectedTests
{
    [Theory]
    [InlineData("1.5 million users", 1_500_000)]
    [InlineData("1,5 million users", 1_500_000)]
    [InlineData("about 2 million customers", 2_000_000)]
    [InlineData("12 000 users", 12_000)]
    [InlineData("12\u00a0000 users", 12_000)]
    [InlineData("12'000 users", 12_000)]
    [InlineData("50,000 users", 50_000)]
    [InlineData("1.234.567 Nutzer", 1_234_567)]
    [InlineData("1,234,567 users", 1_234_567)]
    [InlineData("12.5k users", 12_500)]
    [InlineData("3m users", 3_000_000)]
    [InlineData("20 thousand people", 20_000)]
    [InlineData("300 users on web-2 since 14:05", 300)]
    [InlineData("about 40 tenants in 3 regions", 40)]
    [InlineData("17", 17)]
    public async Task A_number_is_read_as_people_write_it_and_shown(string text, int count)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", $"/incident set affected {text}", channel);
        Assert.Contains($"{text} (read as {count:#,0})", reply.Message.PlainText);
        Assert.Equal((count, text), (bot.Record().Incident.AffectedCount!.Amount, bot.Record().Incident.AffectedCount!.Words));
    }

    [Fact]
    public async Task A_share_and_a_number_are_both_read()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", "/incident set affected 12.5 % of about 50,000 users", channel);
        Assert.Contains("(read as 12.5 % and 50,000)", reply.Message.PlainText);
    }

    [Theory]
    [InlineData("50.000 Nutzer", "50,000", "50")]
    [InlineData("5,000 to 10,000 users", "5,000", "10,000")]
    [InlineData("20 - 30 % of users", "20 %", "30 %")]
    public async Task A_number_that_could_be_another_is_asked_for_and_the_words_are_kept(string text, string one, string other)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", $"/incident set affected {text}", channel);
        Assert.True(reply.Refused);
        Assert.Contains($"The number could be {one} or {other}", reply.Message.PlainText);
        Assert.Equal([one, other, "Keep the words alone"], reply.Message.Buttons.Select(button => button.Label));
        Assert.Contains($"(read as {other})", (await bot.Type("ana", reply.Message.Buttons[1].Command, channel)).Message.PlainText);
        var incident = bot.Record().Incident;
        Assert.Equal(text, (incident.AffectedCount ?? incident.AffectedPercent)!.Words);
    }

    [Theory]
    [InlineData("all users")]
    [InlineData("everybody in Europe")]
    [InlineData("users of version 1.2.3.4")]
    public async Task Words_without_a_number_are_kept(string text)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", $"/incident set affected {text}", channel);
        Assert.False(reply.Refused);
        Assert.Contains($"{text} (no number)", reply.Message.PlainText);
        await bot.Type("ana", "/incident close", channel);
        Assert.Contains(bot.Posted, posted => posted.Contains($"Affected: {text}"));
    }
}
