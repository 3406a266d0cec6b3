using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Sitrep.Chat.Slack.Http;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Slack;

public sealed class RequestSignatureTests(ITestOutputHelper output)
{
    private const string Body = "command=%2Fincident&text=list";
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Fact]
    public void Slack_s_own_vector_is_valid()
    {
        if (Shared.Text("platform-specs", "slack-signature-vector.json") is not { } json)
        {
            output.WriteLine("Skipped: the platform specifications do not lie beside this checkout.");
            return;
        }

        var vector = JsonNode.Parse(json)!;
        string Of(string key) => vector[key]!.GetValue<string>();
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Of("timestamp")));
        Assert.True(
            new RequestSignature(Of("signing_secret"), new ManualClock(at)).IsValid(Of("signature"), Of("timestamp"), Buffer(Of("body"))));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void A_request_is_valid_for_five_minutes_in_both_directions(int seconds, bool valid)
    {
        var timestamp = (_now.ToUnixTimeSeconds() + seconds).ToString();
        Assert.Equal(valid, Signature().IsValid(SlackRequests.Sign(Body, timestamp), timestamp, Buffer(Body)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v1={hash}")]
    [InlineData("{hash}")]
    [InlineData("v0={hash}00")]
    [InlineData("v0=zz{hash}")]
    [InlineData("V0={hash}")]
    public void A_signature_of_another_shape_is_invalid(string shape)
    {
        var timestamp = _now.ToUnixTimeSeconds().ToString();
        var hash = SlackRequests.Sign(Body, timestamp)[3..];
        Assert.False(Signature().IsValid(shape.Replace("{hash}", hash), timestamp, Buffer(Body)));
    }

    [Fact]
    public void Every_flipped_bit_of_the_body_and_every_flipped_digit_of_the_signature_is_noticed()
    {
        var timestamp = _now.ToUnixTimeSeconds().ToString();
        var signed = SlackRequests.Sign(Body, timestamp);
        for (var i = 0; i < Body.Length * 8; i++)
        {
            var buffer = Buffer(Body);
            buffer[RequestSignature.Room + i / 8] ^= (byte)(1 << (i % 8));
            Assert.False(Signature().IsValid(signed, timestamp, buffer));
        }

        for (var i = 3; i < signed.Length; i++)
            Assert.False(Signature().IsValid(signed[..i] + (signed[i] == '0' ? '1' : '0') + signed[(i + 1)..], timestamp, Buffer(Body)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1531420618")]
    [InlineData("1531420618.5")]
    [InlineData(" 1531420618")]
    [InlineData("99999999999999999999")]
    [InlineData("0001531420618")]
    public void A_timestamp_that_is_no_plain_number_is_invalid(string timestamp) =>
        Assert.False(Signature().IsValid(SlackRequests.Sign(Body, timestamp), timestamp, Buffer(Body)));

    [Fact]
    public void A_header_sent_twice_or_not_at_all_is_invalid()
    {
        var timestamp = _now.ToUnixTimeSeconds().ToString();
        var signed = SlackRequests.Sign(Body, timestamp);
        Assert.False(Signature().IsValid(new StringValues([signed, signed]), timestamp, Buffer(Body)));
        Assert.False(Signature().IsValid(StringValues.Empty, timestamp, Buffer(Body)));
        Assert.False(Signature().IsValid(signed, StringValues.Empty, Buffer(Body)));
    }

    private static RequestSignature Signature() => new(SlackRequests.Secret, new ManualClock(_now));

    private static byte[] Buffer(string body) => [.. new byte[RequestSignature.Room], .. Encoding.UTF8.GetBytes(body)];
}
