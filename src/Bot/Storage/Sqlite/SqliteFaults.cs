using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sitrep.Storage.Sqlite;

/// <summary>The meaning of SQLite's errors for a person, with the remedy.</summary>
internal static class SqliteFaults
{
    // SQLite's own numbers (sqlite.org/rescode.html).
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NoDatabase = 26;

    /// <summary>Reads what the driver throws.</summary>
    public static StoreException Of(DbException problem)
    {
        var (fault, what, fix) = (problem as SqliteException)?.SqliteErrorCode switch
        {
            Full => (StoreFault.Full, "the disk is full", "Free 100 MB; reading goes on, and writing as soon as there is room."),
            ReadOnly => (StoreFault.ReadOnly, "the database cannot be written to", "doctor says what to repair; reading goes on."),
            CannotOpen => (StoreFault.Gone, "the database cannot be opened", "doctor says what to repair."),
            Corrupt or NoDatabase => (StoreFault.Damaged, "the database is damaged", "Stop the bot and put a backup back: restore FILE"),
            InputOutput => (StoreFault.Gone, "the disk failed", "doctor says more; reading goes on."),
            Busy or Locked => (StoreFault.Busy, "another program holds the database", "Close what has it open; the bot goes on by itself."),
            Constraint => (StoreFault.Conflict, $"the database refused ({problem.Message.TrimEnd('.')})", "Try again."),
            _ => (StoreFault.Refused, $"the database refused ({problem.Message.TrimEnd('.')})", "Try again."),
        };
        return new(fault, what, fix, problem);
    }
}
