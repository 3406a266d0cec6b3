using Sitrep.Chaos;
using Sitrep.Storage;

// The bot in a process of its own; started by the campaigns below.
if (args is ["victim", var file, var url, var ledger]) return await Victim.RunAsync(file, url, ledger);

var kills = args is ["--kills", var typed, ..] && int.TryParse(typed, out var number) ? number : 2_000;
var seed = args is [_, _, "--seed", var seeded] && int.TryParse(seeded, out var given) ? given : Environment.TickCount;
var folder = Directory.CreateTempSubdirectory("sitrep-chaos-").FullName;
Console.WriteLine($"Killing the bot: at every named step, in every migration, and {kills} times at random (--seed {seed}).");
var verdicts = new List<Verdict>();
var undisturbed = await Campaigns.UndisturbedAsync(folder);
foreach (var point in CrashPoint.Names.Where(name => name != "in-migration")) await Judge(() => Campaigns.CrashPointAsync(folder, point, undisturbed));
await Judge(() => Campaigns.MigrationsAsync(folder));
await Judge(() => Campaigns.RandomKillsAsync(folder, kills, seed));
var failed = verdicts.Count(verdict => !verdict.IsGood);
Console.WriteLine($"{verdicts.Sum(verdict => verdict.Kills)} kills in all.");
Console.WriteLine($"chaos: {verdicts.Count - failed} passed, {failed} failed");
if (failed == 0) Directory.Delete(folder, recursive: true);
else Console.WriteLine($"The databases are kept: {folder}");
return failed == 0 ? 0 : 1;

async Task Judge(Func<Task<Verdict>> campaign)
{
    var verdict = await campaign();
    verdicts.Add(verdict);
    Console.WriteLine((verdict.IsGood ? "ok    " : "FAIL  ") + verdict);
}
