using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Http;

public sealed class HttpFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] _methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND"];

    private static readonly string[] _values =
    [
        "general",
        "INC-1",
        "inc-1-checkout-down",
        "INC-99999999999999999999",
        "INC--1",
        "-1",
        "0",
        "9223372036854775808",
        "%ff%fe",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%5c",
        "a%0d%0aX:%20y",
        "%F0%9F%94%A5",
        "%ED%A0%80",
        "' or 1=1 --",
        "{channel}",
        "*",
        "%25",
        "%2525",
        "\u202e",
        "null",
        "%20",
        "%c0%af",
    ];

    private static readonly string[] _bodies =
    [
        "",
        "{",
        "{}",
        "[]",
        "null",
        "\"text\"",
        "1e999",
        "{\"user\":1,\"text\":2}",
        "{\"user\":\"ana\"}",
        "{\"user\":\"\",\"text\":\"\"}",
        "{\"user\":\"ana\",\"text\":null}",
        "{\"user\":\"ana\",\"text\":\"\\ud800\"}",
        "{\"user\":\"ana\",\"text\":\"\\u0000\"}",
        "{\"user\":\"\\ud800\",\"text\":\"/incident\"}",
        "{\"user\":\"ana\",\"text\":\"/timeline x\",\"text\":\"/timeline y\"}",
        "{\"user\":\"ana\",\"form\":\"incident start\"}",
        "{\"user\":\"ana\",\"form\":\"incident start\",\"values\":{\"title\":1}}",
        "{\"user\":\"ana\",\"form\":{},\"values\":[]}",
        "{\"user\":\"ana\",\"form\":\"nothing at all\",\"values\":{}}",
        "{\"user\":\"ana\",\"form\":\"/\",\"values\":{\"\":\"x\"}}",
        "\ufeff{\"user\":\"ana\",\"text\":\"hello\"}",
        "user=ana&text=hello",
        "<xml/>",
        "token=a&command=%2Ftimeline&text=x",
        "payload={}",
        "{\"type\":\"url_verification\",\"challenge\":1}",
    ];

    private static readonly string[] _types =
    [
        "application/json",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/octet-stream",
    ];

    [Fact]
    public async Task No_route_answers_500_whatever_it_is_sent()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        var (asked, faults) = (0, new List<string>());
        foreach (var (method, path) in Requests(bot))
        {
            foreach (var (body, type) in method is "GET" or "HEAD" or "TRACE" ? [("", "application/json")] : Bodies())
            {
                using var request = new HttpRequestMessage(new(method), path);
                if (body.Length > 0)
                {
                    request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                }

                request.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', asked % 300));
                // A stream has no end; its head says enough.
                using var response = await bot.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                asked++;
                if ((int)response.StatusCode >= 500 && method is not ("PROPFIND" or "TRACE"))
                    faults.Add($"{(int)response.StatusCode} {method} {path} {type} {body}");
                if ((int)response.StatusCode >= 400
                    && method != "HEAD"
                    && response.Content.Headers.ContentType?.MediaType != "application/problem+json")
                    faults.Add($"{(int)response.StatusCode} without problem details: {method} {path}");
            }
        }

        output.WriteLine($"{asked} requests: {faults.Count} answers of 500 and above, or errors without problem details");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(20)));
        Assert.Equal("ready\n", await bot.Http.GetStringAsync("/healthz/ready"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /api/chat/%00/messages HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /api/chat/a\u0001b/messages HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData(
        "POST /api/chat/general/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n")]
    [InlineData(
        "POST /api/chat/general/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    )]
    [InlineData(
        "POST /api/chat/general/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
    )]
    [InlineData(
        "POST /api/chat/general/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\u001f\u008b\u0008"
    )]
    [InlineData("\u0016\u0003\u0001 this is no HTTP\r\n\r\n")]
    public async Task What_is_no_request_gets_no_500(string bytes)
    {
        await using var bot = await RunningBot.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(bot.Url.Host, bot.Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        socket.Client.Shutdown(SocketShutdown.Send);
        var status = await FirstLineAsync(stream);
        Assert.False(status?.StartsWith("HTTP/1.1 5", StringComparison.Ordinal) ?? false, status);
        Assert.Equal("live\n", await bot.Http.GetStringAsync("/healthz/live"));
    }

    // The server may hang up in the middle of what it does not understand: no answer, and no 500.
    private static async Task<string?> FirstLineAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        try
        {
            return await reader.ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }

    [Fact]
    public async Task A_body_that_is_too_long_or_too_deep_is_refused_with_the_limit()
    {
        await using var bot = await RunningBot.StartAsync();
        foreach (
            var (body, status) in new[]
            {
                (new string('x', (1 << 20) + 1), 413),
                (string.Concat(Enumerable.Repeat("[", 100_000)), 400),
                ($"{{\"user\":\"ana\",\"text\":\"{new string('x', 900_000)}\"}}", 200),
            })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat/general/messages")
            {
                Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            };
            // Refused by its length, before the body is on its way.
            request.Headers.ExpectContinue = true;
            using var response = await bot.Http.SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    private static IEnumerable<(string Method, string Path)> Requests(RunningBot bot)
    {
        var routes = bot
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Append("/nothing/at/all")
            .Append("/metrics");
        foreach (var route in routes)
        {
            var isOpen = !route.Contains('{');
            foreach (var value in isOpen ? [""] : _values)
            {
                var path = isOpen ? route : route[..route.IndexOf('{')] + value + route[(route.IndexOf('}') + 1)..];
                foreach (var method in _methods)
                    foreach (
                        var query in method == "GET"
                            ? (string[])
                                [
                                    "",
                                "?after=-1",
                                "?after=99999999999999999999&last=x&before=%00",
                                "?format=%0a",
                                "?user=%ff&user=b",
                                "?last=9223372036854775807",
                                ]
                            : [""])
                        yield return (method, path + query);
            }
        }
    }

    // Each body once as JSON, and each type once with a body that would be right.
    private static IEnumerable<(string Body, string Type)> Bodies() =>
        _bodies.Select(body => (body, _types[0])).Concat(_types.Select(type => ("{\"user\":\"ana\",\"text\":\"/incident\"}", type)));
}
