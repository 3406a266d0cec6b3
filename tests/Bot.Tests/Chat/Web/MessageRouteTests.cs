using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web;

public sealed class MessageRouteTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Talk_is_shown_and_not_answered()
    {
        var reply = await _bot.Type("ana", "is anybody <b>here</b>?\nhello");
        Assert.Equal("", reply["reply"]!.GetValue<string>());
        var shown = Assert.Single(await MessagesAsync("general"))!;
        Assert.Equal("ana", shown["author"]!.GetValue<string>());
        Assert.False(shown["bot"]!.GetValue<bool>());
        Assert.Equal("is anybody <b>here</b>?\nhello", shown["text"]!.GetValue<string>());
        Assert.DoesNotContain("<b>", shown["html"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_command_is_answered_to_its_sender_and_shown_to_nobody()
    {
        var reply = await _bot.Type("ana", "/incident start Checkout down sev2");
        Assert.Equal(("INC-1", "inc-1-checkout-down"), (reply["incident"]!.GetValue<string>(), reply["channel"]!.GetValue<string>()));
        Assert.StartsWith("INC-1 declared.", reply["reply"]!.GetValue<string>());
        Assert.Empty(await MessagesAsync("general"));
    }

    [Fact]
    public async Task A_repeat_is_done_once_and_gets_the_same_answer()
    {
        var first = await _bot.Type("ana", "/incident start Checkout down", key: "k");
        var second = await _bot.Type("ana", "/incident start Checkout down", key: "k");
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        await _bot.Type("ana", "hello", key: "h");
        await _bot.Type("ana", "hello", key: "h");
        Assert.Single(await MessagesAsync("general"));
    }

    [Fact]
    public async Task The_same_key_of_somebody_else_or_elsewhere_is_another_message()
    {
        foreach (var (user, channel) in new[] { ("ana", "general"), ("ben", "general"), ("ana", "random") })
            await _bot.Type(user, "hello", channel, "k");
        Assert.Equal(2, (await MessagesAsync("general")).Count);
        Assert.Single(await MessagesAsync("random"));
    }

    [Theory]
    [InlineData("incident start")]
    [InlineData("/incident start")]
    public async Task A_form_fills_a_command(string form)
    {
        var body = new JsonObject
        {
            ["user"] = "ana",
            ["form"] = form,
            ["values"] = new JsonObject
            {
                ["title"] = "Checkout at:noon",
                ["severity"] = "sev1",
                ["at"] = "",
            },
        };
        var (status, reply) = await PostAsync(body.ToJsonString());
        Assert.Equal((HttpStatusCode.OK, "INC-1"), (status, reply["incident"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_command_without_its_text_asks_for_a_form()
    {
        var form = (await _bot.Type("ana", "/incident start"))["form"]!;
        Assert.Equal("title", form["fields"]![0]!["key"]!.GetValue<string>());
        Assert.True(form["fields"]![0]!["required"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"user":"ana"}""")]
    [InlineData("""{"text":"hello"}""")]
    [InlineData("""{"user":"ana","text":""}""")]
    [InlineData("""{"user":"ana","text":" \n "}""")]
    [InlineData("""{"user":"ana","text":"\u0000"}""")]
    [InlineData("""{"user":"ana","text":7}""")]
    [InlineData("""{"user":"  ","text":"hello"}""")]
    [InlineData("""{"user":{},"text":"hello"}""")]
    [InlineData("""{"user":"ana","form":7}""")]
    [InlineData("""{"user":"ana","form":"incident start","values":[]}""")]
    [InlineData("""{"user":"ana","form":"incident start","values":{"title":7}}""")]
    public async Task What_is_no_message_is_answered_with_what_to_send(string body)
    {
        var (status, problem) = await PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Nothing was stored. Send {\"user\"", problem["detail"]!.GetValue<string>());
        Assert.Empty(await MessagesAsync("general"));
    }

    [Fact]
    public async Task Deeply_nested_json_is_no_message()
    {
        var (status, _) = await PostAsync($$"""{"user":"ana","text":"x","more":{{new string('[', 5000)}}{{new string(']', 5000)}}}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Only_json_is_read()
    {
        using var content = new StringContent("""{"user":"ana","text":"hello"}""", Encoding.UTF8, "text/plain");
        using var response = await _bot.Http.PostAsync("/api/chat/general/messages", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_a_mebibyte_is_refused(bool chunked)
    {
        using var content = new StringContent(
            $$"""{"user":"ana","text":"{{new string('x', 1 << 20)}}"}""",
            Encoding.UTF8,
            "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat/general/messages") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await _bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("""a\u0000b""", "ab")]
    [InlineData("""a\ud800b""", "a\uFFFDb")]
    [InlineData("""\udc00\ud800""", "\uFFFD\uFFFD")]
    [InlineData("""\ud83d\udd25""", "🔥")]
    [InlineData("""\\ud800""", "\\ud800")]
    [InlineData("""a\u202eb""", "ab")]
    public async Task Broken_characters_do_not_break_a_message(string typed, string kept)
    {
        var (status, _) = await PostAsync($$"""{"user":"a{{typed}}","text":"x{{typed}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("x" + kept, Assert.Single(await MessagesAsync("general"))!["text"]!.GetValue<string>());
        (status, _) = await PostAsync($$"""{"user":"ana","text":"/incident start x{{typed}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("General", false)]
    [InlineData("-a", false)]
    [InlineData("a.b", false)]
    [InlineData("%23general", true)]
    [InlineData("a_b-1", true)]
    public async Task A_channel_has_a_plain_name(string channel, bool good)
    {
        var (status, problem) = await PostAsync("""{"user":"ana","text":"hello"}""", channel);
        Assert.Equal(good ? HttpStatusCode.OK : HttpStatusCode.BadRequest, status);
        if (!good) Assert.Contains("a-z", problem["detail"]!.GetValue<string>());
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string body, string channel = "general")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _bot.Http.PostAsync($"/api/chat/{channel}/messages", content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private async Task<JsonArray> MessagesAsync(string channel) =>
        JsonNode.Parse(await _bot.Http.GetStringAsync($"/api/chat/{channel}/messages"))!.AsArray();
}
