using Sitrep.Chat.Discord;
using Sitrep.Hosting;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.Chat.Discord.Stories;

public sealed class DiscordDoctorTests
{
    [Fact]
    public async Task Doctor_names_what_is_missing_with_its_fix()
    {
        await using var discord = await Sitrep.LocalDiscord.DiscordServer.StartAsync(new() { PrivilegedIntents = 0, BotPermissions = Permission.Everyone });
        var options = DiscordOptions.None with
        {
            BotToken = Secret.Of(discord.World.Options.Token),
            GuildId = World.GuildId.ToString(),
            ApiUrl = new(discord.Url, "/api/v10/"),
            Category = "Nowhere",
        };
        var findings = await DiscordDoctor.Of(options, TimeProvider.System).LookAsync(default);
        Assert.True(findings.Single(finding => finding.Name == "token").IsWell);
        Assert.Contains("Manage Channels", findings.Single(finding => finding.Name == "permissions").Says, StringComparison.Ordinal);
        Assert.Contains("Nowhere", findings.Single(finding => finding.Name == "room").Says, StringComparison.Ordinal);
        Assert.True(findings.Single(finding => finding.Name == "intents").IsWell);

        var refused = await DiscordDoctor.Of(options with { BotToken = Secret.Of("wrong") }, TimeProvider.System).LookAsync(default);
        Assert.Contains("Reset Token", Assert.Single(refused).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_what_the_category_denies()
    {
        await using var discord = await Sitrep.LocalDiscord.DiscordServer.StartAsync(new());
        discord.Administrator.Deny(World.CategoryId, Permission.SendMessages);
        var options = DiscordOptions.None with { BotToken = Secret.Of(discord.World.Options.Token), GuildId = World.GuildId.ToString(), ApiUrl = new(discord.Url, "/api/v10/"), Category = "Incidents" };
        var room = (await DiscordDoctor.Of(options, TimeProvider.System).LookAsync(default)).Single(finding => finding.Name == "room");
        Assert.False(room.IsWell);
        Assert.Contains("in Incidents the bot is denied: Send Messages.", room.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_is_well_doctor_says_so()
    {
        await using var discord = await Sitrep.LocalDiscord.DiscordServer.StartAsync(new());
        var options = DiscordOptions.None with { BotToken = Secret.Of(discord.World.Options.Token), GuildId = World.GuildId.ToString(), ApiUrl = new(discord.Url, "/api/v10/"), Category = "Incidents" };
        var findings = await DiscordDoctor.Of(options, TimeProvider.System).LookAsync(default);
        Assert.All(findings, finding => Assert.True(finding.IsWell, finding.Says));
        Assert.Equal(["gateway", "intents", "permissions", "room", "server", "token"], findings.Select(finding => finding.Name).Order());
    }
}
