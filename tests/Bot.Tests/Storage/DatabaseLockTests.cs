using Sitrep.CommandLine;
using Sitrep.Hosting;
using Sitrep.Storage.Sqlite;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

public sealed class DatabaseLockTests
{
    [Fact]
    public async Task A_second_process_on_one_database_refuses_and_says_why()
    {
        await using var bot = await RunningBot.StartAsync();
        var problem = Assert.Throws<DatabaseInUseException>(() =>
            BotHost.Build([], options => options with { ConnectionString = bot.ConnectionString }));
        Assert.Contains("in use", problem.Message);
        using var talk = new StringWriter();
        var file = Path.GetTempFileName();
        Assert.Equal(
            ExitCodes.Failed,
            await VerbTable.RunAsync(["restore", file, "--Database:ConnectionString", bot.ConnectionString], new(TextWriter.Null, talk)));
        Assert.Contains("in use", talk.ToString());
        File.Delete(file);
    }

    [Fact]
    public async Task A_backup_is_made_while_the_bot_runs()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        var file = Path.GetTempFileName();
        File.Delete(file);
        Assert.Equal(
            ExitCodes.Done,
            await VerbTable.RunAsync(
                ["backup", file, "--Database:ConnectionString", bot.ConnectionString],
                new(TextWriter.Null, TextWriter.Null)));
        File.Delete(file);
    }
}
