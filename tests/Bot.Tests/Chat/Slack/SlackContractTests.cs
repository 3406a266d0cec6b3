using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Slack;

public sealed class SlackContractTests : PlatformContract, IAsyncLifetime
{
    private SlackTeam _team = null!;

    private protected override IEffectTarget Platform =>
        _team.Bot.Services.GetServices<IEffectTarget>().Single(platform => platform.Name == "slack");

    private protected override DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task InitializeAsync() => _team = await SlackTeam.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Empty(_team.Slack.Ledger.Calls.SelectMany(call => call.Violations));
        await _team.DisposeAsync();
    }

    private protected override Task<IReadOnlyList<Standing>> LookAsync(string channel)
    {
        lock (_team.Slack.Workspace.Gate)
        {
            var found = _team.Slack.Workspace.ChannelNamed(channel);
            return Task.FromResult<IReadOnlyList<Standing>>(
            [
                .. found.Messages.Where(message => message.BotId is not null).Select(message => new Standing(
                    SlackTeam.Words(message.Blocks) ?? message.Text,
                    found.Pins.Exists(pin => pin.Ts == message.Ts),
                    message.Files.Count > 0 ? _team.Slack.Workspace.Files[message.Files[0]].Name : null)),
            ]);
        }
    }
}
