using Sitrep.Storage.Sqlite;

namespace Sitrep.Chaos;

/// <summary>Ways to kill the bot.</summary>
internal static class Campaigns
{
    private const int Incidents = 4;
    private const int People = 16;

    private static readonly string[] _commands =
    [
        "/incident start Checkout down sev2",
        "/timeline INC-1 first words",
        "/timeline INC-1 mark 1 #dead-end",
        "/timeline INC-1 edit 1 better words",
        "/escalate INC-1 @li please look",
        "/ack INC-1",
        "/incident INC-1 status identified bad rule",
        "/incident INC-1 lead",
        "/incident INC-1 set impact nobody could pay",
        "/incident INC-1 action add test it",
        "/incident INC-1 update rolling back next:30m",
        "/timeline INC-1 undo",
        "/incident INC-1 close",
        "/timeline INC-1 afterthought",
        "/incident INC-1 reopen",
    ];

    /// <summary>kill -9 from outside, at random moments under load, with a platform that misbehaves.</summary>
    public static async Task<Verdict> RandomKillsAsync(string folder, int kills, int seed)
    {
        var database = Path.Combine(folder, "random.db");
        var random = new Random(seed);
        await using var ledger = await Ledger.StartAsync(seed);
        // Faster than the platform takes it, a long run would end in a long wait.
        await using var posters = new Posters { Breath = TimeSpan.FromMilliseconds(100) };
        var victim = await Victim.StartAsync(database, ledger.Url);
        posters.Where = victim.Url;
        for (var i = 0; i < Incidents; i++) await posters.SendAsync("ana", $"/incident start Incident {i}", $"start-{i}", tries: 100);
        posters.Start(People, Incidents);
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(20, 400));
            posters.Where = null;
            await victim.KillAsync();
            victim.Dispose();
            ledger.ForgetWaits();
            victim = await Victim.StartAsync(database, ledger.Url);
            posters.Where = victim.Url;
            if (kill % 50 == 0) Console.Error.WriteLine($"  {kill} of {kills} kills, {posters.Acknowledged.Count} acknowledged");
        }

        await posters.FinishAsync();
        ledger.Misbehaves = false;
        await DrainAsync(database);
        var took = await victim.TerminateAsync();
        if (took > TimeSpan.FromSeconds(10)) throw new InvalidOperationException($"SIGTERM took {took.TotalSeconds:0.0} s");
        victim.Dispose();
        return Verdict.Of($"random kill -9 ({ledger.Faults} faults of the platform)", kills, database, ledger, posters.Acknowledged);
    }

    /// <summary>What the commands come to where nobody dies.</summary>
    public static async Task<string> UndisturbedAsync(string folder)
    {
        var database = Path.Combine(folder, "undisturbed.db");
        await using var ledger = await Ledger.StartAsync(1);
        ledger.Misbehaves = false;
        await using var posters = new Posters();
        using var bot = await Victim.StartAsync(database, ledger.Url);
        posters.Where = bot.Url;
        for (var i = 0; i < _commands.Length; i++)
            if (await posters.SendAsync("ana", _commands[i], $"c{i}", tries: 100) is not { } reply || reply["refused"]!.GetValue<bool>())
                throw new InvalidOperationException($"{_commands[i]} was refused");
        await DrainAsync(database);
        await bot.TerminateAsync();
        return Outcome(database);
    }

    /// <summary>The process kills itself at a named step, once for every command; then the command is sent again.</summary>
    /// <param name="folder">Where the database is made.</param>
    /// <param name="point">The step.</param>
    /// <param name="undisturbed">What must come of it all the same.</param>
    public static async Task<Verdict> CrashPointAsync(string folder, string point, string undisturbed)
    {
        var database = Path.Combine(folder, point + ".db");
        await using var ledger = await Ledger.StartAsync(1);
        ledger.Misbehaves = false;
        await using var posters = new Posters();
        var kills = 0;
        for (var i = 0; i < _commands.Length; i++)
        {
            using (var doomed = await Victim.StartAsync(database, ledger.Url, point))
            {
                posters.Where = doomed.Url;
                // On a machine that is busy with something else the first answer may be "not saved, try again".
                await posters.SendAsync("ana", _commands[i], $"c{i}", tries: 5);
                if (!await doomed.DiesAsync(TimeSpan.FromSeconds(30)))
                    throw new InvalidOperationException($"{point} was not reached by {_commands[i]}");
                kills++;
            }

            using var survivor = await Victim.StartAsync(database, ledger.Url);
            posters.Where = survivor.Url;
            var reply = await posters.SendAsync("ana", _commands[i], $"c{i}", tries: 100);
            if (reply is null || reply["refused"]!.GetValue<bool>())
                throw new InvalidOperationException($"{_commands[i]} after {point}: {reply}");
            await DrainAsync(database);
            await survivor.TerminateAsync();
        }

        var outcome = Outcome(database);
        if (outcome != undisturbed)
            throw new InvalidOperationException($"{point} came to\n{outcome}\nwhere without a crash it is\n{undisturbed}");
        return Verdict.Of($"crash at {point}", kills, database, ledger, Expected(database));
    }

    // Updates of one message are merged where they wait, so how many there are is a matter of timing.
    private static string Outcome(string database)
    {
        using var connection = new SqliteStore($"Data Source={database}").Open();
        return string.Join('\n', connection.Query<string>(
            """
            select * from (select 'entry ' || number || ' ' || text || ' ' || kinds || ' ' || removed from timeline_entries order by number)
            union all select * from (select 'note ' || what || ' ' || coalesce(value, '') from notes order by id)
            union all select * from (select 'escalation ' || number || ' ' || (acknowledged_at is not null) from escalations order by number)
            union all select * from (select 'correction ' || what || ' ' || undone from corrections order by id)
            union all select * from (select kind || ' ' || count(*) from outbox where kind not like 'Up%' group by kind order by kind)
            """));
    }

    /// <summary>The process kills itself in each migration; the next start goes on.</summary>
    public static async Task<Verdict> MigrationsAsync(string folder)
    {
        var database = Path.Combine(folder, "migrations.db");
        await using var ledger = await Ledger.StartAsync(1);
        ledger.Misbehaves = false;
        await using var posters = new Posters();
        var kills = 0;
        for (var step = 1; step <= SqliteStore.NewestSchema; step++)
        {
            using var doomed = await Victim.StartAsync(database, ledger.Url, $"in-migration:{step}");
            if (!await doomed.DiesAsync(TimeSpan.FromSeconds(10))) throw new InvalidOperationException($"Migration {step} was not reached");
            kills++;
        }

        using var survivor = await Victim.StartAsync(database, ledger.Url);
        posters.Where = survivor.Url;
        await posters.SendAsync("ana", "/incident start After all", "a", tries: 100);
        await posters.SendAsync("ana", "/timeline INC-1 afterthought", "b", tries: 100);
        await DrainAsync(database);
        await survivor.TerminateAsync();
        return Verdict.Of("crash in each migration", kills, database, ledger, Expected(database));
    }

    // What must be there was compared with the undisturbed run; here each must be there once.
    private static Dictionary<string, int> Expected(string database)
    {
        using var connection = new SqliteStore($"Data Source={database}").Open();
        return connection
            .Query<string>("select text from timeline_entries")
            .GroupBy(text => text)
            .ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>Waits until everything has been sent; as long as there is progress, it goes on.</summary>
    public static async Task DrainAsync(string database)
    {
        var (least, deadline) = (long.MaxValue, Environment.TickCount64 + 120_000);
        while (Environment.TickCount64 < deadline)
        {
            using (var connection = new SqliteStore($"Data Source={database}").Open())
            {
                var left = connection.QuerySingle<long>("select count(*) from outbox where state in ('pending', 'sending', 'ambiguous')");
                if (left == 0) return;
                if (left < least) (least, deadline) = (left, Environment.TickCount64 + 120_000);
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException("Nothing was sent for two minutes, and the outbox is not empty");
    }
}
