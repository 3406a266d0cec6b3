using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class PinAndReactionTests : DiscordTest
{
    private const string Pin = "%F0%9F%93%8C";

    private static string Channel => $"/channels/{World.GeneralId}";

    [Theory]
    [InlineData("/messages/pins")]
    [InlineData("/pins")]
    public async Task A_message_is_pinned_at_either_address_and_everybody_reads_of_it(string route)
    {
        var card = await Discord.Say("card");
        Assert.Equal(204, (await Discord.Put($"{Channel}{route}/{card.Id}")).Status);
        Assert.Equal(204, (await Discord.Put($"{Channel}{route}/{card.Id}")).Status);
        Assert.True((bool)(await Discord.Get($"{Channel}/messages/{card.Id}")).Body!["pinned"]!);
        Assert.Single((await Discord.Get($"{Channel}/messages/pins")).Body!["items"]!.AsArray());
        Assert.Single((await Discord.Get($"{Channel}/pins")).Body!.AsArray());
        Assert.Equal([0, 6], Discord.Server.As("ben").Read(World.GeneralId).Select(message => message.Type));
        Assert.Equal(204, (await Discord.Delete($"{Channel}{route}/{card.Id}")).Status);
        Assert.Empty((await Discord.Get($"{Channel}/messages/pins")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task Pinning_needs_its_own_permission_a_message_and_room()
    {
        Assert.Equal((404, 10008), await Discord.Put($"{Channel}/messages/pins/5").StatusAndCode());
        var card = await Discord.Say("card");
        for (var i = 0; i < 250; i++) await Discord.Put($"{Channel}/messages/pins/{(await Discord.Say($"m{i}")).Id}");
        Assert.Equal((400, 30003), await Discord.Put($"{Channel}/messages/pins/{card.Id}").StatusAndCode());
        Discord.Server.Administrator.Deny(World.GeneralId, Permission.PinMessages);
        Assert.Equal((403, 50013), await Discord.Put($"{Channel}/messages/pins/{card.Id}").StatusAndCode());
    }

    [Fact]
    public async Task The_bot_reacts_once_and_takes_it_back()
    {
        var said = await Discord.Say("card");
        var path = $"{Channel}/messages/{said.Id}/reactions/{Pin}/@me";
        Assert.Equal(204, (await Discord.Put(path)).Status);
        Assert.Equal(204, (await Discord.Put(path)).Status);
        Discord.Server.As("ben").React(World.GeneralId, Snowflake.Read(said.Id)!.Value, "📌");
        var reaction = (await Discord.Get($"{Channel}/messages/{said.Id}")).Body!["reactions"]![0]!;
        Assert.Equal((2, true), ((int)reaction["count"]!, (bool)reaction["me"]!));
        Assert.Equal(2, (await Discord.Get($"{Channel}/messages/{said.Id}/reactions/{Pin}")).Body!.AsArray().Count);
        Assert.Equal(204, (await Discord.Delete(path)).Status);
        Assert.False((bool)(await Discord.Get($"{Channel}/messages/{said.Id}")).Body!["reactions"]![0]!["me"]!);
    }

    [Fact]
    public async Task A_word_is_no_emoji_and_twenty_kinds_are_enough()
    {
        var said = await Discord.Say("card");
        Assert.Equal((400, 10014), await Discord.Put($"{Channel}/messages/{said.Id}/reactions/pushpin/@me").StatusAndCode());
        for (var i = 0; i < 20; i++)
            Assert.Equal(
                204,
                (
                    await Discord.Put(
                        $"{Channel}/messages/{said.Id}/reactions/{Uri.EscapeDataString(char.ConvertFromUtf32(0x1F600 + i))}/@me")).Status);
        Assert.Equal((400, 30010), await Discord.Put($"{Channel}/messages/{said.Id}/reactions/{Pin}/@me").StatusAndCode());
        Discord.Server.Administrator.Deny(World.GeneralId, Permission.AddReactions);
        var other = await Discord.Say("other");
        Assert.Equal((403, 50013), await Discord.Put($"{Channel}/messages/{other.Id}/reactions/{Pin}/@me").StatusAndCode());
    }
}
