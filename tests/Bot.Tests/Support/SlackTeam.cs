using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat.Slack;
using Sitrep.Configuration;
using Sitrep.LocalSlack;
using Sitrep.LocalSlack.People;
using Sitrep.LocalSlack.State;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;

namespace Sitrep.Tests.Support;

/// <summary>A whole bot in a whole Slack of its own: real HTTP, real sockets, a real SQLite file.</summary>
internal sealed class SlackTeam : IAsyncDisposable
{
    private SlackTeam(LocalSlackServer slack, RunningBot bot) => (Slack, Bot) = (slack, bot);

    public LocalSlackServer Slack { get; }

    public RunningBot Bot { get; }

    /// <summary>Starts both; the bot may do what its manifest asks for, and no more.</summary>
    /// <param name="socketMode">Through sockets, or by signed requests.</param>
    /// <param name="clock">The time of both; the machine's without one.</param>
    /// <param name="change">What is different about the bot's connection.</param>
    /// <param name="slack">What is different about the Slack.</param>
    public static async Task<SlackTeam> StartAsync(
        bool socketMode = true,
        TimeProvider? clock = null,
        Func<SlackOptions, SlackOptions>? change = null,
        LocalSlackOptions? slack = null)
    {
        var server = await LocalSlackServer.Start(
            (slack ?? new()) with
            {
                SocketMode = socketMode,
                Scopes = [.. Manifest.Scopes.Keys],
            },
            clock);
        var options = new SlackOptions(
            Secret.Of(server.Options.BotToken),
            Secret.Of(socketMode ? server.Options.AppToken : null),
            Secret.Of(socketMode ? null : server.Options.SigningSecret),
            server.ApiUrl)
        {
            PostsEvery = TimeSpan.Zero,
        };
        var bot = await RunningBot.StartAsync(all => all with { Slack = change?.Invoke(options) ?? options }, clock);
        server.Options.RequestUrl = new(bot.Url, "/slack/events");
        var team = new SlackTeam(server, bot);
        if (socketMode) await Eventually.Async(() => Task.FromResult(server.Sockets.Open > 0));
        return team;
    }

    public Person As(string user)
    {
        if (!Slack.Workspace.Users.Values.Any(known => known.Name == user)) Slack.Administration.AddUser(user);
        return Slack.As(user);
    }

    /// <summary>Declares an incident and waits for its channel and card.</summary>
    public async Task<SlackChannel> DeclareAsync(string words = "Checkout down sev2", string user = "ana")
    {
        var outcome = await As(user).Command("general", "/incident start " + words);
        Assert.True(outcome.IsWell, outcome.Notice);
        return await ChannelAsync("inc-1");
    }

    /// <summary>The incident's channel, once it is furnished.</summary>
    public async Task<SlackChannel> ChannelAsync(string start)
    {
        await Eventually.Async(() => Task.FromResult(Found(start) is { } there && Pinned(there)));
        return Found(start)!;
    }

    /// <summary>Waits until nothing is left to be sent.</summary>
    public Task SentAsync() => Eventually.Async(() =>
    {
        using var connection = Bot.Services.GetRequiredService<IStore>().Open();
        return Task.FromResult(OutboxRows.Depths(connection).Count == 0);
    });

    /// <summary>Everything the bot posted in a channel, as its blocks read, in order.</summary>
    public IReadOnlyList<string> Posts(string channel)
    {
        lock (Slack.Workspace.Gate)
            return
            [
                .. Slack
                    .Workspace.ChannelNamed(channel)
                    .Messages.Where(message => message.BotId is not null && message.Subtype is null)
                    .Select(message => Words(message.Blocks) ?? message.Text),
            ];
    }

    public Task SeenAsync(string channel, string text) =>
        Eventually.Async(() =>
            Task.FromResult(
                Slack.Workspace.Channels.Values.Any(known => known.Name == channel || known.Id == channel)
                    && Posts(channel).Any(post => post.Contains(text, StringComparison.Ordinal))));

    /// <summary>What a person alone was told in a channel.</summary>
    public IReadOnlyList<string> Whispers(string channel, string user)
    {
        var person = As(user);
        return
        [
            .. person.Sees(channel).Where(message => message.OnlyFor is not null).Select(message => Words(message.Blocks) ?? message.Text),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
    }

    /// <summary>The texts of blocks, a line each.</summary>
    public static string? Words(JsonArray? blocks) =>
        blocks is null ? null : string.Join('\n', blocks.Select(block => (string?)block!["text"]?["text"] ?? Rich(block)).OfType<string>());

    // As one would type it: what is code between backticks.
    private static string? Rich(JsonNode block) => (string?)block["type"] switch
    {
        "rich_text" => string.Join('\n', block["elements"]!.AsArray().Select(part => Rich(part!))),
        "rich_text_preformatted" => $"```\n{Inline(block)}\n```",
        "rich_text_section" => Inline(block),
        _ => null,
    };

    private static string Inline(JsonNode section) => string.Concat(section["elements"]!.AsArray().Select(element => (string?)element!["type"] switch
    {
        "user" => $"<@{element["user_id"]}>",
        "usergroup" => $"<!subteam^{element["usergroup_id"]}>",
        "channel" => $"<#{element["channel_id"]}>",
        "date" => (string?)element["fallback"],
        "link" => (string?)element["text"] ?? (string?)element["url"],
        _ when (bool?)element["style"]?["code"] == true => $"`{element["text"]}`",
        _ => (string?)element["text"],
    }));

    private SlackChannel? Found(string start)
    {
        lock (Slack.Workspace.Gate)
            return Slack.Workspace.Channels.Values.FirstOrDefault(channel => channel.Name.StartsWith(start, StringComparison.Ordinal));
    }

    private bool Pinned(SlackChannel channel)
    {
        lock (Slack.Workspace.Gate) return channel.Pins.Count > 0;
    }
}
