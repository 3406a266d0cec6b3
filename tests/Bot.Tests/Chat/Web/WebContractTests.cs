using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web;

public sealed class WebContractTests : PlatformContract, IAsyncLifetime
{
    private RunningBot _bot = null!;

    private protected override IEffectTarget Platform =>
        _bot.Services.GetServices<IEffectTarget>().Single(platform => platform.Name == Platforms.Web);

    private protected override DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private protected override async Task<IReadOnlyList<Standing>> LookAsync(string channel) =>
    [
        .. JsonNode.Parse(await _bot.Http.GetStringAsync($"/api/chat/{channel}/messages"))!.AsArray()
            .Select(message => new Standing((string)message!["text"]!, (bool)message["pinned"]!, (string?)message["file"]?["name"])),
    ];
}
