using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class ControlTests : DiscordTest
{
    [Fact]
    public async Task A_whole_conversation_can_be_led_from_another_process()
    {
        await ConnectAsync();
        await Discord.Put($"/applications/{World.ApplicationId}/guilds/{World.GuildId}/commands", new JsonArray(Registered.Incident()));
        var begun = await Act("/people/ben/run", new { channel = World.GeneralId.ToString(), text = "/incident start Checkout down" });
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        await Discord.Post(
            $"/interactions/{got["id"]}/{got["token"]}/callback",
            new JsonObject
            {
                ["type"] = 4,
                ["data"] = new JsonObject { ["content"] = "yes", ["flags"] = 64 },
            });
        var outcome = await Look("/interactions/" + begun["interaction"]);
        Assert.Equal(("Answered", "yes"), ((string?)outcome["outcome"], (string?)outcome["message"]!["content"]));
        Assert.Single((await Look($"/people/ben/channels/{World.GeneralId}")).AsArray());
        Assert.Empty((await Look($"/people/ana/channels/{World.GeneralId}")).AsArray());
        Assert.Contains((await Look("/ledger/calls")).AsArray(), call =>
            (string?)call!["route"] == "POST /interactions/{interaction_id}/{interaction_token}/callback");
        Assert.Empty((await Look("/ledger/violations")).AsArray());
        Assert.Equal(1, (int)(await Look("/gateway"))["live"]!);
    }

    [Fact]
    public async Task The_owner_faults_and_the_clock_can_be_led_too()
    {
        var made = await Act("/server/add-channel", new { name = "inc-7" });
        await Act("/server/deny", new { channel = (string?)made["id"], permissions = "SendMessages" });
        Assert.Equal((403, 50013), await Discord.Say("x", Snowflake.Read((string?)made["id"])).StatusAndCode());
        await Act("/faults", new { kind = "ServerError", status = 502, path = "/users/@me" });
        Assert.Equal(502, (await Discord.Get("/users/@me")).Status);
        var before = (string?)(await Discord.Say("x")).Body!["timestamp"];
        await Act("/clock", new { seconds = 900 });
        Assert.NotEqual(before, (string?)(await Discord.Say("x")).Body!["timestamp"]);
    }

    [Fact]
    public async Task What_cannot_be_done_says_why()
    {
        using var refused = await Discord.Http.PostAsJsonAsync(
            "/control/people/ben/run",
            new { channel = World.GeneralId.ToString(), text = "/nothing" });
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("no command /nothing", await refused.Content.ReadAsStringAsync());
        using var unknown = await Discord.Http.GetAsync("/control/nothing");
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    private async Task<JsonNode> Act(string path, object body)
    {
        using var answer = await Discord.Http.PostAsJsonAsync("/control" + path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<JsonNode> Look(string path) => (await Discord.Http.GetFromJsonAsync<JsonNode>("/control" + path))!;
}
