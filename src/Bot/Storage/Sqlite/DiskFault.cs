using Microsoft.Data.Sqlite;

namespace Sitrep.Storage.Sqlite;

/// <summary>What SQLite's refusal means to a person, and what helps.</summary>
/// <param name="What">What is wrong, to stand behind "Not saved:".</param>
/// <param name="Fix">What to do, as sentences.</param>
public sealed record DiskFault(string What, string Fix)
{
    // SQLite's own numbers (sqlite.org/rescode.html).
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>Whether the file itself is broken, so that only a backup helps.</summary>
    public static bool IsDamage(Exception problem) => problem is SqliteException { SqliteErrorCode: Corrupt or NoDatabase };

    /// <summary>Reads SQLite's refusal.</summary>
    public static DiskFault Of(SqliteException problem) => problem.SqliteErrorCode switch
    {
        Full => new("the disk is full", "Free 100 MB; reading goes on, and writing as soon as there is room."),
        ReadOnly => new("the database cannot be written to", "doctor says what to repair; reading goes on."),
        CannotOpen => new("the database cannot be opened", "doctor says what to repair."),
        Corrupt or NoDatabase => new("the database is damaged", "Stop the bot and put a backup back: restore FILE"),
        InputOutput => new("the disk failed", "doctor says more; reading goes on."),
        Busy => new("another program holds the database", "Close what has it open; the bot goes on by itself."),
        _ => new($"the database refused ({problem.Message.TrimEnd('.')})", "Try again."),
    };

    /// <summary>For a line of the health page, of <c>doctor</c>, or of a verb that failed.</summary>
    public override string ToString() => $"{What}. {Fix}";
}
