using Sitrep.Storage.Sqlite;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-backup-").FullName;

    [Fact]
    public async Task A_backup_holds_what_was_there_and_never_overwrites()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/timeline hello", channel);
        var file = Path.Combine(_folder, "copy.db");
        var counts = SqliteBackup.Make(bot.Store, file);
        Assert.Equal((1, 1), (counts.Incidents, counts.Entries));
        Assert.Throws<IOException>(() => SqliteBackup.Make(bot.Store, file));
    }

    [Fact]
    public async Task A_restored_backup_keeps_the_old_database_and_holds_what_it_had_not_sent()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        await bot.Writes.RunAsync(transaction => transaction.Run("update outbox set state = 'pending' where id = 2"));
        var file = Path.Combine(_folder, "copy.db");
        SqliteBackup.Make(bot.Store, file);
        var target = new SqliteStore($"Data Source={Path.Combine(_folder, "target.db")}");
        File.WriteAllText(target.Path, "something else");
        var restored = SqliteBackup.Restore(target, file);
        Assert.Equal((1, 1), (restored.Incidents, restored.Held));
        Assert.Equal("something else", File.ReadAllText(restored.Kept!));
        using var connection = target.Open();
        Assert.Equal("held", connection.QuerySingle<string>("select state from outbox where id = 2"));
    }

    [Fact]
    public async Task A_backup_made_while_64_people_write_holds_all_that_was_answered_before_it_began()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        var answered = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 64).Select(person => Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
                if (!(await bot.Ask($"p{person}", $"/timeline p{person}-{n}", channel, $"p{person}-{n}")).Refused)
                    answered.Add($"p{person}-{n}");
        })).ToList();
        await Eventually.Async(() => Task.FromResult(answered.Count > 200));
        var before = answered.ToList();
        var file = Path.Combine(_folder, "copy.db");
        SqliteBackup.Make(bot.Store, file);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        using var connection = new SqliteStore($"Data Source={file}").Open();
        Assert.Equal("ok", connection.QuerySingle<string>("pragma integrity_check"));
        Assert.Empty(before.Except(connection.Query<string>("select text from timeline_entries")));
    }

    [Fact]
    public void What_is_no_backup_is_refused_and_nothing_is_changed()
    {
        var file = Path.Combine(_folder, "rubbish.db");
        File.WriteAllText(file, new string('x', 10_000));
        var target = new SqliteStore($"Data Source={Path.Combine(_folder, "target.db")}");
        File.WriteAllText(target.Path, "something else");
        Assert.Throws<InvalidDataException>(() => SqliteBackup.Restore(target, file));
        Assert.Equal("something else", File.ReadAllText(target.Path));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
