namespace Sitrep.Benchmarks.Hosts;

/// <summary>What a team would use instead, fetched from npm into a folder outside the repository.</summary>
internal static class Rivals
{
    /// <summary>Fetches it, unless an earlier run did.</summary>
    public static async Task<(string? Folder, string? Missing)> FetchAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "sitrep-rivals");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "rivals")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await Console.Error.WriteLineAsync("Fetching Bolt and better-sqlite3 from npm; the latter is compiled and takes some minutes.");
            var (ok, output) = await Workplace.RunAsync("npm", ["install", "--no-audit", "--no-fund"], folder);
            if (!ok) return (null, "npm: " + output.Split('\n')[0]);
        }

        var (works, said) = await Workplace.RunAsync(
            "node",
            ["-e", "require('@slack/bolt'); new (require('better-sqlite3'))(':memory:')"],
            folder);
        return works ? (folder, null) : (null, "node: " + said.Split('\n')[0]);
    }
}
