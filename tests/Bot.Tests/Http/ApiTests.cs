using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Http;

public sealed class ApiTests
{
    [Fact]
    public async Task Every_route_is_described_and_every_description_has_a_route()
    {
        await using var bot = await RunningBot.StartAsync();
        var described = JsonNode.Parse(await bot.Http.GetStringAsync("/openapi/v1.json"))!["paths"]!
            .AsObject()
            .Select(path => path.Key)
            .Order(StringComparer.Ordinal);
        var routes = bot
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route =>
                route.StartsWith("/api/") || route.StartsWith("/healthz") || route.StartsWith("/openapi") || route == "/metrics")
            .Where(route => !route.Contains("**"))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(routes, described);
    }

    [Fact]
    public async Task An_incident_can_be_read_in_every_format()
    {
        await using var bot = await RunningBot.StartAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down sev2"))["channel"]!.GetValue<string>();
        await bot.Type("ana", "/timeline it is the database #finding", channel);
        await bot.Type("ana", "/incident start Hidden private");
        Assert.Equal(
            "INC-1",
            Assert.Single(JsonNode.Parse(await bot.Http.GetStringAsync("/api/incidents"))!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal("sev2", JsonNode.Parse(await bot.Http.GetStringAsync("/api/incidents/INC-1"))!["severity"]!.GetValue<string>());
        Assert.Equal(
            "finding",
            JsonNode.Parse(await bot.Http.GetStringAsync("/api/incidents/inc-1/timeline"))![0]!["kind"]!.GetValue<string>());
        foreach (
            var (format, starts) in new[] { ("markdown", "# Checkout down"), ("json", "{"), ("html", "<!doctype html>"), ("csv", "n,at") })
            Assert.StartsWith(starts, await bot.Http.GetStringAsync($"/api/incidents/INC-1/postmortem?format={format}"));
        Assert.StartsWith("# Checkout down", await bot.Http.GetStringAsync("/api/incidents/INC-1/postmortem"));
        // Spreadsheets know UTF-8 by its mark.
        Assert.Equal([0xEF, 0xBB, 0xBF], (await bot.Http.GetByteArrayAsync("/api/incidents/INC-1/postmortem?format=csv"))[..3]);
    }

    [Fact]
    public async Task The_list_of_incidents_is_read_a_page_at_a_time()
    {
        await using var bot = await RunningBot.StartAsync();
        foreach (var title in (string[])["Checkout down", "Search is slow", "Mail is late"]) await bot.Type("ana", "/incident start " + title);
        var first = await bot.Http.GetAsync("/api/incidents?limit=2");
        Assert.Equal(["INC-3", "INC-2"], await Ids(first));
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        Assert.Equal(["INC-1"], await Ids(await bot.Http.GetAsync(next)));

        static async Task<string[]> Ids(HttpResponseMessage answer) =>
            [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Select(one => one!["id"]!.GetValue<string>())];
    }

    [Theory]
    [InlineData("/api/incidents?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/incidents?before=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/incidents/INC-9", HttpStatusCode.NotFound)]
    [InlineData("/api/incidents/INC-2", HttpStatusCode.NotFound)]
    [InlineData("/api/incidents/seven", HttpStatusCode.NotFound)]
    [InlineData("/api/incidents/INC-1/postmortem?format=docx", HttpStatusCode.BadRequest)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task An_error_is_a_problem_that_says_what_to_do(string path, HttpStatusCode status)
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        await bot.Type("ana", "/incident start Hidden private");
        using var response = await bot.Http.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEqual("", JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_does_not_exist_yet_says_so()
    {
        await using var bot = await RunningBot.StartAsync();
        foreach (var path in (string[])["/alerts/alertmanager", "/alerts/generic", "/slack/events"])
        {
            using var response = await bot.Http.PostAsync(path, new StringContent("{}"));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("Nothing was stored", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Live_and_ready_are_answered()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.Equal("live\n", await bot.Http.GetStringAsync("/healthz/live"));
        Assert.Equal("ready\n", await bot.Http.GetStringAsync("/healthz/ready"));
        foreach (var path in (string[])["/healthz/live", "/healthz/ready"])
        {
            using var asked = new HttpRequestMessage(HttpMethod.Head, path);
            using var answer = await bot.Http.SendAsync(asked);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_was_answered_outlives_a_restart_and_a_repeat_gets_the_same_answer()
    {
        await using var bot = await RunningBot.StartAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        var first = await bot.Type("ana", "/timeline it is slow", channel, "key-1");
        await bot.RestartAsync();
        var again = await bot.Type("ana", "/timeline it is slow", channel, "key-1");
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Single(JsonNode.Parse(await bot.Http.GetStringAsync("/api/incidents/INC-1/timeline"))!.AsArray());
    }
}
