using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web;

public sealed class WebContractTests : PlatformContract
{
    private RunningBot _bot = null!;

    internal override IChatPlatform Platform => _bot.Services.GetServices<IChatPlatform>().Single(platform => platform.Name == Platforms.Web);

    public override async Task InitializeAsync() => _bot = await RunningBot.StartAsync();

    public override async Task DisposeAsync() => await _bot.DisposeAsync();

    protected override async Task<IReadOnlyList<string>> SeenAsync(string channel)
    {
        var seen = new List<string>();
        foreach (var message in JsonNode.Parse(await _bot.Http.GetStringAsync($"/api/chat/{channel}/messages"))!.AsArray())
        {
            seen.Add(message!["file"] is { } file
                ? $"{file["name"]}: {await _bot.Http.GetStringAsync($"/api/chat/files/{file["id"]}")}"
                : message["text"]!.GetValue<string>());
        }

        return seen;
    }
}
