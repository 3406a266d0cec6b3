using System.Text;
using Sitrep.Chat.Slack.Http;
using Sitrep.Incidents;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Slack;

public sealed class SlackFormTests(ITestOutputHelper output)
{
    [Fact]
    public void Slack_s_own_command_is_read()
    {
        if (Shared.Text("platform-specs/slack-payloads", "slash_command.form.txt") is not { } body)
        {
            output.WriteLine("Skipped: the platform specifications do not lie beside this checkout.");
            return;
        }

        var command = SlackForm.Read(Encoding.UTF8.GetBytes(body)).Command!;
        var typed = command.Event(new(null!));
        Assert.Equal(("slack", "C111", "command/111.111.xxx"), (typed.Channel.Platform, typed.Channel.Id, typed.EventKey));
        Assert.Equal((new Person("slack", "W111", "primary-owner"), "/hello-world Hi"), (typed.User, typed.Text));
        Assert.Equal("primary-owner", command.Username);
    }

    [Theory]
    [InlineData("text=a+b", "a b")]
    [InlineData("text=a%2Bb%20c", "a+b c")]
    [InlineData("text=%E2%9C%85+%F0%9F%94%A5", "✅ 🔥")]
    [InlineData("text=100%", "100%")]
    [InlineData("text=100%2", "100%2")]
    [InlineData("text=%zz", "%zz")]
    [InlineData("text=a=b", "a=b")]
    [InlineData("text=%FF", "\uFFFD")]
    [InlineData("text=a%26b%3Dc", "a&b=c")]
    [InlineData("text=&amp", "")]
    public void A_value_is_decoded_and_what_is_broken_stays_as_it_was_sent(string field, string text) =>
        Assert.Equal($"/incident {text}".TrimEnd(), Read(field));

    [Theory]
    [InlineData("<@U012AB3CD|ana> takes over", "@ana takes over")]
    [InlineData("<@U012AB3CD>", "@U012AB3CD")]
    [InlineData("see <#C012|general>", "see #general")]
    [InlineData("<https://a.example/?x=1&amp;y=2|a.example>", "a.example (https://a.example/?x=1&y=2)")]
    [InlineData("<mailto:ops@a.example|ops@a.example>", "ops@a.example")]
    [InlineData("<!here> <!channel>", "@here @channel")]
    [InlineData("<!subteam^S012|@oncall> <!subteam^S012>", "@oncall @oncall")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("a < b", "a < b")]
    [InlineData("a <down> b", "a <down> b")]
    public void Slack_s_marks_become_the_words_that_people_saw(string sent, string text) =>
        Assert.Equal("/incident " + text, Read("text=" + Uri.EscapeDataString(sent)));

    [Theory]
    [InlineData("")]
    [InlineData("&&&")]
    [InlineData("command=/incident")]
    [InlineData("command=incident&channel_id=C1&user_id=U1&trigger_id=1.2")]
    [InlineData("command=/incident&channel_id=C1&user_id=U1")]
    [InlineData("command=/incident&channel_id=&user_id=U1&trigger_id=1.2")]
    public void A_form_that_lacks_something_is_no_command(string body) => Assert.Null(SlackForm.Read(Encoding.UTF8.GetBytes(body)).Command);

    private static string Read(string field) =>
        SlackForm
            .Read(Encoding.UTF8.GetBytes($"command=%2Fincident&{field}&channel_id=C1&user_id=U1&user_name=ana&trigger_id=1.2"))
            .Command!.Event(new(null!)).Text.TrimEnd();
}
