using System.Net;
using Sitrep.Chat;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Tests.Chat.Discord;

public sealed class DiscordRestTests
{
    private static readonly RestRoute _one = RestRoute.Post("channels/{}/messages", "100000000000000001");
    private static readonly RestRoute _two = RestRoute.Post("channels/{}/messages", "100000000000000002");
    private static readonly RestRoute _guild = RestRoute.Get("guilds/{}/channels", "100000000000000003");

    [Fact]
    public async Task Every_request_says_who_asks_and_only_an_interaction_s_goes_without_the_token()
    {
        using var api = new ScriptedApi((_, _) => ScriptedApi.Json(HttpStatusCode.OK, "{}"));
        var rest = api.Rest();
        await rest.SendAsync(_one, null, default);
        await rest.SendAsync(RestRoute.Post("interactions/{}/{}/callback", "1", "secret/token"), null, default);
        Assert.All(api.Asked, asked => Assert.Matches(@"^DiscordBot \(https://\S+, [\d.]+\)$", asked.Agent));
        Assert.Equal("Bot token-of-a-test", api.Asked[0].Authorization);
        Assert.Null(api.Asked[1].Authorization);
        Assert.Equal("interactions/1/secret%2Ftoken/callback", api.Asked[1].Path);
    }

    [Fact]
    public async Task An_exhausted_bucket_is_left_alone_until_it_resets_while_another_channel_goes_on()
    {
        using var api = new ScriptedApi((_, _) => ScriptedApi.Json(HttpStatusCode.OK, "{}", Bucket("abcd", 0, "1.25")));
        var rest = api.Rest();
        await rest.SendAsync(_one, null, default);
        var wait = await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_one, null, default));
        Assert.False(wait.Permanent);
        Assert.Equal(TimeSpan.FromSeconds(1.25), wait.RetryAfter);
        await rest.SendAsync(_two, null, default);
        api.Clock.Move(TimeSpan.FromSeconds(1.25));
        await rest.SendAsync(_one, null, default);
        Assert.Equal(3, api.Asked.Count);
    }

    [Fact]
    public async Task Operations_that_share_a_bucket_share_what_remains_of_it()
    {
        using var api = new ScriptedApi((_, _) => ScriptedApi.Json(HttpStatusCode.OK, "{}", Bucket("shared", 1, "5")));
        var rest = api.Rest();
        var edit = RestRoute.Patch("channels/{}/messages/{}", "100000000000000001", "9");
        await rest.SendAsync(_one, null, default);
        await rest.SendAsync(edit, null, default);
        api.Clock.Move(TimeSpan.FromSeconds(1));
        await rest.SendAsync(_one, null, default);
        Assert.Equal(3, api.Asked.Count);
    }

    [Fact]
    public async Task A_clock_that_is_turned_back_does_not_make_a_wait_longer()
    {
        using var api = new ScriptedApi((_, _) => ScriptedApi.Json(HttpStatusCode.OK, "{}", Bucket("abcd", 0, "2")));
        var rest = api.Rest();
        await rest.SendAsync(_one, null, default);
        api.Clock.Move(TimeSpan.FromHours(-1));
        await rest.SendAsync(_one, null, default);
        Assert.Equal(2, api.Asked.Count);
    }

    [Fact]
    public async Task The_fifty_first_request_of_a_second_waits_for_the_next()
    {
        using var api = new ScriptedApi((_, _) => ScriptedApi.Json(HttpStatusCode.OK, "[]"));
        var rest = api.Rest();
        for (var i = 0; i < 50; i++) await rest.SendAsync(_guild, null, default);
        var wait = await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_guild, null, default));
        Assert.Equal(TimeSpan.FromSeconds(1), wait.RetryAfter);
        await rest.SendAsync(RestRoute.Post("interactions/{}/{}/callback", "1", "t"), null, default);
        api.Clock.Move(TimeSpan.FromSeconds(1));
        await rest.SendAsync(_guild, null, default);
    }

    [Fact]
    public async Task A_429_with_words_holds_back_what_it_names_to_the_fraction()
    {
        using var api = new ScriptedApi(
            (request, _) =>
                request.RequestUri!.AbsolutePath.Contains("0001", StringComparison.Ordinal)
                    ? ScriptedApi.Json(
                        HttpStatusCode.TooManyRequests,
                        """{"message":"You are being rate limited.","retry_after":64.57,"global":false}""",
                        ("Retry-After", "64"),
                        ("X-RateLimit-Scope", "user"))
                    : ScriptedApi.Json(HttpStatusCode.OK, "{}"));
        var rest = api.Rest();
        var first = await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_one, null, default));
        Assert.Equal(TimeSpan.FromSeconds(64.57), first.RetryAfter);
        await rest.SendAsync(_two, null, default);
        await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_one, null, default));
        Assert.Equal(2, api.Asked.Count);
    }

    [Theory]
    [InlineData("""{"message":"You are being rate limited.","retry_after":7.5,"global":true}""", 7.5)]
    [InlineData("<html>error code: 1015</html>", 9)]
    public async Task A_global_429_and_one_from_the_edge_without_JSON_hold_back_everything(string body, double seconds)
    {
        using var api = new ScriptedApi((_, _) =>
        {
            var slow = ScriptedApi.Json(HttpStatusCode.TooManyRequests, body);
            if (body[0] == '<') slow.Headers.TryAddWithoutValidation("Retry-After", "9");
            return slow;
        });
        var rest = api.Rest();
        await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_one, null, default));
        var wait = await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_guild, null, default));
        Assert.Equal(TimeSpan.FromSeconds(seconds), wait.RetryAfter);
        Assert.Single(api.Asked);
        api.Clock.Move(TimeSpan.FromSeconds(seconds));
        await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_guild, null, default));
        Assert.Equal(2, api.Asked.Count);
    }

    [Fact]
    public async Task After_a_hundred_invalid_requests_in_ten_minutes_nothing_more_is_sent()
    {
        using var api = new ScriptedApi(
            (_, _) => ScriptedApi.Json(HttpStatusCode.Forbidden, """{"message":"Missing Permissions","code":50013}"""));
        var rest = api.Rest();
        for (var i = 0; i < 10_000; i++)
        {
            try
            {
                Assert.True((await rest.SendAsync(_one, null, default)).Said(50013));
            }
            catch (PlatformRefusalException)
            {
                // Held back.
            }

            if (i % 40 == 0) api.Clock.Move(TimeSpan.FromSeconds(1.2));
        }

        Assert.Equal(InvalidRequestBudget.Most, api.Asked.Count);
        api.Clock.Move(TimeSpan.FromMinutes(10));
        await rest.SendAsync(_one, null, default);
    }

    [Fact]
    public async Task A_shared_429_is_not_held_against_the_bot()
    {
        using var api = new ScriptedApi(
            (_, _) =>
                ScriptedApi.Json(
                    HttpStatusCode.TooManyRequests,
                    """{"message":"The resource is being rate limited.","retry_after":0.001,"global":false}""",
                    ("X-RateLimit-Scope", "shared")));
        var rest = api.Rest();
        for (var i = 0; i < 150; i++)
        {
            await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_one, null, default));
            api.Clock.Move(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(150, api.Asked.Count);
    }

    [Fact]
    public async Task A_refused_token_is_tried_once_a_minute_and_heals_by_itself()
    {
        var revoked = true;
        using var api = new ScriptedApi((_, _) => revoked
            ? ScriptedApi.Json(HttpStatusCode.Unauthorized, """{"message":"401: Unauthorized","code":0}""")
            : ScriptedApi.Json(HttpStatusCode.OK, "{}"));
        var rest = api.Rest();
        for (var second = 0; second < 300; second++)
        {
            var refusal = await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_one, null, default));
            Assert.False(refusal.Permanent);
            Assert.Contains("Reset Token", refusal.Message, StringComparison.Ordinal);
            api.Clock.Move(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5, api.Asked.Count);
        Assert.NotNull(rest.Problem);
        revoked = false;
        await rest.SendAsync(_one, null, default);
        Assert.Null(rest.Problem);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, 50013, true)]
    [InlineData(HttpStatusCode.NotFound, 10003, true)]
    [InlineData(HttpStatusCode.BadRequest, 50035, true)]
    [InlineData(HttpStatusCode.BadRequest, 130000, false)]
    [InlineData(HttpStatusCode.BadRequest, 20016, false)]
    public async Task A_refusal_is_in_Discord_s_words_and_says_whether_asking_again_can_help(
        HttpStatusCode status,
        int code,
        bool permanent)
    {
        using var api = new ScriptedApi((_, _) => ScriptedApi.Json(status, $$"""{"message":"Its words","code":{{code}}}"""));
        var answer = await api.Rest().SendAsync(_one, null, default);
        var refusal = Assert.Throws<PlatformRefusalException>(answer.Done);
        Assert.StartsWith($"{code} Its words", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(permanent, refusal.Permanent);
    }

    [Fact]
    public async Task A_5xx_a_cut_connection_and_silence_leave_it_open_whether_it_was_done()
    {
        using var broken = new ScriptedApi((_, _) => ScriptedApi.Json(HttpStatusCode.BadGateway, "<html>"));
        await Assert.ThrowsAsync<HttpRequestException>(() => broken.Rest().SendAsync(_one, null, default));
        using var cut = new ScriptedApi((_, _) => throw new HttpRequestException("connection reset"));
        await Assert.ThrowsAsync<HttpRequestException>(() => cut.Rest().SendAsync(_one, null, default));
        using var silent = new ScriptedApi((_, _) => throw new OperationCanceledException());
        await Assert.ThrowsAsync<HttpRequestException>(() => silent.Rest().SendAsync(_one, null, default));
    }

    private static (string, string)[] Bucket(string name, int remaining, string after) =>
        [
            ("X-RateLimit-Bucket", name),
            ("X-RateLimit-Remaining", $"{remaining}"),
            ("X-RateLimit-Reset-After", after),
            ("X-RateLimit-Limit", "5"),
        ];

    [Fact]
    public async Task The_limit_over_all_holds_back_the_bot_and_no_answer_to_a_person()
    {
        using var api = new ScriptedApi(
            (request, _) =>
                request.RequestUri!.AbsolutePath.Contains("interactions", StringComparison.Ordinal)
                    ? ScriptedApi.Json(HttpStatusCode.NoContent, "")
                    : ScriptedApi.Json(
                        HttpStatusCode.TooManyRequests,
                        """{"message":"You are being rate limited.","retry_after":30,"global":true}""",
                        ("X-RateLimit-Scope", "global"),
                        ("Retry-After", "30")));
        var rest = api.Rest();
        await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_one, null, default));
        var wait = await Assert.ThrowsAsync<PlatformRefusalException>(() => rest.SendAsync(_guild, null, default));
        Assert.Equal(TimeSpan.FromSeconds(30), wait.RetryAfter);
        await rest.SendAsync(RestRoute.Post("interactions/{}/{}/callback", "1", "t"), null, default);
        Assert.Equal(2, api.Asked.Count);
    }
}
