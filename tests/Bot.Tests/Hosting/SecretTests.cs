using System.Text.Json;
using Sitrep.Hosting;

namespace Sitrep.Tests.Hosting;

public sealed class SecretTests
{
    private const string Value = "xoxb-planted-in-a-test";

    [Fact]
    public void A_secret_shows_itself_in_no_text_record_or_document()
    {
        var holder = new Holder("bot", Secret.Of(Value)!);
        foreach (var shown in (string[])[$"{holder}", $"{holder.Token}", string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", holder.Token), JsonSerializer.Serialize(holder)])
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

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_set_is_no_secret(string? nothing) => Assert.Null(Secret.Of(nothing));

    private sealed record Holder(string Name, Secret Token);
}
