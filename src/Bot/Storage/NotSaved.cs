using Microsoft.Data.Sqlite;
using Sitrep.Chat;
using Sitrep.Prose;

namespace Sitrep.Storage;

/// <summary>The answer to somebody whose words could not be written: plainly, with the words given back.</summary>
public static class NotSaved
{
    // SQLite's own numbers (sqlite.org/rescode.html).
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NoDatabase = 26;

    /// <summary>Says that it was not saved, why, and what to do.</summary>
    public static Reply Answer(Exception problem, ChatEvent happened)
    {
        var text = happened is TextTyped typed ? Excerpt.Of(typed.Text.Trim(), 2_000) : "";
        var kept = text.Length == 0 ? Line.Empty : Line.Of($" Your text: \"{text}\".");
        return new(Message.Of(Reason(problem).Then(kept)), Refused: true) { Unsaved = true };
    }

    private static Line Reason(Exception problem) => problem switch
    {
        QueueFullException => Line.Of($"⛔ Not saved: too many commands wait to be written. Nothing was changed. Try again in a few seconds."),
        WriteTooSlowException { Certain: true } => Line.Of($"⛔ Not saved: the disk did not answer within 2.5 s. Nothing was changed. Try again."),
        WriteTooSlowException => Line.Of($"⛔ Not confirmed: the disk did not answer within 2.5 s. It may still be saved; look at `/timeline` before you type it again."),
        SqliteException { SqliteErrorCode: Full } => Line.Of($"⛔ Not saved: the disk is full. Nothing was changed. Free 100 MB; reading goes on, and writing as soon as there is room."),
        SqliteException { SqliteErrorCode: ReadOnly } => Line.Of($"⛔ Not saved: the database cannot be written to. Nothing was changed. `doctor` says what to repair; reading goes on."),
        SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => Line.Of($"⛔ Not saved: the database is damaged. Nothing was changed. Stop the bot and put a backup back (`restore`)."),
        SqliteException { SqliteErrorCode: InputOutput } => Line.Of($"⛔ Not saved: the disk failed. Nothing was changed. `doctor` says more; reading goes on."),
        _ => Line.Of($"⛔ Not saved: {problem.Message} Nothing was changed. Try again."),
    };
}
