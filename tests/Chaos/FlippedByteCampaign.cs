using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sitrep.Hosting;
using Sitrep.Storage;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Chaos;

/// <summary>
/// One byte of the database is turned over, in as many places as fit into the time; then the bot is started on it and
/// read.
/// </summary>
internal static class FlippedByteCampaign
{
    private static readonly string[] _pages =
    [
        "api/incidents",
        "api/incidents/INC-1",
        "api/incidents/INC-1/timeline",
        "api/incidents/INC-1/postmortem",
        "api/chat/channels",
        "api/chat/inc-1-checkout-down/messages",
        "api/chat/incidents/messages",
    ];

    public static async Task<Problem> RunAsync(string folder, TimeSpan length, int seed)
    {
        var sound = Path.Combine(folder, "sound.db");
        await MakeAsync(sound);
        var bytes = await File.ReadAllBytesAsync(sound);
        var usual = new Dictionary<string, string>();
        await using (var app = await StartAsync(sound))
            foreach (var page in _pages) usual[page] = (await ReadAsync(app, page)).Body;
        SqliteStore.Release();
        var random = new Random(seed);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var bad = new List<string>();
        var watch = Stopwatch.StartNew();
        var flips = 0;
        for (; watch.Elapsed < length; flips++)
        {
            var file = Path.Combine(folder, "flipped.db");
            var (place, mask) = (random.Next(bytes.Length), (byte)random.Next(1, 256));
            bytes[place] ^= mask;
            await File.WriteAllBytesAsync(file, bytes);
            bytes[place] ^= mask;
            // Every other time as after a crash, when the bot looks before it starts.
            var looks = flips % 2 == 0;
            await File.WriteAllTextAsync(file + ".lock", looks ? "1" : "");
            var outcome = await TryAsync(file, usual);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome.StartsWith("BAD", StringComparison.Ordinal))
                bad.Add($"byte {place} by {mask:x2}{(looks ? ", checked" : "")}: {outcome}");
            SqliteStore.Release();
            foreach (var left in Directory.EnumerateFiles(folder, "flipped.db*")) File.Delete(left);
        }

        foreach (var line in bad.Take(10)) Console.WriteLine("      " + line);
        return new(
            "one byte turned over",
            $"{flips} places in {bytes.Length / 1024} kB: {string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"))}",
            flips > 0 && bad.Count == 0);
    }

    private static async Task<string> TryAsync(string file, Dictionary<string, string> usual)
    {
        WebApplication? app = null;
        try
        {
            app = await StartAsync(file);
            var (said, differs) = (false, false);
            foreach (var (page, body) in usual)
            {
                var (status, type, read) = await ReadAsync(app, page);
                if (status >= 500 && type != "application/problem+json") return $"BAD: {page} answered {status} as {type}";
                said |= status >= 400;
                differs |= status < 400 && read != body;
            }

            using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
            using var write = await http.PostAsJsonAsync(
                "api/chat/general/messages",
                new { user = "ana", text = "/timeline INC-1 one more" });
            if ((int)write.StatusCode >= 500 && write.Content.Headers.ContentType?.MediaType != "application/problem+json")
                return $"BAD: a note answered {write.StatusCode}";
            // SQLite keeps no checksums: a letter turned over within somebody's words is a letter.
            return said ? "said as a problem" : differs ? "undetectable (within stored words)" : "without consequence";
        }
        catch (Exception problem) when (problem is InvalidDataException or StoreException { Fault: StoreFault.Damaged })
        {
            return "refused at the start";
        }
        catch (Exception problem)
        {
            return $"BAD: {problem.GetType().Name} {problem.Message}";
        }
        finally
        {
            if (app is not null) await app.DisposeAsync();
        }
    }

    private static async Task MakeAsync(string file)
    {
        await using (var app = await StartAsync(file))
        {
            using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
            var texts = Enumerable
                .Range(1, 40)
                .Select(i => $"/timeline INC-1 note {i} of what was seen while the checkout was down")
                .Prepend("/incident start Checkout down sev2")
                .Append("/incident INC-1 close");
            foreach (var text in texts)
                (await http.PostAsJsonAsync("api/chat/general/messages", new { user = "ana", text })).EnsureSuccessStatusCode();
            await Campaigns.DrainAsync(file);
            await app.StopAsync();
        }

        using (var connection = new SqliteStore($"Data Source={file}").Open())
        {
            connection.Execute("pragma wal_checkpoint(truncate)");
        }

        SqliteStore.Release();
    }

    private static async Task<WebApplication> StartAsync(string file)
    {
        var app = BotHost.Build(
            [],
            options => options with { Urls = "http://127.0.0.1:0", ConnectionString = $"Data Source={file}" },
            services => services.AddLogging(logging => logging.ClearProviders()));
        try
        {
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task<(int Status, string? Type, string Body)> ReadAsync(WebApplication app, string page)
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(10) };
        using var response = await http.GetAsync(page);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }
}
