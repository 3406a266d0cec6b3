using Sitrep.Hosting;
using Sitrep.Storage.Sqlite;

namespace Sitrep.CommandLine;

/// <summary><c>backup</c>: an online copy, checked.</summary>
internal sealed class BackupVerb : Verb
{
    public override string Name => "backup";

    public override string Usage => "backup FILE";

    public override string Summary => "copy the database while the bot runs, and check the copy";

    public override IReadOnlyList<string> Examples =>
        [
            "backup sitrep-backup.db",
            "backup /mnt/safe/sitrep.db",
            "backup today.db --Database:ConnectionString \"Data Source=/data/sitrep.db\"",
        ];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only();
        var file = Path.GetFullPath(arguments.OnlyValue("file to write"));
        var copied = SqliteBackup.Make(ConfiguredDatabase.Existing(arguments.Configuration()), file);
        await terminal.Talk.WriteLineAsync(
            $"Backed up and checked: {copied.Incidents} incidents, {copied.Entries} timeline entries, {copied.Bytes:N0} bytes in {file}");
        return ExitCodes.Done;
    }
}

/// <summary><c>restore</c>: a backup put back. What it had not sent yet is held for a person to release.</summary>
internal sealed class RestoreVerb : Verb
{
    public override string Name => "restore";

    public override string Usage => "restore FILE";

    public override string Summary => "put a backup back (stop the bot first)";

    public override IReadOnlyList<string> Examples =>
        [
            "restore sitrep-backup.db",
            "restore /mnt/safe/sitrep.db",
            "restore today.db --Database:ConnectionString \"Data Source=/data/sitrep.db\"",
        ];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only();
        var file = Path.GetFullPath(arguments.OnlyValue("backup"));
        if (!File.Exists(file)) throw new NotFoundException($"There is no backup {file}.");
        var target = new SqliteStore(BotOptions.Read(BotHost.Configuration(arguments.Configuration())).ConnectionString);
        using var held = DatabaseLock.Take(target.Path);
        var restored = SqliteBackup.Restore(target, file);
        await terminal.Talk.WriteLineAsync(
            $"Restored and checked: {restored.Incidents} incidents, {restored.Entries} timeline entries in {target.Path}");
        if (restored.Held > 0)
            await terminal.Talk.WriteLineAsync(
                $"{restored.Held} messages that the backup had not sent yet are held, so that nothing old is posted again. held lists them; held release and held drop decide."
            );
        if (restored.Kept is { } kept) await terminal.Talk.WriteLineAsync($"What was there before is kept: {kept}");
        return ExitCodes.Done;
    }
}
