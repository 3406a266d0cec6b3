using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat.Discord;
using Sitrep.Chat.Discord.Gateway;
using Sitrep.Configuration;
using Sitrep.Conformance;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Discord;

public sealed class GatewayWorkerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task It_identifies_with_the_least_intents_and_beats_with_the_last_sequence()
    {
        await using var gateway = await ScriptedGateway.StartAsync(async line =>
        {
            await line.Hello(40);
            await line.Hear(2);
            await line.Ready(sequence: 7);
            while (await line.Hear(1) is not null)
            {
                // Beats.
            }
        });
        await RunAsync(gateway, () =>
            gateway.Sent.Any(sent => sent.Frame["op"]!.GetValue<int>() == 1 && sent.Frame["d"]?.GetValue<long>() == 7));
        var identify = gateway.Sent.First(sent => sent.Frame["op"]!.GetValue<int>() == 2).Frame;
        Assert.Equal(1, identify["d"]!["intents"]!.GetValue<int>());
        Assert.Equal("?v=10&encoding=json", gateway.Queries.First());
        Conform(gateway);
    }

    [Fact]
    public async Task A_beat_without_an_answer_is_a_dead_connection_that_is_closed_so_that_it_can_be_resumed()
    {
        await using var gateway = await ScriptedGateway.StartAsync(async line =>
        {
            await line.Hello(line.Number == 1 ? 30 : 41_250);
            await line.Hear(line.Number == 1 ? 2 : 6);
            if (line.Number == 1) await line.Ready();
            // Everything looks open; nothing is answered.
            await line.Hear(null, acknowledges: false);
        });
        await RunAsync(gateway, () => gateway.Count(6) == 1);
        Assert.DoesNotContain(gateway.CloseCodes, code => code is 1000 or 1001);
        Assert.Contains(CloseCodes.Zombied, gateway.CloseCodes);
        var resume = gateway.Sent.Single(sent => sent.Frame["op"]!.GetValue<int>() == 6).Frame["d"]!;
        Assert.Equal("session-1", resume["session_id"]!.GetValue<string>());
        Assert.Equal(1, resume["seq"]!.GetValue<long>());
        Assert.Equal(1, gateway.Count(2));
        Conform(gateway);
    }

    [Theory]
    [InlineData("reconnect")]
    [InlineData("resumable")]
    [InlineData("cut")]
    [InlineData("4000")]
    [InlineData("4008")]
    public async Task What_the_session_survives_is_followed_by_a_resume(string trouble)
    {
        await using var gateway = await ScriptedGateway.StartAsync(async line =>
        {
            await line.Hello();
            await line.Hear(line.Number == 1 ? 2 : 6);
            if (line.Number > 1)
            {
                await line.Send("""{"op":0,"s":2,"t":"RESUMED","d":{}}""");
                await line.Hear(null);
            }

            await line.Ready();
            // What was asked behind READY is answered behind READY.
            await line.Send("""{"op":1,"d":null}""");
            await line.Hear(1);
            switch (trouble)
            {
                case "reconnect": await line.Send("""{"op":7,"d":null}"""); break;
                case "resumable": await line.Send("""{"op":9,"d":true}"""); break;
                case "cut": line.Cut(); return;
                default: await line.Close(int.Parse(trouble)); break;
            }

            await line.Hear(null);
        });
        await RunAsync(gateway, () => gateway.Count(6) == 1);
        Assert.Equal(1, gateway.Count(2));
    }

    [Theory]
    [InlineData("invalid")]
    [InlineData("4007")]
    [InlineData("4009")]
    public async Task A_session_that_is_gone_is_begun_anew_and_not_at_once(string trouble)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        await using var gateway = await ScriptedGateway.StartAsync(async line =>
        {
            await line.Hello();
            await line.Hear(2);
            await line.Ready();
            if (line.Number > 1) await line.Hear(null);
            if (trouble == "invalid") await line.Send("""{"op":9,"d":false}""");
            else await line.Close(int.Parse(trouble));
            await line.Hear(null);
        });
        await RunAsync(gateway, () => gateway.Count(2) == 2);
        Assert.Equal(0, gateway.Count(6));
        // Discord asks for one to five seconds, and allows one session in five.
        Assert.InRange(since.Elapsed.TotalSeconds, 1, 30);
    }

    [Theory]
    [InlineData(4004, "Reset Token")]
    [InlineData(4014, "Message Content Intent")]
    [InlineData(4013, "update the bot")]
    public async Task A_code_that_nothing_helps_against_ends_it_and_says_what_to_do(int code, string remedy)
    {
        await using var gateway = await ScriptedGateway.StartAsync(async line =>
        {
            await line.Hello();
            await line.Hear(2);
            await line.Close(code);
            await line.Hear(null);
        });
        var worker = await RunAsync(gateway, () => gateway.Count(2) == 1, worker => worker.ExecuteTask!.IsCompleted);
        Assert.Contains(remedy, worker.Problem, StringComparison.Ordinal);
        Assert.Contains($"{code}", worker.Problem, StringComparison.Ordinal);
        Assert.Equal(1, gateway.Count(2));
    }

    [Fact]
    public async Task Frames_that_make_no_sense_end_nothing()
    {
        await using var gateway = await ScriptedGateway.StartAsync(async line =>
        {
            if (line.Number == 1)
            {
                await line.Send("""{"op":10}""");
                await line.Hear(null);
            }

            await line.Hello();
            await line.Hear(2);
            await line.Ready();
            foreach (
                var nonsense in (string[])
                    [
                        "[]",
                        "nothing",
                        """{"op":"ten"}""",
                        """{"op":99,"d":[]}""",
                        """{"op":0,"s":2,"t":"INTERACTION_CREATE"}""",
                        """{"op":0,"s":3,"t":"INTERACTION_CREATE","d":{"type":"x"}}""",
                        """{"op":0,"s":4,"t":"INTERACTION_CREATE","d":{"id":null,"type":2,"token":null,"guild_id":"100000000000000003","data":{"name":null,"options":[null]}}}""",
                        """{"op":0,"s":5,"t":"CHANNEL_DELETE","d":7}""",
                        """{"op":0,"s":6,"t":"CHANNEL_DELETE","d":{"guild_id":"100000000000000003"}}""",
                        """{"op":0,"s":7,"d":{}}""",
                    ])
                await line.Send(nonsense);
            await line.Send("""{"op":1,"d":null}""");
            await line.Hear(null);
        });
        var worker = await RunAsync(
            gateway,
            () => gateway.Sent.Any(sent => sent.Connection == 2 && sent.Frame["op"]!.GetValue<int>() == 1),
            worker => worker.ExecuteTask!.IsCompleted == false);
        Assert.Null(worker.ExecuteTask!.Exception);
        Assert.Contains(gateway.Sent, sent =>
            sent.Connection == 2
            && sent.Frame["d"] is System.Text.Json.Nodes.JsonValue value
            && value.TryGetValue<long>(out var sequence)
            && sequence == 7);
    }

    [Fact]
    public void Every_close_code_is_treated_as_Discord_s_table_says()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        foreach (var code in specs.Json("discord-codes.json").GetProperty("Gateway Close Event Codes").EnumerateObject())
            Assert.Equal(code.Value[2].GetString() == "true", CloseCodes.After(int.Parse(code.Name)) != AfterClose.Stop);
    }

    [Fact]
    public void Of_a_thousand_sessions_a_day_no_more_than_two_hundred_are_begun()
    {
        var clock = new ManualClock(new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));
        var budget = new IdentifyBudget(clock);
        var begun = 0;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            if (budget.Take() is null) begun++;
            clock.Move(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(IdentifyBudget.Most, begun);
        Assert.Null(budget.Take());
        budget.Learn(5, TimeSpan.FromHours(3));
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromHours(3) - TimeSpan.FromMinutes(1), budget.Take());
    }

    private void Conform(ScriptedGateway gateway)
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        foreach (var (_, frame) in gateway.Sent)
            Assert.Empty(specs.Schema("schemas-from-types/discord-Send.json").Validate(JsonElement.Parse(frame.ToJsonString())));
    }

    private static async Task<GatewayWorker> RunAsync(ScriptedGateway gateway, Func<bool> until, Func<GatewayWorker, bool>? andUntil = null)
    {
        await using var bot = await RunningBot.StartAsync(options =>
            options with
            {
                Discord = DiscordOptions.None with
                {
                    BotToken = Secret.Of("token-of-a-test"),
                    GuildId = "100000000000000003",
                    ApiUrl = new("http://127.0.0.1:9/api/v10/"),
                    GatewayUrl = gateway.Url,
                },
            });
        var worker = bot.Services.GetRequiredService<GatewayWorker>();
        await Eventually.Async(() => Task.FromResult(until() && andUntil?.Invoke(worker) != false));
        return worker;
    }
}
