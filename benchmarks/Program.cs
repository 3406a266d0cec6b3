using System.Globalization;
using System.Runtime.InteropServices;
using Sitrep.Benchmarks;
using Sitrep.Benchmarks.Figures;
using Sitrep.Benchmarks.Hosts;

if (args is ["host", var what, ..])
{
    await OwnHost.RunAsync(what, args[2..]);
    return 0;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
(string Name, Func<Workplace, Task<IReadOnlyList<Figure>>> Measure)[] all =
[
    ("throughput", Throughput.MeasureAsync),
    ("group-commit", GroupCommit.MeasureAsync),
    ("start", Start.MeasureAsync),
    ("assembly", Assembly.MeasureAsync),
    ("fan-out", FanOut.MeasureAsync),
    ("expiry", Expiry.MeasureAsync),
    ("million", Million.MeasureAsync),
];
var chosen = all.Where(figure => args.Length == 0 || args.Contains(figure.Name, StringComparer.Ordinal)).ToList();
if (chosen.Count == 0)
{
    await Console.Error.WriteLineAsync(
        $"There are {string.Join(", ", all.Select(figure => figure.Name))}; without a name, all are measured.");
    return 2;
}

using var work = await Workplace.PrepareAsync(withPublished: chosen.Exists(figure => figure.Name == "start"));
Console.WriteLine(
    $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; sender and receiver share the machine."
);
Console.WriteLine();
Console.WriteLine("| figure | ratio | must | | measured |");
Console.WriteLine("|---|---|---|---|---|");
var missed = 0;
foreach (var (_, measure) in chosen)
{
    foreach (var figure in await measure(work))
    {
        Console.WriteLine(figure);
        if (!figure.IsMet) missed++;
    }
}

Console.WriteLine();
Console.WriteLine(missed == 0 ? "Every must is met." : $"{missed} missed.");
return missed == 0 ? 0 : 1;
