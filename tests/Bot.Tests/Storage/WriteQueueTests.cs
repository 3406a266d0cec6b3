using Dapper;
using Sitrep.Storage.Sqlite;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

public sealed class WriteQueueTests
{
    [Fact]
    public async Task Work_that_fails_takes_no_other_with_it()
    {
        await using var bot = new TestBot();
        var work = Enumerable.Range(1, 100).Select(i => bot.Writes.RunAsync(transaction =>
        {
            transaction.Run("insert into health (id, checked_at) values ($1, 'x')", i);
            return i % 7 == 0 ? throw new InvalidDataException("no") : i;
        })).ToList();
        for (var i = 1; i <= work.Count; i++)
        {
            if (i % 7 == 0) await Assert.ThrowsAsync<InvalidDataException>(() => work[i - 1]);
            else Assert.Equal(i, await work[i - 1]);
        }

        using var connection = bot.Database.Open();
        Assert.Equal(Enumerable.Range(1, 100).Where(i => i % 7 != 0).Select(i => (long)i), connection.Query<long>("select id from health order by id"));
    }

    [Fact]
    public async Task Commands_typed_at_once_get_numbers_without_gaps()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => bot.Type($"u{i % 10}", $"/timeline note {i}", channel, $"k{i}")));
        Assert.Equal(Enumerable.Range(1, 200), bot.Record().Timeline.Select(entry => entry.Number));
        Assert.Equal(200, bot.Record().Timeline.Select(entry => entry.Text).Distinct().Count());
    }

    [Fact]
    public async Task What_was_answered_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sitrep-restart-").FullName;
        var database = new Database($"Data Source={Path.Combine(folder, "x.db")}");
        database.Prepare();
        await using (var writes = new WriteQueue(database))
            await writes.RunAsync(transaction => transaction.Run("insert into health (id, checked_at) values (1, 'x')"));
        database.Prepare();
        using (var connection = database.Open())
        {
            Assert.Equal(1, connection.QuerySingle<long>("select count(*) from health"));
            Assert.Equal("wal", connection.QuerySingle<string>("pragma journal_mode"));
            Assert.Equal(2, connection.QuerySingle<long>("pragma synchronous"));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("sitrep-newer-").FullName;
        var database = new Database($"Data Source={Path.Combine(folder, "x.db")}");
        database.Prepare();
        using (var connection = database.Open()) connection.Execute("pragma user_version = 999");
        Assert.Contains("999", Assert.Throws<InvalidDataException>(database.Prepare).Message);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
