using Microsoft.Extensions.DependencyInjection;
using Sitrep.Storage;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_is_said_plainly_reading_goes_on_and_writing_when_there_is_room_again()
    {
        await using var bot = await RunningBot.StartAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        await bot.Type("ana", "/timeline while there was room", channel);
        var writes = bot.Services.GetRequiredService<WriteQueue>();
        // The same error as from a full disk, for whoever runs the tests without the right to mount a small one.
        await writes.RunAsync(transaction => transaction.Reads.QuerySingle<long>("pragma max_page_count = 1"));
        var words = new string('x', 50_000);
        var refused = await bot.Type("ana", "/timeline " + words, channel, "k1");
        Assert.True(refused["refused"]!.GetValue<bool>());
        Assert.StartsWith(
            "⛔ Not saved: the disk is full. Nothing was changed. Free 100 MB; reading goes on, and writing as soon as there is room. Your text: ",
            refused["reply"]!.GetValue<string>());
        Assert.DoesNotContain("xxx", await bot.Http.GetStringAsync("/api/incidents/INC-1/timeline"));
        Assert.Contains("while there was room", await bot.Http.GetStringAsync("/api/incidents/INC-1/timeline"));
        await writes.RunAsync(transaction => transaction.Reads.QuerySingle<long>("pragma max_page_count = 1073741823"));
        Assert.False((await bot.Type("ana", "/timeline " + words, channel, "k1"))["refused"]!.GetValue<bool>());
        Assert.Equal("ready\n", await bot.Http.GetStringAsync("/healthz/ready"));
        Assert.Contains("xxx", await bot.Http.GetStringAsync("/api/incidents/INC-1/timeline"));
    }

    [Fact]
    public async Task One_command_too_long_for_the_room_left_takes_no_other_with_it()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Writes.RunAsync(transaction =>
            transaction.Reads.QuerySingle<long>($"pragma max_page_count = {transaction.Reads.QuerySingle<long>("pragma page_count") + 4}"));
        var held = await HeldWriter.HoldAsync(bot.Writes);
        var replies = Enumerable
            .Range(0, 6)
            .Select(i => bot.Ask("li", $"/timeline {i} {new string('x', i == 3 ? 200_000 : 10)}", channel, $"k{i}"))
            .ToList();
        await held.DisposeAsync();
        var answered = await Task.WhenAll(replies);
        // Whatever was answered as recorded is there, and nothing else is.
        Assert.Equal(
            Enumerable.Range(0, 6).Where(i => !answered[i].Refused).Select(i => i.ToString()),
            bot.Record().Timeline.Select(entry => entry.Text.Split(' ')[0]).Order());
        Assert.True(answered[3].Refused);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_stops_the_start_with_the_path_the_user_and_the_fix()
    {
        if (Environment.UserName == "root" || OperatingSystem.IsWindows())
        {
            Console.WriteLine("Skipped: no file right stops root; the chaos command shows the same on a read-only file system");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("sitrep-rights-").FullName;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var talk = new StringWriter();
        var code = await Sitrep.CommandLine.VerbTable.RunAsync(
            ["serve", "--Database:ConnectionString", $"Data Source={folder}/x.db"],
            new(TextWriter.Null, talk));
        Assert.Equal(Sitrep.CommandLine.ExitCodes.Configuration, code);
        Assert.All((string[])[folder, "uid ", "Fix: chown"], word => Assert.Contains(word, talk.ToString()));
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(folder);
    }
}
