using Sitrep.Storage;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Chaos;

/// <summary>An incident's whole life, declared, noted and closed, with one death in it.</summary>
/// <param name="chat">Where.</param>
/// <param name="database">The bot's file.</param>
/// <param name="step">
/// Where the process dies: a step of <see cref="CrashPoint"/>, or <see cref="Withheld"/> and the call whose answer is
/// withheld.
/// </param>
/// <param name="time">At which time there, from 1.</param>
internal sealed class ChatLife(ILocalChat chat, string database, string step, int time)
{
    /// <summary>What stands before a call.</summary>
    public const string Withheld = "withheld ";

    private Victim? _bot;

    /// <summary>How often the process died; 0 where the step was never reached.</summary>
    public int Kills { get; private set; }

    /// <summary>Lives it.</summary>
    /// <returns>What is wrong in the end; null when nothing is.</returns>
    public async Task<string?> LiveAsync()
    {
        try
        {
            var call = step.StartsWith(Withheld, StringComparison.Ordinal) ? step[Withheld.Length..] : null;
            if (call is not null) chat.Withhold(call, time);
            _bot = await Victim.ServeAsync(database, chat.Settings, call is null ? $"{step}:{time}" : null);
            await DoAsync("select count(*) from incidents", () => chat.DeclareAsync());
            await DoAsync("select count(*) from timeline_entries where text = 'pager rang'", () => chat.NoteAsync("pager rang"));
            var notes = chat.Look().Words.Count(words => words.Contains("pager rang", StringComparison.Ordinal));
            await DoAsync("select count(*) from incidents where closed_at is not null", chat.CloseAsync);
            // It may die behind its last step, too.
            if (IsDead()) Kills++;
            var held = chat.Look();
            return held.HasEach(1) && held.Files == 1 && notes == 1 ? null : $"{held with { Words = [] }}, {notes} of the entry";
        }
        catch (InvalidOperationException problem)
        {
            return problem.Message;
        }
        finally
        {
            _bot?.Dispose();
        }
    }

    /// <summary>Waits, for at most a minute.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var deadline = Environment.TickCount64 + 60_000;
        while (!condition())
        {
            if (Environment.TickCount64 > deadline) throw new InvalidOperationException("It did not come about within a minute");
            await Task.Delay(20);
        }
    }

    // What was not stored is typed again, as a person would.
    private async Task DoAsync(string stored, Func<Task<string?>> type)
    {
        while (true)
        {
            await UntilAsync(() => chat.IsReady || IsDead());
            await ReviveAsync();
            if (Count(stored) == 0) await type();
            await UntilAsync(() =>
                IsDead()
                || (Count(stored) > 0 && Count("select count(*) from outbox where state in ('pending', 'sending', 'ambiguous')") == 0)
                || chat.IsWithheld);
            if (!IsDead() && chat.IsWithheld) await _bot!.KillAsync();
            if (!IsDead()) return;
        }
    }

    private bool IsDead() => _bot!.HasExited;

    private async Task ReviveAsync()
    {
        if (!IsDead()) return;
        Kills++;
        _bot!.Dispose();
        chat.Behave();
        _bot = await Victim.ServeAsync(database, chat.Settings);
        await UntilAsync(() => chat.IsReady);
    }

    private long Count(string query)
    {
        using var connection = new SqliteStore($"Data Source={database}").Open();
        return connection.QuerySingle<long>(query);
    }
}
