using System.Net;
using Sitrep.Conformance;
using Sitrep.LocalSlack;
using Sitrep.LocalSlack.Api;
using Xunit.Abstractions;

namespace Sitrep.Tests.LocalSlack;

public sealed class RateLimitTests(ITestOutputHelper output) : LocalSlackTest
{
    private protected override LocalSlackOptions Options => base.Options with { RateLimits = true };

    [Fact]
    public async Task A_channel_takes_a_short_burst_and_then_a_message_a_second()
    {
        var (one, other) = (await Channel("one"), await Channel("other"));
        for (var i = 0; i < 3; i++) await Posted(one);
        var limited = await Post(one);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (limited.StatusCode, limited.Headers.GetValues("Retry-After").Single()));
        await Posted(other);
        Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Post(one)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Post(one)).StatusCode);
    }

    [Fact]
    public async Task A_method_takes_as_many_calls_a_minute_as_its_tier_says()
    {
        for (var i = 0; i < 20; i++) await Channel($"inc-{i}");
        using var limited = await Bot.Send("conversations.create", new FormUrlEncodedContent([new("name", "inc-20")]));
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (limited.StatusCode, limited.Headers.GetValues("Retry-After").Single()));
        Clock.Move(TimeSpan.FromSeconds(60));
        await Channel("inc-20");
    }

    [Fact]
    public void Every_tier_is_the_one_that_slack_publishes()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var published = specs.Json("slack-java-samples/metadata/web-api/rate_limit_tiers.json");
        foreach (var method in Slack.Methods)
        {
            var tier = published.GetProperty(method.Name).GetString()!;
            Assert.Equal(
                (method.Name, tier),
                (
                    method.Name,
                    method.Tier is Tier.Posting or Tier.Special
                        ? tier.StartsWith("Special", StringComparison.Ordinal)
                            ? tier
                            : "Special"
                        : method.Tier.ToString()));
        }
    }

    [Fact]
    public void Every_method_asks_for_scopes_that_its_page_names()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var catalogue = new Sitrep.Conformance.Slack.SlackSpecs(specs);
        foreach (var method in Slack.Methods)
            Assert.Equal((method.Name, ""), (method.Name, string.Join(',', method.Scopes.Except(catalogue.ScopesOf(method.Name)))));
    }

    private Task<HttpResponseMessage> Post(string channel) =>
        Bot.Send("chat.postMessage", new FormUrlEncodedContent([new("channel", channel), new("text", "t")]));
}
