using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Sitrep.Tests.LocalSlack;

/// <summary>The same people and faults, told from outside the process.</summary>
public sealed class ControlTests : LocalSlackTest
{
    private static readonly HttpClient _http = new();

    [Fact]
    public async Task A_person_s_command_is_typed_and_seen_from_outside()
    {
        await using var socket = await BotSocket.Open(Bot, Slack.Options.AppToken);
        var typing = Do("as/alice/command", """{"channel":"general","text":"/incident list"}""");
        var envelope = await socket.Next();
        await socket.Acknowledge(envelope, """{"text":"None open."}""");
        Assert.Equal("None open.", (string)(await typing)["reply"]!["text"]!);
        var seen = await Get("as/alice/sees?channel=general");
        Assert.Equal(("None open.", true), ((string)seen["messages"]![0]!["text"]!, (bool)seen["messages"]![0]!["is_ephemeral"]!));
        Assert.Empty((JsonArray)(await Get("as/ben/sees?channel=general"))["messages"]!);
    }

    [Fact]
    public async Task Messages_channels_and_the_ledger_are_changed_and_read_from_outside()
    {
        var ts = (string)(await Do("as/alice/post", """{"channel":"general","text":"hello"}"""))["ts"]!;
        await Do("as/ben/react", $$"""{"channel":"general","ts":"{{ts}}","emoji":"eyes"}""");
        await Do("as/ben/pin", $$"""{"channel":"general","ts":"{{ts}}"}""");
        await Do("as/alice/rename", """{"channel":"random","name":"chatter"}""");
        await Do("as/alice/archive", """{"channel":"chatter"}""");
        var channels = (JsonArray)await Get("channels");
        Assert.Equal("eyes", (string)channels[0]!["messages"]![0]!["reactions"]![0]!["name"]!);
        Assert.Equal(ts, (string)channels[0]!["pins"]![0]!);
        Assert.True((bool)channels[2]!["is_archived"]!);
        await Channel();
        Assert.Equal("inc-1-checkout", (string)(await Get("ledger?method=conversations.create"))[0]!["arguments"]!["name"]!);
    }

    [Fact]
    public async Task Faults_tokens_and_sockets_are_worked_from_outside()
    {
        await Do("faults", """{"kind":"server_error","method":"auth.test","status":500,"times":null}""");
        using var failed = await Bot.Send("auth.test", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        await _http.DeleteAsync(new Uri(Slack.Url, "control/faults"));
        Assert.True((bool)(await Bot.Form("auth.test"))["ok"]!);
        await Do("admin/take_scope", """{"scope":"pins:read"}""");
        Assert.Equal("missing_scope", await Bot.Refused("pins.list", ("channel", "C1")));
        await using var socket = await BotSocket.Open(Bot, Slack.Options.AppToken);
        await Do("sockets/disconnect", """{"reason":"warning"}""");
        Assert.Equal("warning", (string)(await socket.Next())["reason"]!);
        await Do("admin/revoke_token", "{}");
        Assert.Equal("token_revoked", await Bot.Refused("auth.test"));
    }

    [Theory]
    [InlineData("as/nobody/post", """{"channel":"general","text":"t"}""")]
    [InlineData("as/alice/post", """{"channel":"general"}""")]
    [InlineData("as/alice/dance", "{}")]
    [InlineData("as/alice/submit", "{}")]
    [InlineData("faults", """{"kind":"earthquake"}""")]
    [InlineData("admin/promote", "{}")]
    [InlineData("as/alice/post", "{")]
    public async Task What_cannot_be_done_is_refused_with_a_reason(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(Slack.Url, $"control/{path}"), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["error"]!);
    }

    private async Task<JsonNode> Do(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(Slack.Url, $"control/{path}"), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<JsonNode> Get(string path) => JsonNode.Parse(await _http.GetStringAsync(new Uri(Slack.Url, $"control/{path}")))!;
}
