using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sitrep.Benchmarks.Hosts;

namespace Sitrep.Benchmarks.Figures;

/// <summary>From a message typed to the last of a thousand open pages that shows it.</summary>
internal static class FanOut
{
    private const int Pages = 1_000;
    private const int Messages = 15;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Workplace work)
    {
        const string what = "one event to the last of 1,000 open pages ÷ a plain Node loop";
        if (work.Rivals.Missing is { } missing) return [new(what, null, 1.5, AtLeast: false, missing)];
        await using var bot = work.Own(OwnHost.Bot, work.NewDatabase());
        await using var loop = work.Node("pages.js");
        var own = await LastAsync(bot, "/api/chat/events", "/api/chat/general/messages");
        var other = await LastAsync(loop, "/", "/");
        return [new(what, own / other, 1.5, AtLeast: false, string.Create(CultureInfo.InvariantCulture, $"{own:0.0} ms ÷ {other:0.0} ms"))];
    }

    private static async Task<double> LastAsync(Child host, string stream, string post)
    {
        await host.ReadyAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, Pages).Select(_ => Page.OpenAsync(host.Port, stream)));
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{host.Port}") };
        var times = new List<double>();
        for (var i = 0; i < Messages; i++)
        {
            var text = $"message number {i} of this round";
            var shown = Task.WhenAll(pages.Select(page => page.ShowsAsync(Encoding.UTF8.GetBytes(text))));
            var start = Stopwatch.GetTimestamp();
            using var response = await http.PostAsync(
                post,
                new StringContent($$"""{"user":"ana","text":"{{text}}"}""", Encoding.UTF8, "application/json")
            );
            response.EnsureSuccessStatusCode();
            await shown;
            if (i >= 5) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        foreach (var page in pages) page.Dispose();
        return Figure.Median(times);
    }

    private sealed class Page : IDisposable
    {
        private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
        private readonly byte[] _bytes = new byte[16 * 1024];

        public static async Task<Page> OpenAsync(int port, string path)
        {
            var page = new Page();
            await page._socket.ConnectAsync(IPAddress.Loopback, port);
            await page._socket.SendAsync(
                Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"));
            await page.ShowsAsync("event: hello"u8.ToArray());
            return page;
        }

        public async Task ShowsAsync(byte[] text)
        {
            for (var read = 0; _bytes.AsSpan(0, read).IndexOf(text) < 0;)
            {
                if (read > _bytes.Length / 2) read = 0;
                var count = await _socket.ReceiveAsync(_bytes.AsMemory(read));
                if (count == 0) throw new InvalidDataException("A page's stream ended.");
                read += count;
            }
        }

        public void Dispose() => _socket.Dispose();
    }
}
