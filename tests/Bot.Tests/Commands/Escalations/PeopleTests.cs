using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Escalations;

/// <summary>Every place that takes people finds them the same way, and says who is unknown.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData("/incident lead @zoe", "@zoe")]
    [InlineData("/incident role comms zoe", "@zoe")]
    [InlineData("/incident action add patch nginx owner:@zoe", "@zoe")]
    public async Task A_name_that_nobody_has_used_is_taken_and_said(string typed, string said)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var reply = await bot.Type("ana", typed, channel);
        Assert.False(reply.Refused);
        Assert.Contains("⚠️", reply.Message.PlainText);
        Assert.Contains(said, reply.Message.PlainText);
        await bot.Type("zoe", "hello", channel);
        await bot.Type("zoe", "/timeline here", channel);
        Assert.DoesNotContain("⚠️", (await bot.Type("ana", typed, channel)).Message.PlainText);
    }

    [Theory]
    [InlineData("/incident lead @Zoe Park")]
    [InlineData("/incident lead Zoe Park")]
    [InlineData("/incident role lead @zoe park")]
    public async Task A_known_name_may_hold_a_blank(string typed)
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("Zoe Park", "/timeline here", channel);
        Assert.False((await bot.Type("ana", typed, channel)).Refused);
        Assert.Equal("Zoe Park", bot.Record().Incident.Lead!.Name);
    }

    [Fact]
    public async Task One_person_holds_a_role_so_two_are_asked_about()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var asked = await bot.Type("ana", "/incident lead @one and @two", channel);
        Assert.True(asked.Refused);
        Assert.Equal(["@one", "@two"], asked.Message.Buttons.Select(button => button.Label));
        await bot.Type("ana", asked.Message.Buttons[1].Command, channel);
        Assert.Equal("two", bot.Record().Incident.Lead!.Name);
    }

    [Fact]
    public async Task A_task_s_owner_is_written_as_they_are_called()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("Ben", "/timeline here", channel);
        await bot.Type("ana", "/incident action add patch nginx owner:@ben", channel);
        Assert.Equal("Ben", bot.Record().Incident.ActionItems[0].Owner);
    }
}
