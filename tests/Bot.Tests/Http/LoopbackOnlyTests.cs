using System.Net;
using Microsoft.AspNetCore.Http;
using Sitrep.Http;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Http;

public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", "/", true)]
    [InlineData("::1", "/api/incidents", true)]
    [InlineData("::ffff:127.0.0.1", "/", true)]
    [InlineData("192.168.1.7", "/", false)]
    [InlineData("192.168.1.7", "/api/chat/channels", false)]
    [InlineData("192.168.1.7", "/metrics", false)]
    [InlineData("192.168.1.7", "/healthz/live", true)]
    [InlineData("192.168.1.7", "/slack/events", true)]
    [InlineData("192.168.1.7", "/slackers", false)]
    [InlineData(null, "/", false)]
    public void Other_machines_get_health_and_signed_routes_only(string? from, string path, bool answered)
    {
        var context = Context("GET", path, "localhost:5080");
        context.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);
        Assert.Equal(answered, LoopbackOnly.Objection(context) is null);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:5080", true)]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example:5080", false)]
    [InlineData("", false)]
    public void A_name_that_merely_resolves_to_here_is_refused(string host, bool answered) =>
        Assert.Equal(answered, LoopbackOnly.Objection(Context("GET", "/", host)) is null);

    [Theory]
    [InlineData("Origin", "http://localhost:5080", true)]
    [InlineData("Origin", "http://localhost:9", false)]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Accept", "*/*", true)]
    public void Another_site_s_page_cannot_type(string header, string value, bool answered)
    {
        var context = Context("POST", "/api/chat/general/messages", "localhost:5080");
        context.Request.Headers[header] = value;
        Assert.Equal(answered, LoopbackOnly.Objection(context) is null);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_to_be_careful()
    {
        await using var bot = await RunningBot.StartAsync();
        foreach (var path in (string[])["/", "/js/app.js", "/api/chat/channels", "/healthz/live", "/nothing"])
        {
            using var response = await bot.Http.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain("script-src 'unsafe", policy);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Fact]
    public async Task A_refusal_is_a_problem()
    {
        await using var bot = await RunningBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal(
            (HttpStatusCode.Forbidden, "application/problem+json"),
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    private static DefaultHttpContext Context(string method, string path, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Path = path;
        context.Request.Host = new(host);
        return context;
    }
}
