using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Chaos;

/// <summary>kill -9 where the bot speaks to Slack or Discord.</summary>
internal static partial class ChatCampaigns
{
    private const int People = 6;
    private const int Incidents = 4;
    private const int AtOnce = 3;
    private const int MostWaitForFaults = 30;
    private static readonly string[] _steps = ["before-commit", "after-commit", "after-answer", "before-effect", "after-effect"];

    /// <summary>
    /// The process dies at a named step or in a call of an incident's life, at the first time there, at the second and so
    /// on until there is none; then a new one starts.
    /// </summary>
    public static async Task<(Problem Finding, int Kills)> StepsAsync(
        string name,
        string folder,
        Func<Task<ILocalChat>> start,
        bool isShort)
    {
        IReadOnlyList<string> calls;
        await using (var one = await start())
            calls = one.Calls;
        var (kills, wrong) = (0, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(
            _steps.Concat(calls.Select(call => ChatLife.Withheld + call)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (step, _) =>
            {
                for (var time = 1; !isShort || time == 1; time++)
                {
                    await using var chat = await start();
                    var life = new ChatLife(chat, Path.Combine(folder, $"{name}-{Guid.NewGuid():N}.db"), step, time);
                    var problem = await life.LiveAsync();
                    Interlocked.Add(ref kills, life.Kills);
                    if (life.Kills == 0 && time == 1) problem ??= "it was not reached";
                    if (problem is not null) wrong.Add($"{step}:{time}: {problem}");
                    // No such time any more; or one is enough to know that something is wrong.
                    if (life.Kills == 0 || problem is not null) break;
                }
            });
        return (
            new(
                $"{name}: killed at each of {_steps.Length} steps and in each of {calls.Count} calls",
                $"{kills} kills: {wrong.Count} left other than one channel, one pinned card, one announcement, one file and each entry once{string.Concat(wrong.Select(one => "\n      " + one))}",
                wrong.IsEmpty && kills > 0),
            kills);
    }

    /// <summary>kill -9 from outside while people type and calls go wrong.</summary>
    public static async Task<(Problem Finding, int Kills)> RandomKillsAsync(
        string name,
        string folder,
        Func<Task<ILocalChat>> start,
        int kills,
        int seed)
    {
        var database = Path.Combine(folder, $"{name}-random.db");
        var random = new Random(seed);
        await using var chat = await start();
        var victim = await Victim.ServeAsync(database, chat.Settings);
        await ChatLife.UntilAsync(() => chat.IsReady);
        chat.Misbehave();
        await chat.DeclareAsync("Outage");
        await ChatLife.UntilAsync(() => Stored(database) > 0);
        var acknowledged = new ConcurrentDictionary<string, bool>();
        using var stop = new CancellationTokenSource();
        var typing = Task.WhenAll(
            Enumerable.Range(0, People).Select(person => TypeAsync(chat, person, () => Stored(database), acknowledged, stop.Token)));
        // A few more where the platform was kinder than it should be.
        var most = kills + MostWaitForFaults;
        var kill = 0;
        for (; kill < kills || (kill < most && !Misbehaviour.IsEnough(chat)); kill++)
        {
            await ChatLife.UntilAsync(() => chat.IsReady);
            if (kill < Incidents - 1 || kill % 10 == 0) await chat.DeclareAsync($"Outage {kill}");
            await Task.Delay(random.Next(20, 1_000));
            await victim.KillAsync();
            victim.Dispose();
            chat.ForgetWaits();
            victim = await Victim.ServeAsync(database, chat.Settings);
        }

        await ChatLife.UntilAsync(() => chat.IsReady && !acknowledged.IsEmpty);
        await stop.CancelAsync();
        await typing;
        chat.Behave();
        await Campaigns.DrainAsync(database);
        await victim.TerminateAsync();
        victim.Dispose();
        using var connection = new SqliteStore($"Data Source={database}").Open();
        var stored = connection
            .Query<string>("select text from timeline_entries where text like 'note-%'")
            .GroupBy(text => text)
            .ToDictionary(group => group.Key, group => group.Count());
        var incidents = Stored(database);
        var held = chat.Look();
        var posted = held
            .Words.SelectMany(words => Notes().Matches(words).Select(match => match.Value))
            .GroupBy(text => text)
            .ToDictionary(group => group.Key, group => group.Count());
        var lost = acknowledged.Keys.Count(text => !stored.ContainsKey(text));
        var (storedTwice, postedTwice) = (stored.Values.Count(count => count > 1), posted.Values.Count(count => count > 1));
        var missing = stored.Keys.Count(text => !posted.ContainsKey(text));
        return (
            new(
                $"{name}: random kill -9 (faults of the platform: {Misbehaviour.Told(chat)})",
                $"{kill} kills, {acknowledged.Count} acknowledged: {lost} lost, {storedTwice} stored twice; {posted.Count} entries posted: {missing} missing, {postedTwice} posted twice, {chat.Violations} before Retry-After; of {incidents} incidents {held.Channels} channels, {held.Pinned} with one pinned card, {held.Announcements} announced once",
                lost + storedTwice + missing + postedTwice + chat.Violations == 0
                    && !acknowledged.IsEmpty
                    && incidents > 0
                    && held.HasEach(incidents)
                    && Misbehaviour.IsEnough(chat)),
            kill);
    }

    private static async Task TypeAsync(
        ILocalChat chat,
        int person,
        Func<int> incidents,
        ConcurrentDictionary<string, bool> acknowledged,
        CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var text = $"note-{person}-{n}";
            // Whoever is told "not saved", or nothing, was promised nothing.
            if (await chat.NoteAsync(text, 1 + (n % incidents())) is { } answer
                && answer.Contains("Added to INC-", StringComparison.Ordinal)
                && !answer.Contains("not saved", StringComparison.OrdinalIgnoreCase)
                && !answer.Contains("not confirmed", StringComparison.OrdinalIgnoreCase))
                acknowledged[text] = true;
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static int Stored(string database)
    {
        using var connection = new SqliteStore($"Data Source={database}").Open();
        return connection.QuerySingle<int>("select count(*) from incidents");
    }

    [GeneratedRegex(@"note-\d+-\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();
}
