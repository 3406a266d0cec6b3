using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Sitrep.Configuration;
using Sitrep.Hosting;

namespace Sitrep.Tests.Configuration;

public sealed class SecretTests
{
    private const string Value = "xoxb-planted-in-a-test";

    [Fact]
    public void A_secret_shows_itself_in_no_text_record_or_document()
    {
        var holder = new Holder("bot", Secret.Of(Value)!);
        foreach (
            var shown in (string[])
                [
                    $"{holder}",
                    $"{holder.Token}",
                    string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", holder.Token),
                    JsonSerializer.Serialize(holder),
                ])
        {
            Assert.DoesNotContain("planted", shown);
            Assert.Contains(Secret.Shown, shown);
        }
    }

    [Fact]
    public void It_is_given_where_it_is_asked_for()
    {
        Assert.Equal(Value, Secret.Of($" {Value}\n")!.Reveal());
        Assert.Equal(Secret.Of(Value), Secret.Of(Value));
        Assert.NotEqual(Secret.Of(Value), Secret.Of("another"));
    }

    [Fact]
    public void The_options_print_no_secret()
    {
        var options = BotOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Slack:BotToken", Value), new("Slack:AppToken", "xapp-planted"), new("Slack:SigningSecret", "planted"),
        ]).Build());
        Assert.Equal(Value, options.Slack.BotToken!.Reveal());
        Assert.DoesNotContain("planted", $"{options} {options.Slack}");
        Assert.Contains("slack.com", $"{options.Slack}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_set_is_no_secret(string? nothing) => Assert.Null(Secret.Of(nothing));

    private sealed record Holder(string Name, Secret Token);
}
