using System.Globalization;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.Limits;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class RateLimitTests : DiscordTest
{
    private protected override DiscordOptions Options => base.Options with { RateLimits = new() { InvalidRequests = 20 } };

    [Fact]
    public async Task A_bucket_says_what_is_left_and_belongs_to_one_channel()
    {
        for (var left = 4; left >= 0; left--)
        {
            var sent = await Discord.Say("x");
            Assert.Equal(
                ("5", left.ToString(CultureInfo.InvariantCulture), "5.000"),
                (sent.Headers["X-RateLimit-Limit"], sent.Headers["X-RateLimit-Remaining"], sent.Headers["X-RateLimit-Reset-After"]));
        }

        Clock.Move(TimeSpan.FromSeconds(1.5));
        var slow = await Discord.Say("x");
        Assert.Equal((429, 3.5, false), (slow.Status, (double)slow.Body!["retry_after"]!, (bool)slow.Body["global"]!));
        Assert.Equal(("4", "user"), (slow.Headers["Retry-After"], slow.Headers["X-RateLimit-Scope"]));
        Assert.Equal(200, (await Discord.Say("x", World.IncidentsId)).Status);
        Clock.Move(TimeSpan.FromSeconds(3.5));
        Assert.Equal(200, (await Discord.Say("x")).Status);
    }

    [Fact]
    public async Task Fifty_a_second_are_enough_for_everybody()
    {
        for (var i = 0; i < 50; i++) Assert.Equal(200, (await Discord.Get(i % 2 == 0 ? "/users/@me" : "/gateway/bot")).Status);
        var slow = await Discord.Say("x");
        Assert.Equal(
            (429, true, "true", "global"),
            (slow.Status, (bool)slow.Body!["global"]!, slow.Headers["X-RateLimit-Global"], slow.Headers["X-RateLimit-Scope"]));
        Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Discord.Say("x")).Status);
    }

    [Fact]
    public async Task A_channel_is_renamed_twice_in_ten_minutes()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal(200, (await Discord.Patch($"/channels/{World.GeneralId}", new JsonObject { ["name"] = $"n{i}" })).Status);
        var slow = await Discord.Patch($"/channels/{World.GeneralId}", new JsonObject { ["name"] = "n3" });
        Assert.Equal((429, 600.0, "shared"), (slow.Status, (double)slow.Body!["retry_after"]!, slow.Headers["X-RateLimit-Scope"]));
    }

    [Fact]
    public async Task Who_goes_on_asking_wrongly_is_banned_at_the_edge()
    {
        for (var i = 0; i < 20; i++) Assert.Equal(403, (await Discord.Get("/applications/5/commands")).Status);
        var banned = await Discord.Get("/users/@me");
        Assert.Equal((429, null), (banned.Status, banned.Body));
        Assert.Equal("3600", banned.Headers["Retry-After"]);
        Clock.Move(TimeSpan.FromHours(1.1));
        Assert.Equal(200, (await Discord.Get("/users/@me")).Status);
    }

    [Fact]
    public async Task A_limit_of_ones_own_can_be_set()
    {
        await using var strict = await RunningDiscord.StartAsync(
            Options with
            {
                RateLimits = new()
                {
                    Routes = new Dictionary<string, Allowance>(StringComparer.Ordinal)
                    {
                        ["GET /users/@me"] = new(1, TimeSpan.FromMinutes(1)),
                    },
                },
            });
        Assert.Equal(200, (await strict.Get("/users/@me")).Status);
        Assert.Equal(429, (await strict.Get("/users/@me")).Status);
    }
}
