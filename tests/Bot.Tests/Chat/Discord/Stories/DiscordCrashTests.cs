using System.Diagnostics;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.State;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Tests.Chat.Discord.Stories;

/// <summary>kill -9 around channels and messages, by the process itself, and what Discord has afterwards.</summary>
public sealed class DiscordCrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-crash-").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "sitrep.db")}";

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("after-commit")]
    [InlineData("after-answer")]
    [InlineData("before-effect:1")]
    // The first that is sent registers the commands; then the channel, the announcement, the card and its pin.
    [InlineData("in-effect:2")]
    [InlineData("in-effect:3")]
    [InlineData("in-effect:4")]
    [InlineData("after-effect:1")]
    [InlineData("after-effect:3")]
    public async Task A_bot_that_dies_leaves_one_channel_one_card_and_one_announcement(string step)
    {
        await using var discord = await DiscordServer.StartAsync(
            new()
            {
                IdentifyInterval = TimeSpan.Zero,
                RateLimits = new() { IsOn = false },
            });
        using (var dying = await StartAsync(discord, step))
        {
            discord.As("ana").Run(World.GeneralId, "/incident start title: Checkout down");
            await dying.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Equal(137, dying.ExitCode);
        }

        using var living = await StartAsync(discord, null);
        try
        {
            await DiscordBot.Until(() => IsIdle() && Messages(discord, "inc-1-checkout-down").Any(message => message.PinnedAt is not null));
            Assert.Single(Messages(discord, "inc-1-checkout-down"));
            Assert.Single(Messages(discord, "incidents"));
        }
        finally
        {
            living.Kill();
            await living.WaitForExitAsync();
        }
    }

    private async Task<Process> StartAsync(DiscordServer discord, string? crashAt)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "Sitrep.dll"),
                    "serve",
                    "--Urls",
                    "http://127.0.0.1:0",
                    "--Database:ConnectionString",
                    ConnectionString,
                ])
            start.ArgumentList.Add(argument);
        start.Environment["Discord__BotToken"] = discord.World.Options.Token;
        start.Environment["Discord__GuildId"] = World.GuildId.ToString();
        start.Environment["Discord__ApiUrl"] = new Uri(discord.Url, "/api/v10/").ToString();
        if (crashAt is not null) start.Environment["CRASH_AT"] = crashAt;
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        // Without a crash this is the second start: a session of the first may still be open.
        await DiscordBot.Until(() => process.HasExited || (discord.Gateway.Live == 1 && discord.World.Commands.Count > 0));
        return process;
    }

    private bool IsIdle()
    {
        using var connection = new SqliteStore(ConnectionString).Open();
        return OutboxRows.Depths(connection).Count == 0;
    }

    // A name that stands for two channels is what must not be.
    private static List<Sitrep.LocalDiscord.State.Message> Messages(DiscordServer discord, string channel)
    {
        lock (discord.World.Gate)
        {
            var found = discord.World.Guild.Channels.Values.Where(one => one.Name == channel).ToList();
            return found.Count == 0 ? [] : [.. found.Single().Messages.Where(message => message is { Type: 0, EphemeralTo: null })];
        }
    }
}
