using Sitrep.CommandLine;
using Sitrep.Storage.Sqlite;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.CommandLine;

public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-verbs-").FullName;

    [Theory]
    [InlineData("2024-09-18T14:01:00Z amina /incident", "line 2", "amina")]
    [InlineData("2024-09-18 14:01 @amina /incident", "line 2", "2024-09-18")]
    [InlineData("2024-09-18T14:01:00 @amina /incident", "line 2", "offset")]
    [InlineData("2024-09-18T13:01:00Z @amina /incident", "line 2", "backwards")]
    [InlineData("2024-09-18T14:01:00Z @amina", "line 2", "nothing is typed")]
    [InlineData("rubbish", "line 2", "rubbish")]
    public async Task A_transcript_that_cannot_be_read_names_its_line_and_plays_nothing(string line, params string[] said)
    {
        var replayed = await Replayed.PlayAsync(["2024-09-18T14:00:00Z @amina /incident start Down", line]);
        Assert.Equal(ExitCodes.Usage, replayed.ExitCode);
        Assert.All(said, word => Assert.Contains(word, replayed.Talk));
        Assert.Equal("", replayed.Data);
    }

    [Fact]
    public async Task A_refused_command_is_printed_with_its_line_and_the_rest_is_played()
    {
        var replayed = await Replayed.PlayAsync([
            "// a comment, and an empty line", "",
            "2024-09-18T14:00:00+00:00 @amina /incident start Down sev1",
            "2024-09-18T14:01:00Z @amina Just talk",
            "2024-09-18T14:02:00Z @amina /timeline 25:70 what",
            "2024-09-18T15:03:00+01:00 @lena /timeline it works #resolution",
        ]);
        Assert.Equal(ExitCodes.Failed, replayed.ExitCode);
        Assert.StartsWith("line 5: ", replayed.Talk);
        Assert.Contains("**14:03 UTC** - it works", replayed.Data.Replace("2024-09-18 ", ""));
        Assert.DoesNotContain("Just talk", replayed.Data);
    }

    [Fact]
    public async Task A_transcript_may_name_channels_and_otherwise_follows_the_newest_incident()
    {
        var replayed = await Replayed.PlayAsync(
            [
                "2024-09-18T14:00:00Z @amina /incident start First",
                "2024-09-18T14:01:00Z @amina #general /incident start Second",
                "2024-09-18T14:02:00Z @amina #inc-1-first /timeline for the first",
                "2024-09-18T14:03:00Z @amina /timeline for the second",
                "2024-09-18T14:04:00Z @amina #lobby /timeline INC-1 for the first again",
            ],
            "json");
        Assert.Equal(0, replayed.ExitCode);
        Assert.Equal("INC-2", replayed.Json["id"]!.GetValue<string>());
        Assert.Equal("for the second", Assert.Single(replayed.Json["timeline"]!.AsArray())!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "dance")]
    [InlineData(ExitCodes.Usage, "replay")]
    [InlineData(ExitCodes.Usage, "replay", "a.txt", "b.txt")]
    [InlineData(ExitCodes.Usage, "replay", "a.txt", "--format", "docx")]
    [InlineData(ExitCodes.Usage, "replay", "a.txt", "--colour", "red")]
    [InlineData(ExitCodes.Usage, "replay", "a.txt", "--out")]
    [InlineData(ExitCodes.NotFound, "replay", "/nowhere/a.txt")]
    [InlineData(ExitCodes.Usage, "export", "seven")]
    [InlineData(ExitCodes.NotFound, "restore", "/nowhere/a.db")]
    [InlineData(ExitCodes.Failed, "import", "a.md")]
    [InlineData(ExitCodes.Configuration, "serve", "--Incidents:Zone", "Mars", "--Urls", "ftp://x", "--Database:Provider", "oracle")]
    [InlineData(ExitCodes.Done, "--help")]
    [InlineData(ExitCodes.Done, "help")]
    [InlineData(ExitCodes.Done, "replay", "--help")]
    public async Task The_exit_code_says_what_went_wrong(int code, params string[] typed)
    {
        var (exit, data, talk) = await Run(typed);
        Assert.Equal(code, exit);
        Assert.Equal(code == ExitCodes.Done, talk.Length == 0);
        Assert.Equal(code == ExitCodes.Done, data.Length > 0);
    }

    [Fact]
    public async Task Every_problem_of_the_configuration_is_listed_at_once()
    {
        var (_, _, talk) = await Run(
            "serve",
            "--Incidents:Zone",
            "Mars",
            "--Urls",
            "ftp://x",
            "--Database:Provider",
            "oracle",
            "--Incidents:ChannelName",
            "inc",
            "--Slack:BotToken",
            "x");
        foreach (var key in (string[])["Incidents:Zone", "Urls", "Database:Provider", "Incidents:ChannelName", "Slack"])
            Assert.Contains(key, talk);
    }

    [Fact]
    public async Task Every_verb_has_three_examples()
    {
        foreach (var verb in (string[])["serve", "demo", "replay", "export", "import", "backup", "restore", "doctor"])
        {
            var (_, data, _) = await Run(verb, "--help");
            Assert.Equal(
                3,
                data[data.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n').Count(line => line.Contains($"-- {verb}")));
        }
    }

    [Fact]
    public async Task A_stored_incident_can_be_exported_backed_up_and_restored()
    {
        var database = $"Data Source={Path.Combine(_folder, "live.db")}";
        await using (var bot = ScratchBot.Create([], database))
            await foreach (var _ in bot.Player.PlayAsync(DemoVerb.Lines(TimeProvider.System.GetUtcNow()))) { }
        string[] where = ["--Database:ConnectionString", database];
        foreach (var format in (string[])["markdown", "json", "html", "csv"])
        {
            var (exit, data, _) = await Run(["export", "inc-1", "--format", format, .. where]);
            Assert.Equal(0, exit);
            Assert.Contains("gateway", data);
        }

        Assert.Equal(ExitCodes.NotFound, (await Run(["export", "INC-77", .. where])).Exit);
        var file = Path.Combine(_folder, "copy.db");
        Assert.Equal(0, (await Run(["backup", file, .. where])).Exit);
        Assert.Equal(ExitCodes.Failed, (await Run(["backup", file, .. where])).Exit);
        string[] elsewhere = ["--Database:ConnectionString", $"Data Source={Path.Combine(_folder, "new.db")}"];
        Assert.Equal(0, (await Run(["restore", file, .. elsewhere])).Exit);
        Assert.Equal(
            (await Run(["export", "INC-2", "--format", "csv", .. where])).Data,
            (await Run(["export", "INC-2", "--format", "csv", .. elsewhere])).Data);
    }

    [Fact]
    public async Task The_sample_of_the_demo_is_refused_nowhere()
    {
        await using var bot = ScratchBot.Create([]);
        await foreach (var (line, reply) in bot.Player.PlayAsync(DemoVerb.Lines(TimeProvider.System.GetUtcNow())))
            Assert.False(reply.Refused, $"{line.Input}: {reply.Message.PlainText}");
    }

    [Fact]
    public async Task The_doctor_finds_a_damaged_database_and_says_what_to_do()
    {
        var healthy = await Run("doctor", "--Database:ConnectionString", $"Data Source={Path.Combine(_folder, "none.db")}");
        Assert.Equal(0, healthy.Exit);
        var damaged = Path.Combine(_folder, "damaged.db");
        File.WriteAllText(damaged, new string('x', 9_000));
        var (exit, data, _) = await Run("doctor", "--Database:ConnectionString", $"Data Source={damaged}");
        Assert.Equal(ExitCodes.Failed, exit);
        Assert.Contains("FAIL  database", data);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_doctor_says_how_big_each_table_is_and_whether_others_can_read_them()
    {
        var store = new SqliteStore($"Data Source={Path.Combine(_folder, "kept.db")}");
        store.Prepare();
        using (var connection = store.Open()) connection.Execute("insert into health (id, checked_at) values (1, 'x')");
        string[] doctor = ["doctor", "--Database:ConnectionString", $"Data Source={store.Path}"];
        Assert.Contains("ok    tables: health 2 (", (await Run(doctor)).Data);
        File.SetUnixFileMode(store.Path, File.GetUnixFileMode(store.Path) | UnixFileMode.OtherRead);
        Assert.Contains($"Fix: chmod o-rwx {store.Place}*", (await Run(doctor)).Data);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<(int Exit, string Data, string Talk)> Run(params string[] typed)
    {
        using var data = new StringWriter();
        using var talk = new StringWriter();
        var exit = await VerbTable.RunAsync(typed, new(data, talk));
        return (exit, data.ToString(), talk.ToString());
    }
}
