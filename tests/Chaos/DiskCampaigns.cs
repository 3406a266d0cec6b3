using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Sitrep.CommandLine;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Chaos;

/// <summary>A disk that is full, that cannot be written to, or that is slow.</summary>
internal static class DiskCampaigns
{
    private const int Megabytes = 4;
    private const int Notes = 12;

    /// <summary>The disk fills up while people type; later there is room again.</summary>
    public static async Task<Problem> FullAsync(string folder)
    {
        using var disk = SmallDisk.Make(Path.Combine(folder, "small"), Megabytes);
        var database = Path.Combine(disk.Folder, "full.db");
        await using var ledger = await Ledger.StartAsync(1);
        ledger.Misbehaves = false;
        using var bot = await Victim.StartAsync(database, ledger.Url);
        await using var posters = new Posters { Where = bot.Url };
        using var http = new HttpClient { BaseAddress = bot.Url };
        await posters.SendAsync("ana", "/incident start Checkout down", "start", tries: 100);
        await posters.SendAsync("ana", "/timeline INC-1 while there was room", "before");
        await FillAsync(disk, http, database);

        // Long words, so that what little room is left in the last pages is soon used up.
        var tried = new Dictionary<string, JsonNode>();
        for (var i = 0; i < Notes; i++)
            tried[$"{i} {new string('x', 20_000)}"] = await posters.SendAsync(
                "ana",
                $"/timeline INC-1 {i} {new string('x', 20_000)}",
                $"full-{i}") ?? throw new InvalidOperationException("No answer on a full disk");
        var refused = tried.Where(note => note.Value["refused"]!.GetValue<bool>()).ToList();
        var plain = refused.Count(note =>
            note.Value["reply"]!
                .GetValue<string>()
                .StartsWith("⛔ Not saved: the disk is full. Nothing was changed. Free 100 MB", StringComparison.Ordinal));
        var stored = Texts(database);
        var falselySaved = tried.Count(note => !note.Value["refused"]!.GetValue<bool>() && !stored.Contains(note.Key));
        var falselyRefused = refused.Count(note => stored.Contains(note.Key));
        using var ready = await http.GetAsync("healthz/ready");
        var saysSo =
            ready.StatusCode == HttpStatusCode.ServiceUnavailable
            && (await ready.Content.ReadAsStringAsync()).Contains("the disk is full", StringComparison.Ordinal);
        var reads = (await http.GetStringAsync("api/incidents/INC-1/timeline")).Contains("while there was room", StringComparison.Ordinal);
        var doctor = await DoctorAsync(database);

        disk.Free();
        if (!disk.IsMounted) await http.PostAsync("chaos/pages/1073741823", null);
        var watch = Stopwatch.StartNew();
        // By itself: the health check is asked, as any monitor would, and nothing else is done.
        while ((await http.GetAsync("healthz/ready")).StatusCode != HttpStatusCode.OK && watch.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(20);
        var recovered = watch.Elapsed;
        var after = 0;
        foreach (var (text, i) in refused.Select((note, i) => (note.Key, i)))
            if (await posters.SendAsync("ana", $"/timeline INC-1 {text}", $"after-{i}", tries: 10) is { } reply
                && !reply["refused"]!.GetValue<bool>())
                after++;
        await Campaigns.DrainAsync(database);
        await bot.TerminateAsync();
        var lost = refused.Count(note => !Texts(database).Contains(note.Key));
        var doctorSays = disk.IsMounted
            ? doctor.Contains("the disk is full", StringComparison.Ordinal) || doctor.Contains("No space left", StringComparison.Ordinal)
            : doctor.Contains("disk space", StringComparison.Ordinal);
        return new(
            disk.IsMounted ? $"disk full (a tmpfs of {Megabytes} MB)" : "disk full (no right to mount: by max_page_count)",
            $"{tried.Count} typed: {refused.Count} not saved, {plain} of them said so plainly, {falselySaved} falsely called saved, {falselyRefused} falsely refused; "
                + $"{(saysSo ? "not ready, with the reason" : "THE HEALTH PAGE IS SILENT")}, doctor {(doctorSays ? "says it" : "IS SILENT")}, reading {(reads ? "goes on" : "FAILED")}; writing again {recovered.TotalMilliseconds:0} ms after there was room, {after} of {refused.Count} typed again, {lost} lost",
            refused.Count > 0
                && plain == refused.Count
                && falselySaved + falselyRefused + lost == 0
                && saysSo
                && doctorSays
                && reads
                && after == refused.Count);
    }

    /// <summary>The disk cannot be written to at the start.</summary>
    public static async Task<Problem> ReadOnlyAsync(string folder)
    {
        const string Name = "read-only at the start";
        using var disk = SmallDisk.Make(Path.Combine(folder, "read-only"), Megabytes);
        var database = Path.Combine(disk.Folder, "x.db");
        new SqliteStore($"Data Source={database}").Prepare();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!disk.Remount(readOnly: true))
            return new(Name, "Skipped: this process may not mount a file system; the tests show the same by file rights", true);
        var (code, talk) = await VerbAsync("serve", database);
        var saysSo =
            talk.Contains(disk.Folder, StringComparison.Ordinal)
            && talk.Contains("read-only", StringComparison.Ordinal)
            && talk.Contains("Fix:", StringComparison.Ordinal);
        var doctor = await DoctorAsync(database);
        disk.Remount(readOnly: false);
        return new(
            Name,
            $"exit code {code}, {(saysSo ? "the path and the fix are named" : "SAYS: " + talk)}, doctor {(doctor.Contains("read-only", StringComparison.Ordinal) ? "says it" : "IS SILENT")}",
            code == ExitCodes.Configuration && saysSo && doctor.Contains("read-only", StringComparison.Ordinal));
    }

    /// <summary>Every fsync takes longer than people wait: nobody hears "saved", and the repeat finds what became of it.</summary>
    public static async Task<Problem> SlowAsync(string folder)
    {
        const int Delay = 6_000;
        const int People = 8;
        var database = Path.Combine(folder, "slow.db");
        await using var ledger = await Ledger.StartAsync(1);
        ledger.Misbehaves = false;
        using (var quick = await Victim.StartAsync(database, ledger.Url))
        {
            await using var first = new Posters { Where = quick.Url };
            await first.SendAsync("ana", "/incident start Checkout down", "start", tries: 100);
            await Campaigns.DrainAsync(database);
            await quick.TerminateAsync();
        }

        var answers = new Dictionary<string, string>();
        using (var slow = await Victim.StartAsync(database, ledger.Url, fsyncDelay: Delay))
        {
            await using var posters = new Posters { Where = slow.Url };
            var replies = await Task.WhenAll(Enumerable.Range(0, People).Select(async i =>
            {
                // One after the other: some arrive while the disk is busy with the first.
                await Task.Delay(i * 100);
                return (Text: $"slow {i}", Reply: await posters.SendAsync("ana", $"/timeline INC-1 slow {i}", $"slow-{i}"));
            }));
            foreach (var (text, reply) in replies) answers[text] = reply?["reply"]!.GetValue<string>() ?? "no answer";
            await slow.KillAsync();
        }

        var stored = Texts(database);
        var notSaved = answers.Where(answer => answer.Value.StartsWith("⛔ Not saved", StringComparison.Ordinal)).ToList();
        var doubted = answers.Where(answer => answer.Value.StartsWith("⛔ Not confirmed", StringComparison.Ordinal)).ToList();
        var falselyRefused = notSaved.Count(answer => stored.Contains(answer.Key));
        var falselySaved = answers.Except(notSaved).Except(doubted).Count(answer => !stored.Contains(answer.Key));
        using var survivor = await Victim.StartAsync(database, ledger.Url);
        await using var again = new Posters { Where = survivor.Url };
        for (var i = 0; i < People; i++) await again.SendAsync("ana", $"/timeline INC-1 slow {i}", $"slow-{i}", tries: 20);
        await Campaigns.DrainAsync(database);
        await survivor.TerminateAsync();
        var entries = Entries(database);
        var once = answers.Keys.Count(text => entries.Count(entry => entry == text) == 1);
        return new(
            $"slow disk ({Delay:N0} ms an fsync)",
            $"{answers.Count} typed: {notSaved.Count} not saved, {doubted.Count} not confirmed, {falselyRefused} falsely refused, {falselySaved} falsely called saved; typed again with the same key: {once} of {answers.Count} stored once",
            falselyRefused + falselySaved == 0 && notSaved.Count + doubted.Count > 0 && once == answers.Count);
    }

    private static async Task FillAsync(SmallDisk disk, HttpClient http, string database)
    {
        if (disk.IsMounted)
        {
            disk.Fill();
            return;
        }

        using var connection = new SqliteStore($"Data Source={database}").Open();
        await http.PostAsync($"chaos/pages/{connection.QuerySingle<long>("pragma page_count")}", null);
    }

    private static async Task<string> DoctorAsync(string database) => (await VerbAsync("doctor", database)).Said;

    private static async Task<(int Code, string Said)> VerbAsync(string verb, string database)
    {
        using var said = new StringWriter();
        var code = await VerbTable.RunAsync([verb, "--Database:ConnectionString", $"Data Source={database}"], new(said, said));
        return (code, said.ToString());
    }

    private static HashSet<string> Texts(string database) => [.. Entries(database)];

    private static List<string> Entries(string database)
    {
        using var connection = new SqliteStore($"Data Source={database}").Open();
        return connection.Query<string>("select text from timeline_entries").ToList();
    }
}
