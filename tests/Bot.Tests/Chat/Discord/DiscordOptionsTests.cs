using Microsoft.Extensions.Configuration;
using Sitrep.Chat.Discord;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Discord;

public sealed class DiscordOptionsTests
{
    [Fact]
    public void Without_a_token_nothing_is_connected_and_everything_has_its_default()
    {
        var (options, problems) = Read();
        Assert.Empty(problems);
        Assert.Equal(DiscordOptions.None, options);
    }

    [Theory]
    [InlineData("Discord:BotToken", "Bot abc")]
    [InlineData("Discord:GuildId", "my server")]
    [InlineData("Discord:ApiUrl", "discord.com")]
    [InlineData("Discord:GatewayUrl", "https://gateway.discord.gg")]
    [InlineData("Discord:Room", "cellar")]
    [InlineData("Discord:Room", "forum")]
    [InlineData("Discord:RecordReactions", "yes")]
    [InlineData("Discord:Token", "x")]
    public void What_is_wrong_is_named_with_its_key(string key, string value)
    {
        var problem = Assert.Single(Read((key, value)).Problems);
        Assert.StartsWith("Discord:", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_explains_the_invite_link_s_number_bit_by_bit()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.Contains($"permissions={Permissions.Number}", readme, StringComparison.Ordinal);
        foreach (var (bit, name, _) in Permissions.Needed)
            Assert.Contains($"| {bit} | {name.Split(" (")[0]} |", readme, StringComparison.Ordinal);
    }

    private static (DiscordOptions Options, List<string> Problems) Read(params (string Key, string Value)[] values)
    {
        var problems = new List<string>();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.ToDictionary(value => value.Key, value => (string?)value.Value))
            .Build();
        return (DiscordOptions.Read(configuration, problems), problems);
    }
}
