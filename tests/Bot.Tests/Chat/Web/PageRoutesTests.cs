using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web;

/// <summary>What the page asks for besides messages: picks, pages, cards, older incidents, the sender's clock.</summary>
public sealed class PageRoutesTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync(clock: new MovedClock("2026-11-24T18:30:00Z"));

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task The_sender_s_zone_asks_what_a_clock_means()
    {
        var channel = await DeclareAsync("Checkout down at:18:20");
        var asked = await PostAsync(channel, new { user = "ana", text = "/timeline 13:25 restarted the pods", zone = "America/New_York" });
        Assert.True(asked["refused"]!.GetValue<bool>());
        var button = asked["buttons"]!.AsArray().First(one => one!["label"]!.GetValue<string>() == "Use 13:25 EST")!;
        var kept = await PostAsync(channel, new { user = "ana", text = button["command"]!.GetValue<string>(), zone = "America/New_York" });
        Assert.Contains("18:25 UTC", kept["reply"]!.GetValue<string>());
        Assert.Contains("restarted the pods", kept["reply"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Nowhere/Land")]
    [InlineData("")]
    [InlineData("UTC")]
    public async Task A_zone_that_says_nothing_new_changes_nothing(string zone)
    {
        var channel = await DeclareAsync("Checkout down at:18:20");
        var reply = await PostAsync(channel, new { user = "ana", text = "/timeline 18:25 restarted", zone });
        Assert.False(reply["refused"]!.GetValue<bool>());
        Assert.DoesNotContain("your clock", reply["reply"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_entry_long_before_the_incident_is_remarked_on()
    {
        var channel = await DeclareAsync("Checkout down at:18:20");
        Assert.Contains(
            "That is 4 h 55 min before INC-1 began (18:20 UTC).",
            (await _bot.Type("ana", "/timeline 13:25 UTC restarted", channel))["reply"]!.GetValue<string>());
        Assert.DoesNotContain("before INC-1 began", (await _bot.Type("ana", "/timeline 18:10 UTC odd", channel))["reply"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_message_becomes_an_entry_and_shows_it()
    {
        var channel = await DeclareAsync("Checkout down");
        await _bot.Type("ben", "connections exhausted", channel);
        var id = (await ReadAsync($"/api/chat/{channel}/messages")).Single(one => !one!["bot"]!.GetValue<bool>())!["id"]!.GetValue<long>();
        var reply = await PostAsync(channel, new { user = "ana", pick = id });
        Assert.Contains("no. 1", reply["reply"]!.GetValue<string>());
        Assert.Contains("@ben", reply["reply"]!.GetValue<string>());
        var shown = (await ReadAsync($"/api/chat/{channel}/messages")).Single(one => !one!["bot"]!.GetValue<bool>())!;
        Assert.Equal(1, shown["entry"]!.GetValue<int>());
        Assert.Contains("already in INC-1", (await PostAsync(channel, new { user = "li", pick = id }))["reply"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_message_elsewhere_asks_for_its_incident()
    {
        await DeclareAsync("Checkout down");
        await _bot.Type("ben", "connections exhausted");
        var id = (await ReadAsync("/api/chat/general/messages"))[0]!["id"]!.GetValue<long>();
        var asked = await PostAsync("general", new { user = "ana", pick = id });
        Assert.Equal("incident", asked["form"]!["fields"]![0]!["key"]!.GetValue<string>());
        var reply = await PostAsync("general", new { user = "ana", pick = id, values = new { incident = "INC-1" } });
        Assert.Contains("Added to INC-1", reply["reply"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_no_person_s_message_here_cannot_be_picked()
    {
        var channel = await DeclareAsync("Checkout down");
        await Eventually.Async(async () => (await ReadAsync($"/api/chat/{channel}/messages")).Count > 0);
        var card = (await ReadAsync($"/api/chat/{channel}/messages"))[0]!["id"]!.GetValue<long>();
        foreach (var body in new object[] { new { user = "ana", pick = card }, new { user = "ana", pick = 9999 } })
        {
            using var response = await _bot.Http.PostAsJsonAsync($"/api/chat/{channel}/messages", body);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using var wrong = await _bot.Http.PostAsJsonAsync($"/api/chat/{channel}/messages", new { user = "ana", pick = "this" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_page_waits_for_those_it_names_until_one_takes_it()
    {
        var channel = await DeclareAsync("Checkout down sev1");
        await _bot.Type("ana", "/escalate @li queue is growing", channel);
        var page = Assert.Single(await ReadAsync("/api/chat/pages?user=li"))!;
        Assert.Equal(("INC-1", "sev1", channel), (Text(page, "incident"), Text(page, "severity"), Text(page, "channel")));
        Assert.Equal(("ana", "queue is growing"), (Text(page, "by"), Text(page, "text")));
        Assert.Empty(await ReadAsync("/api/chat/pages?user=ben"));
        Assert.Empty(await ReadAsync("/api/chat/pages"));
        await _bot.Type("li", Text(page, "command"), channel);
        Assert.Empty(await ReadAsync("/api/chat/pages?user=li"));
    }

    [Fact]
    public async Task The_card_comes_wherever_it_stands()
    {
        var channel = await DeclareAsync("Checkout down");
        await Eventually.Async(async () => (await ReadAsync($"/api/chat/{channel}/messages?pinned=1")).Count == 1);
        for (var i = 0; i < 5; i++) await _bot.Type("ana", $"m{i}", channel);
        Assert.Contains("Take lead", (await ReadAsync($"/api/chat/{channel}/messages?pinned=1"))[0]!.ToJsonString());
        var newest = await ReadAsync($"/api/chat/{channel}/messages?last=2&pinned=1");
        Assert.Equal(["m3", "m4"], newest.Skip(1).Select(message => Text(message!, "text")));
        Assert.True(newest[0]!["pinned"]!.GetValue<bool>());
        Assert.Empty(await ReadAsync("/api/chat/general/messages?pinned=1"));
    }

    [Fact]
    public async Task Closed_incidents_that_the_list_leaves_out_are_asked_for()
    {
        for (var i = 1; i <= 55; i++)
        {
            await DeclareAsync($"Trouble {(i == 2 ? "with the database" : "of another kind")}");
            await _bot.Type("ana", $"/incident INC-{i} close");
        }

        Assert.Equal("INC-6", Text((await ReadAsync("/api/chat/channels")).Last(one => one!["incident"] is not null)!, "incident"));
        Assert.Equal(5, (await ReadAsync("/api/chat/channels?before=6")).Count);
        Assert.Equal("INC-2", Text(Assert.Single(await ReadAsync("/api/chat/channels?words=dataBASE"))!, "incident"));
        Assert.Equal("INC-3", Text(Assert.Single(await ReadAsync("/api/chat/channels?words=inc-3&before=5"))!, "incident"));
        Assert.Empty(await ReadAsync("/api/chat/channels?words=100%25"));
        Assert.Equal("INC-1", Text(Assert.Single(await ReadAsync("/api/chat/channels?name=inc-1-trouble-of-another-kind"))!, "incident"));
    }

    [Fact]
    public async Task A_channel_says_its_zone()
    {
        await DeclareAsync("Checkout down zone:EAT");
        var channels = await ReadAsync("/api/chat/channels");
        Assert.Equal(("UTC", "UTC"), (Text(channels[0]!["zone"]!, "id"), Text(channels[0]!["zone"]!, "label")));
        Assert.Equal(("+03:00", "EAT"), (Text(channels[2]!["zone"]!, "id"), Text(channels[2]!["zone"]!, "label")));
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private async Task<string> DeclareAsync(string words) =>
        (await _bot.Type("ana", "/incident start " + words))["channel"]!.GetValue<string>();

    private async Task<JsonNode> PostAsync(string channel, object body)
    {
        using var response = await _bot.Http.PostAsJsonAsync($"/api/chat/{channel}/messages", body);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task<JsonArray> ReadAsync(string path) => JsonNode.Parse(await _bot.Http.GetStringAsync(path))!.AsArray();
}
