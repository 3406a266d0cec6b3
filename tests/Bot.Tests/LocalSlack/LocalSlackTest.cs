using System.Text.Json.Nodes;
using Sitrep.LocalSlack;
using Sitrep.LocalSlack.State;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.LocalSlack;

/// <summary>A server and a caller for each test; its clock stands still.</summary>
public abstract class LocalSlackTest : IAsyncLifetime
{
    private protected ManualClock Clock { get; } = new(new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero));
    private protected LocalSlackServer Slack { get; private set; } = null!;
    private protected SlackCaller Bot { get; private set; } = null!;

    private protected virtual LocalSlackOptions Options => new() { AckWithin = TimeSpan.FromMilliseconds(250), RetryAfter = [TimeSpan.Zero, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(50)] };

    public virtual async Task InitializeAsync()
    {
        Slack = await LocalSlackServer.Start(Options, Clock);
        Bot = new(Slack);
    }

    public virtual async Task DisposeAsync()
    {
        Bot.Dispose();
        await Slack.DisposeAsync();
    }

    /// <summary>A channel of the bot's own; its id.</summary>
    private protected async Task<string> Channel(string name = "inc-1-checkout") =>
        (string)(await Bot.Form("conversations.create", ("name", name)))["channel"]!["id"]!;

    /// <summary>A message of the bot's; its <c>ts</c>.</summary>
    private protected async Task<string> Posted(string channel, string text = "hello") =>
        (string)(await Bot.Form("chat.postMessage", ("channel", channel), ("text", text)))["ts"]!;

    private protected SlackUser User(string name) => Slack.Workspace.UserNamed(name);

    private protected static string[] Names(JsonNode? list, string member = "name") => [.. ((JsonArray)list!).Select(one => (string)one![member]!)];
}
