using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Chaos;

/// <summary>Very many people at once.</summary>
internal static class CrowdCampaigns
{
    private const int Crowd = 512;
    private const int Writers = 64;
    private const int Incidents = 8;

    /// <summary>512 people type without a pause.</summary>
    public static async Task<Problem> CrowdAsync(string folder, TimeSpan length)
    {
        var database = Path.Combine(folder, "crowd.db");
        await using var ledger = await Ledger.StartAsync(1);
        ledger.Misbehaves = false;
        using var bot = await Victim.StartAsync(database, ledger.Url);
        await DeclareAsync(bot);
        using var crowd = new Crowd(bot.Url, Crowd, Incidents);
        await crowd.TypeAsync(length);
        await bot.TerminateAsync();
        var (lost, twice) = Compare(database, crowd.Acknowledged);
        return new(
            $"{Crowd} at once for {length.TotalSeconds:0} s",
            $"{crowd.Acknowledged.Count} acknowledged: {lost} lost, {twice} stored twice, {crowd.ServerErrors} answers of 500 and above, {crowd.Broken} connections broken, {crowd.Refused} told to try again; slowest answer {crowd.Slowest:0} ms, p99 {crowd.Percentile(0.99):0} ms",
            !crowd.Acknowledged.IsEmpty && lost + twice + crowd.ServerErrors + crowd.Broken == 0);
    }

    /// <summary>64 people type while a copy is made: it holds everything acknowledged before it began.</summary>
    public static async Task<Problem> BackupAsync(string folder, TimeSpan before)
    {
        var database = Path.Combine(folder, "backed-up.db");
        await using var ledger = await Ledger.StartAsync(1);
        ledger.Misbehaves = false;
        using var bot = await Victim.StartAsync(database, ledger.Url);
        await DeclareAsync(bot);
        using var crowd = new Crowd(bot.Url, Writers, Incidents);
        using var stop = new CancellationTokenSource();
        var typing = crowd.TypeAsync(stop.Token);
        await Task.Delay(before);
        var usual = crowd.Take();
        var known = crowd.Acknowledged.Keys.ToList();
        var copy = Path.Combine(folder, "copy.db");
        var watch = Stopwatch.StartNew();
        // A process of its own, as a person would do it.
        var code = await Victim.BackupAsync(database, copy);
        var took = watch.Elapsed;
        var meanwhile = crowd.Take();
        await stop.CancelAsync();
        await typing;
        await bot.TerminateAsync();
        using var connection = new SqliteStore($"Data Source={copy}").Open();
        var sound = code == 0 && connection.Query<string>("pragma integrity_check")[0] == "ok";
        var held = connection.Query<string>("select text from timeline_entries").ToHashSet();
        var missing = known.Count(text => !held.Contains(text));
        return new(
            $"backup while {Writers} type",
            $"{new FileInfo(copy).Length / 1024:N0} kB in {took.TotalMilliseconds:0} ms, {(sound ? "sound" : "DAMAGED")}; {known.Count} acknowledged before it: {missing} missing; p99 of the answers {Sitrep.Chaos.Crowd.Percentile(usual, 0.99):0} ms before, {Sitrep.Chaos.Crowd.Percentile(meanwhile, 0.99):0} ms during ({meanwhile.Count} answers)",
            sound && missing == 0 && known.Count > 0 && crowd.ServerErrors == 0);
    }

    private static async Task DeclareAsync(Victim bot)
    {
        await using var posters = new Posters { Where = bot.Url };
        for (var i = 0; i < Incidents; i++) await posters.SendAsync("ana", $"/incident start Incident {i}", $"start-{i}", tries: 100);
    }

    private static (int Lost, int Twice) Compare(string database, ConcurrentDictionary<string, bool> acknowledged)
    {
        using var connection = new SqliteStore($"Data Source={database}").Open();
        var stored = connection
            .Query<string>("select text from timeline_entries")
            .GroupBy(text => text)
            .ToDictionary(group => group.Key, group => group.Count());
        return (acknowledged.Keys.Count(text => !stored.ContainsKey(text)), stored.Values.Count(count => count > 1));
    }
}

/// <summary>People who type as fast as they are answered, each on a connection of their own.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly HttpClient _http;
    private readonly int _people;
    private readonly int _incidents;
    private ConcurrentQueue<double> _times = new();
    private int _serverErrors;
    private int _broken;
    private int _refused;
    private double _slowest;

    public Crowd(Uri where, int people, int incidents)
    {
        _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = people })
        {
            BaseAddress = where,
            Timeout = TimeSpan.FromSeconds(60),
        };
        (_people, _incidents) = (people, incidents);
    }

    public ConcurrentDictionary<string, bool> Acknowledged { get; } = new();

    public int ServerErrors => _serverErrors;

    /// <summary>Requests that got no answer.</summary>
    public int Broken => _broken;

    /// <summary>Answers that said "not saved".</summary>
    public int Refused => _refused;

    /// <summary>The slowest answer, in milliseconds.</summary>
    public double Slowest => _slowest;

    public static double Percentile(IReadOnlyCollection<double> times, double share) =>
        times.Count == 0 ? double.NaN : times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));

    public double Percentile(double share) => Percentile(_times, share);

    /// <summary>How long answers took since the last call, in milliseconds.</summary>
    public IReadOnlyCollection<double> Take() => Interlocked.Exchange(ref _times, new());

    public async Task TypeAsync(TimeSpan length)
    {
        using var stop = new CancellationTokenSource(length);
        await TypeAsync(stop.Token);
    }

    public Task TypeAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, _people).Select(person => Task.Run(() => TypeAsync(person, stop), CancellationToken.None)));

    public void Dispose() => _http.Dispose();

    private async Task TypeAsync(int person, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var text = $"p{person}-{n}";
            var since = Stopwatch.GetTimestamp();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "api/chat/general/messages")
                {
                    Content = JsonContent.Create(new { user = $"p{person}", text = $"/timeline INC-{(person % _incidents) + 1} {text}" }),
                };
                request.Headers.Add("Idempotency-Key", text);
                using var response = await _http.SendAsync(request, CancellationToken.None);
                var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
                if ((int)response.StatusCode >= 500) Interlocked.Increment(ref _serverErrors);
                else if (body.Contains("\"refused\":false", StringComparison.Ordinal)) Acknowledged[text] = true;
                else Interlocked.Increment(ref _refused);
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
            {
                Interlocked.Increment(ref _broken);
            }

            var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            _times.Enqueue(took);
            lock (Acknowledged) _slowest = Math.Max(_slowest, took);
        }
    }
}
