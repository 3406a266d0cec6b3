using Sitrep.Chat;
using Sitrep.Chat.Discord;
using Sitrep.Chat.Slack;
using Sitrep.Hosting;
using Sitrep.Incidents.Zones;
using Sitrep.Storage;
using Sitrep.Storage.Sqlite;

namespace Sitrep.CommandLine;

/// <summary><c>doctor</c>: a line a check, each failure with its fix.</summary>
internal sealed class DoctorVerb : Verb
{
    private const long LeastFreeBytes = 100 * 1024 * 1024;

    public override string Name => "doctor";

    public override string Usage => "doctor";

    public override string Summary => "check configuration, database, disk, clock and zones";

    public override IReadOnlyList<string> Examples =>
        ["doctor", "doctor --Database:ConnectionString \"Data Source=/data/sitrep.db\"", "doctor --Incidents:Zone Europe/Berlin"];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only();
        var options = BotOptions.Read(BotHost.Configuration(arguments.Configuration()));
        var store = new SqliteStore(options.ConnectionString);
        var path = store.Path;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        IReadOnlyList<Check> checks =
        [
            new("configuration", () => "read"),
            new("SQLite", () => store.Engine),
            new("database folder", () => Folder(folder, path)),
            new("database rights", () => Rights(store)),
            new("database write", () => Write(store)),
            new("database check", () => Integrity(store)),
            new("tables", () => Tables(store)),
            new("outbox", () => Outbox(store)),
            new("disk space", () => Disk(folder)),
            new("clock", Clock),
            new("time-zone data", Zones),
        ];
        var failed = 0;
        foreach (var check in checks)
        {
            try
            {
                await terminal.Data.WriteLineAsync($"ok    {check.Name}: {check.Run()}");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or StoreException)
            {
                failed++;
                await terminal.Data.WriteLineAsync(
                    $"FAIL  {check.Name}: {(problem is StoreException fault ? fault.Advice : problem.Message)}");
            }
        }

        failed += await SayAsync(
            terminal,
            "Slack",
            await SlackDoctor.LookAsync(options.Slack),
            "set Slack:BotToken and Slack:AppToken to connect it");
        failed += await SayAsync(terminal, "Discord", await DiscordDoctor.LookAsync(options.Discord), "set Discord:BotToken to connect it");
        return failed == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task<int> SayAsync(Terminal terminal, string platform, IReadOnlyList<DoctorResult> findings, string remedy)
    {
        foreach (var found in findings)
            await terminal.Data.WriteLineAsync($"{(found.IsWell ? "ok    " : "FAIL  ")}{platform} {found.Name}: {found.Text}");
        if (findings.Count == 0) await terminal.Data.WriteLineAsync($"-     {platform}: not connected; {remedy}");
        return findings.Count(found => !found.IsWell);
    }

    private static string Folder(string folder, string path)
    {
        if (FileRights.Problem(path) is { } refused) throw new IOException(refused);
        var existing = folder;
        while (!Directory.Exists(existing)) existing = Path.GetDirectoryName(existing)!;
        var probe = Path.Combine(existing, $".sitrep-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new IOException(
                $"{existing} takes no new file: {problem.Message} Fix: free space there, or set Database:ConnectionString.",
                problem);
        }

        return existing == folder ? folder : $"{folder} (created at the first start)";
    }

    private static string Rights(SqliteStore store)
    {
        if (!File.Exists(store.Path)) return "no database yet";
        return PrivateFile.IsOpenToAll(store.Path)
            ? throw new IOException($"every user of this machine can read {store.Place}. Fix: chmod o-rwx {store.Place}*")
            : "not open to other users";
    }

    private static string Write(SqliteStore store)
    {
        if (!File.Exists(store.Path)) return "no database yet; the first start makes it";
        using var connection = store.Open();
        // Committed, because a full disk shows at the commit and not before.
        connection.Execute(
            "insert into health (id, checked_at) values (2, @now) on conflict (id) do update set checked_at = @now",
            new { now = TimeProvider.System.GetUtcNow() });
        return store.Place;
    }

    private static string Integrity(SqliteStore store)
    {
        if (!File.Exists(store.Path)) return "nothing to check yet";
        return store.Damage() is { } damage
            ? throw new InvalidDataException($"{damage}. Fix: stop the bot and run: restore FILE with your last backup.")
            : $"sound, schema {store.Schema()} of {SqliteStore.NewestSchema}";
    }

    private static string Outbox(SqliteStore store)
    {
        if (!File.Exists(store.Path)) return "nothing to send yet";
        if (store.Schema() == 0) return "nothing to send yet";
        using var connection = store.Open();
        var counts = connection
            .Query<(string State, long Count)>("select state, count(*) from outbox where state not in ('done', 'dropped') group by state")
            .ToDictionary(row => row.State, row => row.Count);
        return counts.Count == 0
            ? "empty"
            : string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}{(count.Key == "held" ? " (held lists them)" : "")}"));
    }

    private static string Tables(SqliteStore store)
    {
        if (!File.Exists(store.Path)) return "none yet";
        var tables = store.TableSizes().Where(table => table.Rows > 0).OrderByDescending(table => table.Bytes).ToList();
        return tables.Count == 0
            ? "empty"
            : string.Join(", ", tables.Select(table => $"{table.Table} {table.Rows:N0} ({table.Bytes / 1024.0:N0} kB)"));
    }

    private static string Disk(string folder)
    {
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        return free >= LeastFreeBytes
            ? $"{free / 1024 / 1024:N0} MB free"
            : throw new IOException($"only {free / 1024 / 1024:N0} MB free on {folder}. Fix: free at least 100 MB.");
    }

    private static string Clock()
    {
        var now = TimeProvider.System.GetUtcNow();
        return now.Year >= 2026
            ? $"{now:yyyy-MM-dd HH:mm:ss} UTC"
            : throw new IOException($"the machine says {now:yyyy-MM-dd}. Fix: set its clock (timedatectl set-ntp true).");
    }

    private static string Zones() =>
        Zone.Parse("Europe/Berlin") is not null
            ? $"tz database {NodaTime.DateTimeZoneProviders.Tzdb.VersionId}, carried by the bot"
            : throw new InvalidDataException("the zone database is missing. Fix: reinstall the bot.");

    private sealed record Check(string Name, Func<string> Run);
}
