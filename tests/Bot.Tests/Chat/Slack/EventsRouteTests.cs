using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Sitrep.Chat.Slack;
using Sitrep.Configuration;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Slack;

public sealed class EventsRouteTests
{
    private static readonly SlackOptions _signed = SlackOptions.None with { SigningSecret = Secret.Of(SlackRequests.Secret) };

    [Fact]
    public async Task A_command_is_stored_before_it_is_answered_to_its_sender_alone()
    {
        await using var bot = await StartAsync();
        var answer = await Json(bot, SlackRequests.Form(SlackRequests.Command("start Checkout <down> & out sev2", "1.1"), Now));
        Assert.Equal("ephemeral", answer["response_type"]!.GetValue<string>());
        Assert.StartsWith("INC-1 declared. Channel: #inc-1-checkout-down-out.", answer["text"]!.GetValue<string>());
        Assert.Equal("mrkdwn", answer["blocks"]![0]!["text"]!["type"]!.GetValue<string>());
        Assert.Equal(
            "Checkout <down> & out",
            JsonNode.Parse(await bot.Http.GetStringAsync("/api/incidents/INC-1"))!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_command_delivered_four_times_is_done_once_and_answered_alike()
    {
        await using var bot = await StartAsync();
        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
            answers.Add((await Json(bot, SlackRequests.Form(SlackRequests.Command("start Checkout down", "2.2"), Now))).ToJsonString());
        Assert.Single(answers.Distinct());
        using var connection = new SqliteConnection(bot.ConnectionString);
        Assert.Equal(1, connection.QuerySingle<long>("select count(*) from incidents"));
    }

    [Theory]
    [InlineData("another-secret", 0)]
    [InlineData(SlackRequests.Secret, -301)]
    [InlineData(SlackRequests.Secret, 301)]
    public async Task What_is_not_signed_or_not_fresh_is_refused_and_not_read(string secret, int seconds)
    {
        await using var bot = await StartAsync();
        // Not even a form: what is refused is never parsed.
        using var request = SlackRequests.Form("&&%%\u0000", Now.AddSeconds(seconds), secret);
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_command_without_a_signature_is_refused()
    {
        await using var bot = await StartAsync();
        using var response = await bot.Http.PostAsync(
            "/slack/events",
            new StringContent(SlackRequests.Command("start X", "3.3"), Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("[]", await bot.Http.GetStringAsync("/api/incidents"));
    }

    [Fact]
    public async Task A_check_of_the_certificate_is_answered()
    {
        await using var bot = await StartAsync();
        using var posted = await bot.Http.PostAsync(
            "/slack/events",
            new StringContent("ssl_check=1&token=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        using var got = await bot.Http.GetAsync("/slack/events?ssl_check=1");
        Assert.Equal(HttpStatusCode.OK, got.StatusCode);
    }

    [Fact]
    public async Task The_address_is_verified_by_its_challenge()
    {
        await using var bot = await StartAsync();
        using var request = SlackRequests.Json(
            """{"token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""",
            Now);
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("command=%2Fincident&text=list")]
    [InlineData("")]
    public async Task A_signed_form_that_is_no_command_is_no_crash(string body)
    {
        await using var bot = await StartAsync();
        using var response = await bot.Http.SendAsync(SlackRequests.Form(body, Now));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_a_mebibyte_is_refused()
    {
        await using var bot = await StartAsync();
        using var response = await bot.Http.SendAsync(SlackRequests.Form("text=" + new string('a', 1 << 20), Now));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_empty_secret_is_no_secret_and_the_bot_does_not_start()
    {
        using var talk = new StringWriter();
        var code = await Sitrep.CommandLine.VerbTable.RunAsync(["serve", "--Slack:SigningSecret="], new(TextWriter.Null, talk));
        Assert.Equal(78, code);
        Assert.Contains("Slack:SigningSecret", talk.ToString());
    }

    // The bot runs on the machine's clock here.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Task<RunningBot> StartAsync() => RunningBot.StartAsync(options => options with { Slack = _signed });

    private static async Task<JsonNode> Json(RunningBot bot, HttpRequestMessage request)
    {
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
