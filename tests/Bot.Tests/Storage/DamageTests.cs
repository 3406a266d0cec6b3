using System.Net;
using Sitrep.CommandLine;
using Sitrep.Hosting;
using Sitrep.Incidents;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Sqlite;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

public sealed class DamageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-damage-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "damaged.db");

    private string Connection => $"Data Source={Path}";

    [Fact]
    public async Task After_a_crash_a_damaged_page_stops_the_start_every_time_and_names_the_way_back()
    {
        await DamageAsync("timeline_entries");
        await File.WriteAllTextAsync(Path + ".lock", "4711");
        // Twice: a start that failed must not pass for one that ended in order.
        for (var start = 0; start < 2; start++)
        {
            using var talk = new StringWriter();
            var code = await VerbTable.RunAsync(
                ["serve", "--Urls", "http://127.0.0.1:0", "--Database:ConnectionString", Connection],
                new(TextWriter.Null, talk));
            Assert.Equal(ExitCodes.Failed, code);
            Assert.EndsWith("Put a backup back with: restore FILE\n", talk.ToString());
        }
    }

    [Fact]
    public async Task Damage_found_while_running_is_said_in_the_answer_and_by_doctor_and_other_pages_go_on()
    {
        await DamageAsync("timeline_entries");
        await using var app = BotHost.Build([], options => options with { Urls = "http://127.0.0.1:0", ConnectionString = Connection });
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using (var read = await http.GetAsync("/api/incidents/INC-1/timeline"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, read.StatusCode);
            Assert.Equal("application/problem+json", read.Content.Headers.ContentType!.MediaType);
            Assert.Contains(
                "the database is damaged. Stop the bot and put a backup back: restore FILE",
                await read.Content.ReadAsStringAsync());
        }

        using (
            var write = await http.PostAsync(
                "/api/chat/general/messages",
                new StringContent("{\"user\":\"ana\",\"text\":\"/timeline INC-1 more\"}", null, "application/json")))
            Assert.Contains("Not saved: the database is damaged. Nothing was changed.", await write.Content.ReadAsStringAsync());
        Assert.Contains("Checkout down", await http.GetStringAsync("/api/incidents"));
        using var said = new StringWriter();
        Assert.Equal(ExitCodes.Failed, await VerbTable.RunAsync(["doctor", "--Database:ConnectionString", Connection], new(said, said)));
        Assert.Contains("FAIL  database check", said.ToString());
        await app.StopAsync();
    }

    [Fact]
    public async Task A_damaged_incident_hides_no_other_whose_channel_is_out_of_reach()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        await bot.Declare("Search down");
        using var connection = bot.Store.Open();
        var lost = IncidentQueries.Find(connection, new(2))! with { ChannelLost = ChannelLoss.Archived };
        await bot.Writes.RunAsync(transaction =>
        {
            IncidentWrites.Write(transaction, new Amended(lost));
            return transaction.Run("update incidents set details = '{' where number = 1");
        });
        Assert.Equal(lost.Id, Assert.Single(IncidentQueries.OutOfReach(connection, lost.Platform)).Id);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_stays_as_it_is()
    {
        await File.WriteAllTextAsync(Path, new string('x', 10_000));
        using var talk = new StringWriter();
        Assert.Equal(
            ExitCodes.Failed,
            await VerbTable.RunAsync(
                ["serve", "--Urls", "http://127.0.0.1:0", "--Database:ConnectionString", Connection],
                new(TextWriter.Null, talk)));
        Assert.Contains("the database is damaged. Stop the bot and put a backup back: restore FILE", talk.ToString());
        Assert.Equal(new string('x', 10_000), await File.ReadAllTextAsync(Path));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // The page at which a table begins, overwritten.
    private async Task DamageAsync(string table)
    {
        await using (var bot = new TestBot())
        {
            var channel = await bot.Declare();
            await bot.Type("ana", "/timeline hello", channel);
            SqliteBackup.Make(bot.Store, Path);
        }

        long page, size;
        using (var connection = new SqliteStore(Connection).Open())
        {
            page = connection.QuerySingle<long>("select rootpage from sqlite_master where name = @table", new { table });
            size = connection.QuerySingle<long>("pragma page_size");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using var file = File.OpenWrite(Path);
        file.Seek((page - 1) * size, SeekOrigin.Begin);
        file.Write(Enumerable.Repeat((byte)0xFF, (int)size).ToArray());
    }
}
