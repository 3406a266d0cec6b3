using System.Text.Json.Nodes;
using Sitrep.LocalSlack;
using Sitrep.LocalSlack.State;

namespace Sitrep.Tests.LocalSlack;

/// <summary>A server and a caller for each test; its clock stands still.</summary>
public abstract class LocalSlackTest : IAsyncLifetime
{
    private protected SteppedClock Clock { get; } = new(new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero));
    private protected LocalSlackServer Slack { get; private set; } = null!;
    private protected SlackCaller Bot { get; private set; } = null!;

    private protected virtual LocalSlackOptions Options => new();

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

    /// <summary>Lets time pass until a task is done.</summary>
    private protected async Task<T> Passing<T>(Task<T> task, TimeSpan? step = null)
    {
        await Clock.Until(() => task.IsCompleted, step);
        return await task;
    }

    /// <summary>Lets time pass until no delivery is under way.</summary>
    private protected async Task Settled()
    {
        var settled = Slack.Deliveries.Settled();
        await Clock.Until(() => settled.IsCompleted);
        await settled;
    }

    private protected SlackUser User(string name) => Slack.Workspace.UserNamed(name);

    private protected static string[] Names(JsonNode? list, string member = "name") =>
        [.. ((JsonArray)list!).Select(one => (string)one![member]!)];
}
