using Sitrep.Chat.Discord;
using Sitrep.Configuration;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.Chat.Discord.Stories;

public sealed class DiscordDoctorTests
{
    [Fact]
    public async Task Doctor_names_what_is_missing_with_its_fix()
    {
        await using var discord = await Sitrep.LocalDiscord.DiscordServer.StartAsync(
            new() { PrivilegedIntents = 0, BotPermissions = Permission.Everyone });
        var options = DiscordOptions.None with
        {
            BotToken = Secret.Of(discord.World.Options.Token),
            GuildId = World.GuildId.ToString(),
            ApiUrl = new(discord.Url, "/api/v10/"),
            Category = "Nowhere",
        };
        var findings = await DiscordDoctor.LookAsync(options);
        Assert.True(findings.Single(finding => finding.Name == "token").IsWell);
        Assert.Contains("Manage Channels", findings.Single(finding => finding.Name == "permissions").Text, StringComparison.Ordinal);
        Assert.Contains("Nowhere", findings.Single(finding => finding.Name == "room").Text, StringComparison.Ordinal);
        Assert.True(findings.Single(finding => finding.Name == "intents").IsWell);

        var refused = await DiscordDoctor.LookAsync(options with { BotToken = Secret.Of("wrong") });
        Assert.Contains("Reset Token", Assert.Single(refused).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_what_the_category_denies()
    {
        await using var discord = await Sitrep.LocalDiscord.DiscordServer.StartAsync(new());
        discord.Administrator.Deny(World.CategoryId, Permission.SendMessages);
        var options = DiscordOptions.None with
        {
            BotToken = Secret.Of(discord.World.Options.Token),
            GuildId = World.GuildId.ToString(),
            ApiUrl = new(discord.Url, "/api/v10/"),
            Category = "Incidents",
        };
        var room = (await DiscordDoctor.LookAsync(options)).Single(finding => finding.Name == "room");
        Assert.False(room.IsWell);
        Assert.Contains("in Incidents the bot is denied: Send Messages.", room.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_is_well_doctor_says_so()
    {
        await using var discord = await Sitrep.LocalDiscord.DiscordServer.StartAsync(new());
        var options = DiscordOptions.None with
        {
            BotToken = Secret.Of(discord.World.Options.Token),
            GuildId = World.GuildId.ToString(),
            ApiUrl = new(discord.Url, "/api/v10/"),
            Category = "Incidents",
        };
        var findings = await DiscordDoctor.LookAsync(options);
        Assert.All(findings, finding => Assert.True(finding.IsWell, finding.Text));
        Assert.Equal(["gateway", "intents", "permissions", "room", "server", "token"], findings.Select(finding => finding.Name).Order());
    }
}
