using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.Specs;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.LocalDiscord;

/// <summary>Each test's own server; when it ends, all that the server said is held to Discord's schemas.</summary>
public abstract class DiscordTest : IAsyncLifetime
{
    private BotSocket? _bot;

    private protected RunningDiscord Discord { get; private set; } = null!;

    private protected ManualClock Clock { get; } = new(new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero));

    private protected virtual DiscordOptions Options =>
        new()
        {
            Clock = Clock,
            RateLimits = new() { IsOn = false },
            IdentifyInterval = TimeSpan.Zero,
        };

    public async Task InitializeAsync() => Discord = await RunningDiscord.StartAsync(Options);

    /// <summary>The bot's end of the gateway, once it is connected.</summary>
    private protected BotSocket Bot => _bot!;

    /// <summary>Whether the server cannot hold what it gets to Discord's schemas; said where it is so.</summary>
    private protected static bool SpecificationsAreAbsent()
    {
        if (!Schemas.ArePresent) Console.WriteLine(PlatformSpecs.Skipped);
        return !Schemas.ArePresent;
    }

    private protected async Task ConnectAsync(int intents = BotSocket.UsualIntents) =>
        (_bot, _) = await BotSocket.ReadyAsync(Discord, intents);

    public async Task DisposeAsync()
    {
        _bot?.Dispose();
        var ledger = Discord.Server.Ledger;
        await Discord.DisposeAsync();
        if (!Schemas.ArePresent)
        {
            Console.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        // A server that was told not to look at the schemas lets through what they forbid.
        if (!Options.ChecksSchemas) return;
        foreach (var call in ledger.Calls.Where(call => call.Answer is not JsonValue && call.Status != 429))
        {
            var parts = call.Route.Split(' ');
            var broken = Schemas.Answer(parts[0], parts[1], call.Status, call.Answer);
            Assert.True(
                broken.Count == 0,
                $"{call.Route} answered {call.Status} with {string.Join("; ", broken)}\n{call.Answer?.ToJsonString()}");
        }

        foreach (var frame in ledger.Frames.Where(frame => !frame.Received))
        {
            var broken = Schemas.ReceivedFrame((JsonObject)frame.Payload);
            Assert.True(broken.Count == 0, $"Sent {frame.Payload["t"]} with {string.Join("; ", broken)}\n{frame.Payload.ToJsonString()}");
        }
    }
}
