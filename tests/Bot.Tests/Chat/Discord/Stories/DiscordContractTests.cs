using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.Chat.Discord.Stories;

public sealed class DiscordContractTests : PlatformContract
{
    private DiscordBot _bot = null!;

    internal override IChatPlatform Platform => _bot.Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "discord");

    protected override int Pings => _bot.Discord.Ledger.Pings.Count;

    public override async Task InitializeAsync() => _bot = await DiscordBot.StartAsync();

    public override async Task DisposeAsync() => await _bot.DisposeAsync();

    protected override Task<IReadOnlyList<string>> SeenAsync(string channel) => Task.FromResult<IReadOnlyList<string>>(
    [
        .. _bot.Messages(_bot.Channels().Single(one => one.Id == Snowflake.Read(channel))).Select(message => message.Attachments is [var file]
            ? $"{file.FileName}: {Encoding.UTF8.GetString(file.Content)}"
            : message.Content),
    ]);
}
