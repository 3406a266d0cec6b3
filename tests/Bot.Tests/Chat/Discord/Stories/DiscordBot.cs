using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat.Discord.Gateway;
using Sitrep.Configuration;
using Sitrep.Conformance;
using Sitrep.Hosting;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.People;
using Sitrep.LocalDiscord.Specs;
using Sitrep.LocalDiscord.State;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Rows;
using Sitrep.Tests.Support;
using LocalMessage = Sitrep.LocalDiscord.State.Message;

namespace Sitrep.Tests.Chat.Discord.Stories;

/// <summary>The whole bot beside a Discord of this machine: real sockets, a real SQLite file, people who type.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-discord-").FullName;
    private readonly Func<Sitrep.Chat.Discord.DiscordOptions, Sitrep.Chat.Discord.DiscordOptions> _change;
    private WebApplication? _app;

    private DiscordBot(
        DiscordServer discord,
        TimeProvider clock,
        Func<Sitrep.Chat.Discord.DiscordOptions, Sitrep.Chat.Discord.DiscordOptions> change)
    {
        Discord = discord;
        Clock = clock;
        _change = change;
    }

    public DiscordServer Discord { get; }

    public TimeProvider Clock { get; }

    public IServiceProvider Services => _app!.Services;

    public Person Ana => Discord.As("ana");

    public static async Task<DiscordBot> StartAsync(
        Func<Sitrep.Chat.Discord.DiscordOptions, Sitrep.Chat.Discord.DiscordOptions>? change = null,
        TimeProvider? clock = null,
        Func<Sitrep.LocalDiscord.DiscordOptions, Sitrep.LocalDiscord.DiscordOptions>? server = null)
    {
        var options = new Sitrep.LocalDiscord.DiscordOptions { IdentifyInterval = TimeSpan.Zero, RateLimits = new() { IsOn = false } };
        var bot = new DiscordBot(
            await DiscordServer.StartAsync(server?.Invoke(options) ?? options),
            clock ?? TimeProvider.System,
            change ?? (same => same));
        await bot.BeginAsync();
        return bot;
    }

    public async Task BeginAsync()
    {
        var discord = Sitrep.Chat.Discord.DiscordOptions.None with
        {
            BotToken = Secret.Of(Discord.World.Options.Token),
            GuildId = World.GuildId.ToString(),
            ApiUrl = new(Discord.Url, "/api/v10/"),
        };
        _app = BotHost.Build(
            [],
            options =>
                options with
                {
                    Urls = "http://127.0.0.1:0",
                    ConnectionString = $"Data Source={Path.Combine(_folder, "sitrep.db")}",
                    Discord = _change(discord),
                },
            services => services.AddSingleton(Clock));
        await _app.StartAsync();
        await Until(() =>
            Discord.Gateway.Live == 1 && Discord.World.Commands.Count > 0 && Services.GetRequiredService<GatewayWorker>().IsConnected);
    }

    public async Task EndAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Types a command and waits for the answer that the person sees.</summary>
    public async Task<string> Type(Person who, Snowflake where, string typed) => Shown(await See(who, who.Run(where, typed)));

    /// <summary>Waits until the person sees what became of something they did.</summary>
    public async Task<Outcome> See(Person who, Interaction done)
    {
        await Until(() => who.See(done).Kind is not (OutcomeKind.Waiting or OutcomeKind.Thinking));
        return who.See(done);
    }

    public static string Shown(Outcome outcome) => outcome.Message?.Content ?? outcome.Data?.ToJsonString() ?? "";

    /// <summary>A channel by name, once it is there.</summary>
    public async Task<Channel> ChannelAsync(string name)
    {
        await Until(() => Channels().Any(channel => channel.Name == name));
        return Channels().Single(channel => channel.Name == name);
    }

    public IReadOnlyList<Channel> Channels()
    {
        lock (Discord.World.Gate) return [.. Discord.World.Guild.Channels.Values];
    }

    /// <summary>What everybody sees in a channel.</summary>
    public IReadOnlyList<LocalMessage> Messages(Channel channel)
    {
        lock (Discord.World.Gate) return [.. channel.Messages.Where(message => message.EphemeralTo is null && message.Type == 0)];
    }

    /// <summary>The whole label of the one button that starts with some words.</summary>
    public static string Label(LocalMessage message, string start) =>
        message
            .Components!.AsArray()
            .SelectMany(row => row!["components"]!.AsArray())
            .Select(button => (string)button!["label"]!)
            .Single(label => label.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Declares an incident and waits for its room with the pinned card.</summary>
    public async Task<Channel> DeclareAsync(
        string title = "Checkout down",
        string more = "severity: sev2",
        string name = "inc-1-checkout-down")
    {
        var answer = await Type(Ana, World.GeneralId, $"/incident start title: {title} {more}");
        Assert.Contains("declared", answer, StringComparison.Ordinal);
        var channel = await ChannelAsync(name);
        await IdleAsync();
        return channel;
    }

    /// <summary>How many entries the first incident has.</summary>
    public int LastEntry()
    {
        using var connection = Services.GetRequiredService<IStore>().Open();
        return IncidentQueries
            .Record(connection, IncidentQueries.Find(connection, new(1))!)
            .Timeline.Select(entry => entry.Number)
            .DefaultIfEmpty()
            .Max();
    }

    /// <summary>Types in the built-in chat, where Discord is out of reach.</summary>
    public async Task<string> TypeOnTheWeb(string text)
    {
        using var http = new HttpClient { BaseAddress = new(_app!.Urls.First()) };
        using var answer = await http.PostAsync(
            "/api/chat/general/messages",
            new StringContent(
                new JsonObject { ["user"] = "ana", ["text"] = text }.ToJsonString(),
                System.Text.Encoding.UTF8,
                "application/json"));
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["reply"]!;
    }

    /// <summary>What the health check says.</summary>
    public string Ready()
    {
        using var http = new HttpClient();
        using var answer = http.Send(new(HttpMethod.Get, new Uri(new Uri(_app!.Urls.First()), "/healthz/ready")));
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        return reader.ReadToEnd();
    }

    /// <summary>Waits until nothing is left to send.</summary>
    public Task IdleAsync() => Until(() =>
    {
        using var connection = Services.GetRequiredService<IStore>().Open();
        return OutboxRows.Depths(connection).All(depth => depth.State == "dead");
    });

    public static Task Until(Func<bool> condition) => Eventually.Async(() => Task.FromResult(condition()));

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Discord.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        if (!Schemas.ArePresent)
        {
            Console.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        Assert.Empty(Discord.Ledger.Violations);
        foreach (
            var call in Discord.Ledger.Calls.Where(call =>
                call.Method is "POST" or "PATCH" && call.Route.EndsWith("/messages", StringComparison.Ordinal) && call.Body is JsonObject))
        {
            Assert.Empty((JsonArray)call.Body!["allowed_mentions"]!["parse"]!);
            Assert.True((bool)call.Body["enforce_nonce"]!);
        }
    }
}
