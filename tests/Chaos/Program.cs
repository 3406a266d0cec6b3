using Sitrep.Chaos;
using Sitrep.CommandLine;
using Sitrep.Storage;

// The bot, or a verb of it, in a process of its own; started by the campaigns below.
if (args is ["victim", var file, var url, var ledger]) return await Victim.RunAsync(file, url, ledger);
if (args is ["verb", .. var words]) return await VerbTable.RunAsync(words, new Terminal(Console.Out, Console.Error));

var kills = int.TryParse(Option("--kills"), out var number) ? number : 2_000;
var seed = int.TryParse(Option("--seed"), out var given) ? given : Environment.TickCount;
// A minute of 512 people, unless the whole is to be short.
var minute = TimeSpan.FromSeconds(kills < 1_000 ? 10 : 60);
var only = Option("--only");
var folder = Directory.CreateTempSubdirectory("sitrep-chaos-").FullName;
Console.WriteLine(
    only is null
        ? $"Its disk, its crowd and its bytes; then the bot is killed: at every named step, in every migration, and {kills} times at random (--seed {seed})."
        : $"{only} (--seed {seed})");
var (passed, failed, killed) = (0, 0, 0);
await Campaign("disk-full", async () => Judge(await DiskCampaigns.FullAsync(folder)));
await Campaign("read-only", async () => Judge(await DiskCampaigns.ReadOnlyAsync(folder)));
await Campaign("slow", async () => Judge(await DiskCampaigns.SlowAsync(folder)));
await Campaign("crowd", async () => Judge(await CrowdCampaigns.CrowdAsync(folder, minute)));
await Campaign("backup", async () => Judge(await CrowdCampaigns.BackupAsync(folder, minute / 4)));
await Campaign("bytes", async () => Judge(await FlippedByteCampaign.RunAsync(folder, TimeSpan.FromSeconds(kills < 1_000 ? 15 : 20), seed)));
await Campaign("points", async () =>
{
    var undisturbed = await Campaigns.UndisturbedAsync(folder);
    foreach (var point in CrashPoint.Names.Where(name => name != "in-migration"))
        Count(await Campaigns.CrashPointAsync(folder, point, undisturbed));
});
await Campaign("migrations", async () => Count(await Campaigns.MigrationsAsync(folder)));
await Campaign("random", async () => Count(await Campaigns.RandomKillsAsync(folder, kills, seed)));
await Campaign("slack", () => PlatformAsync("Slack", SlackChat.StartAsync));
await Campaign("discord", () => PlatformAsync("Discord", DiscordChat.StartAsync));
Console.WriteLine($"{killed} kills in all.");
Console.WriteLine($"chaos: {passed} passed, {failed} failed");
if (failed == 0) Directory.Delete(folder, recursive: true);
else Console.WriteLine($"The databases are kept: {folder}");
return failed == 0 ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

async Task Campaign(string name, Func<Task> run)
{
    if (only is not null && only != name) return;
    try
    {
        await run();
    }
    catch (Exception problem)
    {
        // One campaign that cannot be carried out leaves the others to be.
        failed++;
        Console.WriteLine($"FAIL  {name}: {problem}");
    }
}

async Task PlatformAsync(string name, Func<Task<ILocalChat>> start)
{
    var isShort = kills < 1_000;
    var (finding, deaths) = await ChatCampaigns.StepsAsync(name, folder, start, isShort);
    killed += deaths;
    Judge(finding);
    // The short version of everything leaves chance to a run of this campaign alone.
    if (isShort && only is null) return;
    (finding, deaths) = await ChatCampaigns.RandomKillsAsync(name, folder, start, isShort ? 6 : 200, seed);
    killed += deaths;
    Judge(finding);
}

void Judge(Problem finding) => Say(finding.IsGood, finding.ToString());

void Count(Verdict verdict)
{
    killed += verdict.Kills;
    Say(verdict.IsGood, verdict.ToString());
}

void Say(bool isGood, string line)
{
    if (isGood) passed++;
    else failed++;
    Console.WriteLine((isGood ? "ok    " : "FAIL  ") + line);
}
