using Sitrep.CommandLine;
using Sitrep.Storage.Sqlite;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.CommandLine;

public sealed class HeldVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-held-").FullName;

    private string Connection => $"Data Source={Path.Combine(_folder, "restored.db")}";

    [Fact]
    public async Task What_a_backup_had_not_sent_is_listed_released_or_dropped_by_a_person()
    {
        await RestoreAsync();
        var (code, data, talk) = await Run("held");
        Assert.Equal((ExitCodes.Done, "3 held."), (code, talk[..7]));
        var rows = data.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(6, row.Length));
        var (one, two, three) = (rows[0][0], rows[1][0], rows[2][0]);
        Assert.StartsWith("Released: 1.", (await Run("held", "release", one)).Talk);
        Assert.StartsWith("Dropped: 1.", (await Run("held", "drop", two)).Talk);
        // Asked about first: it may have been sent after the backup was made.
        Assert.Equal(["ambiguous", "dropped", "held"], States(one, two, three));
        Assert.StartsWith("Released: 1.", (await Run("held", "release", "all")).Talk);
        Assert.Equal(["ambiguous", "dropped", "ambiguous"], States(one, two, three));
        Assert.Equal("Nothing is held.", (await Run("held")).Talk.Trim());
    }

    [Fact]
    public async Task A_wrong_number_changes_nothing()
    {
        await RestoreAsync();
        var held = (await Run("held")).Data;
        Assert.Equal(ExitCodes.NotFound, (await Run("held", "release", held.Split('\t')[0], "999")).Code);
        Assert.Equal(ExitCodes.Usage, (await Run("held", "release")).Code);
        Assert.Equal(ExitCodes.Usage, (await Run("held", "release", "seven")).Code);
        Assert.Equal(ExitCodes.Usage, (await Run("held", "eat", "all")).Code);
        Assert.Equal(held, (await Run("held")).Data);
    }

    private string[] States(params string[] ids)
    {
        using var connection = new SqliteStore(Connection).Open();
        return
        [
            .. ids.Select(id => connection.QuerySingle<string>("select state from outbox where id = @id", new { id = long.Parse(id) })),
        ];
    }

    private async Task RestoreAsync()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        await bot.Writes.RunAsync(transaction => transaction.Run("update outbox set state = 'pending' where id <= 3"));
        var file = Path.Combine(_folder, "copy.db");
        SqliteBackup.Make(bot.Store, file);
        Assert.Equal(3, SqliteBackup.Restore(new(Connection), file).Held);
    }

    private async Task<(int Code, string Data, string Talk)> Run(params string[] words)
    {
        using var data = new StringWriter();
        using var talk = new StringWriter();
        var code = await VerbTable.RunAsync([.. words, "--Database:ConnectionString", Connection], new(data, talk));
        return (code, data.ToString(), talk.ToString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
