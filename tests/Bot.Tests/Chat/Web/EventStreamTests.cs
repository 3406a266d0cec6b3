using System.Globalization;
using System.Text.Json.Nodes;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web;

public sealed class EventStreamTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Messages_of_all_channels_arrive_in_order_while_one_watches()
    {
        using var stream = await OpenAsync();
        Assert.Equal("hello", (await stream.NextAsync()).Name);
        for (var i = 1; i <= 20; i++) await _bot.Type("ana", $"m{i}", i % 2 == 0 ? "general" : "random");
        for (var i = 1; i <= 20; i++)
        {
            var next = await stream.NextAsync();
            Assert.Equal(("message", $"m{i}", i), (next.Name, next.Data["text"]!.GetValue<string>(), next.Id));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_resumes_behind_the_last_event_that_arrived(bool header)
    {
        for (var i = 1; i <= 3; i++) await _bot.Type("ana", $"m{i}");
        using var stream = header ? await OpenAsync(resume: "1") : await OpenAsync("?after=1");
        Assert.Equal(("hello", 1), (await HeadAsync(stream)));
        Assert.Equal("m2", (await stream.NextAsync()).Data["text"]!.GetValue<string>());
        Assert.Equal("m3", (await stream.NextAsync()).Data["text"]!.GetValue<string>());
        await _bot.Type("ana", "m4");
        Assert.Equal("m4", (await stream.NextAsync()).Data["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_too_far_behind_is_told_to_reload()
    {
        await Task.WhenAll(Enumerable.Range(0, 1002).Select(i => _bot.Type("ana", $"m{i}")));
        using var stream = await OpenAsync("?after=0");
        await stream.NextAsync();
        Assert.Equal("reload", (await stream.NextAsync()).Name);
        await _bot.Type("ana", "last");
        Assert.Equal("last", (await stream.NextAsync()).Data["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_private_reaches_only_those_involved()
    {
        using var others = await OpenAsync("?user=ben");
        using var own = await OpenAsync("?user=ana");
        await own.NextAsync();
        await others.NextAsync();
        await _bot.Type("ana", "/incident start Secret private");
        Assert.Contains("Secret", (await own.NextAsync()).Data["text"]!.GetValue<string>());
        await _bot.Type("ana", "public");
        Assert.Equal("public", (await others.NextAsync()).Data["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_those_who_watch()
    {
        using var stream = await OpenAsync();
        await stream.NextAsync();
        await _bot.RestartAsync().WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static async Task<(string Name, long Id)> HeadAsync(EventReader stream)
    {
        var hello = await stream.NextAsync();
        return (hello.Name, hello.Id);
    }

    private async Task<EventReader> OpenAsync(string query = "", string? resume = null)
    {
        var http = new HttpClient { BaseAddress = _bot.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/chat/events" + query);
        if (resume is not null) request.Headers.Add("Last-Event-ID", resume);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(http, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private sealed record Received(string Name, long Id, JsonNode Data);

    private sealed class EventReader(HttpClient http, StreamReader reader) : IDisposable
    {
        public async Task<Received> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            var fields = new Dictionary<string, string>();
            while (true)
            {
                var line = await reader.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException();
                if (line.Length == 0 && fields.TryGetValue("event", out var named))
                    return new(named, long.Parse(fields["id"], CultureInfo.InvariantCulture), JsonNode.Parse(fields["data"])!);
                if (line.Split(": ", 2) is [var name, var value]) fields[name] = value;
            }
        }

        public void Dispose()
        {
            reader.Dispose();
            http.Dispose();
        }
    }
}
