using Microsoft.Extensions.Configuration;
using Sitrep.Configuration;

namespace Sitrep.Tests.Configuration;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("Slack:BotToken")]
    [InlineData("Slack:SigningSecret")]
    [InlineData("discord:bottoken")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS")]
    public void What_is_configured_as_a_secret_is_masked_to_the_letter(string key)
    {
        const string Value = "pl+nted \"quotes\" <é>";
        var mask = SecretMask.Of(
            new ConfigurationBuilder().AddInMemoryCollection([new(key, Value), new("Slack:Channel", "general")]).Build());
        Assert.Equal("sent [secret] to general", mask.Apply($"sent {Value} to general"));
        Assert.Equal("\"[secret]\"", mask.Apply(System.Text.Json.JsonSerializer.Serialize(Value)));
    }

    [Theory]
    [InlineData("xoxb-1234567890-abcdef", "[secret]")]
    [InlineData("token xoxe.xoxp-1-planted1234 refused", "token [secret] refused")]
    [InlineData("POST https://hooks.slack.com/commands/T1/123/planted failed", "POST https://hooks.slack.com/commands/[secret] failed")]
    [InlineData("/api/v10/interactions/1101/aW50ZXJhY3Rpb246cGxhbnRlZA/callback", "/api/v10/interactions/1101/[secret]/callback")]
    [InlineData(
        "Authorization: Bot MTAxODg2NjU0MzIxMDk4NzY1NA.GxYzAb.abcdefghijklmnopqrstuvwxyz0123456789ab",
        "Authorization: Bot [secret]")]
    [InlineData("http://ana:hunter2@db.example/x", "http://[secret]@db.example/x")]
    [InlineData(
        "wss://wss-primary.slack.com/link/?ticket=planted-1&app_id=2",
        "wss://wss-primary.slack.com/link/?ticket=[secret]&app_id=2"
    )]
    public void What_looks_like_a_secret_is_masked(string line, string masked) => Assert.Equal(masked, new SecretMask([]).Apply(line));

    [Theory]
    [InlineData("Outbox row 12 (PostMessage on web), try 1: done")]
    [InlineData("GET /api/incidents/INC-7/postmortem?format=html&user=ana failed")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("   at Sitrep.Hosting.Metrics.MetricReadings.Write() in /src/Bot/Hosting/Metrics/MetricReadings.cs:line 42")]
    [InlineData("the token expired; Bot is ready; a secret was rotated at 14:05 UTC")]
    [InlineData("http://127.0.0.1:5080/api/chat/general/messages")]
    public void What_is_no_secret_stays(string line) => Assert.Equal(line, new SecretMask([]).Apply(line));

    [Fact]
    public void A_short_value_masks_no_ordinary_word() =>
        Assert.Equal(
            "a b c",
            SecretMask.Of(new ConfigurationBuilder().AddInMemoryCollection([new("X:Token", "b")]).Build()).Apply("a b c"));
}
