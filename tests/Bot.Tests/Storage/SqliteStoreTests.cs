using Sitrep.Storage;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Tests.Storage;

/// <summary>SQLite keeps what every engine promises.</summary>
public sealed class SqliteStoreTests : StoredRowsContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-store-").FullName;

    private string File => Path.Combine(_folder, "x.db");

    internal override IStore Make() => new SqliteStore($"Data Source={File}");

    internal override IStore Again()
    {
        SqliteStore.Release();
        return new SqliteStore($"Data Source={File}");
    }

    internal override void Provoke(StoreFault fault)
    {
        switch (fault)
        {
            case StoreFault.Busy:
                using (var holder = Store.Open())
                using (var late = Store.Open())
                {
                    holder.Execute("begin immediate");
                    late.Execute("pragma busy_timeout = 0");
                    try
                    {
                        late.Execute("delete from health");
                    }
                    finally
                    {
                        holder.Execute("rollback");
                    }
                }

                break;
            case StoreFault.Full:
                using (var full = new SqliteStore($"Data Source={File};Pooling=False").Open())
                {
                    full.Query<long>("pragma max_page_count = 1");
                    full.Execute(
                        "insert into long_commands (hash, command, kept_at) values ('h', @text, 'x')",
                        new { text = new string('x', 1_000_000) });
                }

                break;
            case StoreFault.ReadOnly:
                using (var reader = new SqliteStore($"Data Source={File};Mode=ReadOnly").Open()) reader.Execute("delete from health");
                break;
            case StoreFault.Damaged:
                var damaged = Path.Combine(_folder, "damaged.db");
                System.IO.File.WriteAllText(damaged, new string('x', 8192));
                using (var broken = new SqliteStore($"Data Source={damaged};Pooling=False").Open())
                    broken.Query<long>("select count(*) from sqlite_schema");
                break;
            case StoreFault.Gone:
                new SqliteStore($"Data Source={Path.Combine(_folder, "nowhere", "x.db")}").Open().Dispose();
                break;
        }
    }

    protected override void Delete()
    {
        SqliteStore.Release();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_is_committed_survives_a_power_cut_and_reading_waits_for_no_writer()
    {
        using var connection = Store.Open();
        Assert.Equal("wal", connection.QuerySingle<string>("pragma journal_mode"));
        Assert.Equal(2, connection.QuerySingle<long>("pragma synchronous"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        using (var connection = Store.Open()) connection.Execute("pragma user_version = 999");
        Assert.Contains("999", Assert.Throws<InvalidDataException>(Store.Prepare).Message);
    }
}
