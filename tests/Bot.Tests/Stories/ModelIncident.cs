using Sitrep.Incidents;

namespace Sitrep.Tests.Stories;

/// <summary>
/// What an incident must come to, said a second time and as simply as it can be: lists in memory, no storage, no
/// queue, none of the bot's own rules.
/// </summary>
internal sealed class ModelIncident(DateTimeOffset start)
{
    private readonly List<Entry> _entries = [];
    private readonly List<Call> _calls = [];
    private readonly List<Correction> _corrections = [];
    private string? _summary;
    private readonly List<string> _steps = [];
    private readonly List<string> _tasks = [];
    private string _status = "Investigating";
    private DateTimeOffset? _ended;
    private bool _closed;

    /// <summary>Does it.</summary>
    /// <returns>False where it must be refused, and changes nothing.</returns>
    public bool Do(Deed deed, DateTimeOffset now)
    {
        switch (deed.What)
        {
            case Doing.Note:
                _entries.Add(new(_entries.Count + 1, deed.Who, $"words{deed.Word} were seen", deed.Kind, now, false));
                return true;
            case Doing.Mark: return Correct(deed, entry => entry with { Kind = deed.Kind });
            case Doing.Edit: return Correct(deed, entry => entry with { Text = $"better{deed.Word} words" });
            case Doing.Move: return Correct(deed, entry => entry with { At = DateTimeOffset.Parse(deed.Moment) });
            case Doing.Remove: return Correct(deed, entry => entry with { Removed = true });
            case Doing.Undo: return Undo(deed.Who);
            case Doing.Escalate:
                _entries.Add(new(_entries.Count + 1, deed.Who, $"look{deed.Word} here", "escalation", now, false));
                _calls.Add(new(deed.Target, _entries.Count, null));
                return true;
            case Doing.Acknowledge: return Acknowledge(deed.Who);
            case Doing.Summarise:
                _summary = $"sum{deed.Word}";
                return true;
            case Doing.AddStep:
                _steps.Add($"step{deed.Word}");
                return true;
            case Doing.AddTask:
                _tasks.Add($"task{deed.Word}");
                return true;
            case Doing.Resolve:
                if (_closed || now < start) return false;
                (_status, _ended) = ("Resolved", now);
                return true;
            case Doing.Identify:
                if (_closed) return false;
                (_status, _ended) = ("Identified", null);
                return true;
            case Doing.Close:
                if (_closed || (_ended ?? now) < start) return false;
                (_status, _ended, _closed) = ("Resolved", _ended ?? now, true);
                return true;
            case Doing.Reopen:
                if (!_closed) return false;
                (_status, _ended, _closed) = ("Investigating", null, false);
                return true;
            default: return true;
        }
    }

    /// <summary>All of it as text, to be compared with <see cref="Of"/>.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            (string[])
                [
                    .. _entries
                        .Where(entry => !entry.Removed)
                        .Select(entry => $"{entry.Number} {entry.By} {entry.Kind} {entry.At:s} {entry.Text}"),
                    .. _calls
                        .Where(call => !_entries[call.Entry - 1].Removed)
                        .Select(call =>
                            $"{call.To} {call.Entry} {_entries[call.Entry - 1].Text} {_entries[call.Entry - 1].At:s} by {call.TakenBy}"),
                    $"{_status} {_closed} {_ended:s} {_summary} {string.Join(',', _steps)} {string.Join(',', _tasks)}",
                ]);

    /// <summary>What the bot has stored, in the same words.</summary>
    public static string Of(IncidentRecord record) =>
        string.Join(
            '\n',
            (string[])
                [
                    .. record.Timeline.Select(entry =>
                        $"{entry.Number} {entry.By.Name} {string.Join('+', entry.Kinds.Select(kind => kind.Tag()))} {entry.At:s} {entry.Text}"
                    ),
                    .. record.Escalations.Select(call =>
                        $"{string.Join(',', call.To)} {call.Entry} {call.Text} {call.At:s} by {call.AcknowledgedBy?.Name}"),
                    $"{record.Incident.Status} {!record.Incident.IsOpen} {record.Incident.EndedAt:s} {record.Incident.Summary} {string.Join(',', record.Incident.Resolution)} {string.Join(',', record.Incident.ActionItems.Select(item => item.Text))}",
                ]);

    private bool Correct(Deed deed, Func<Entry, Entry> change)
    {
        if (_entries.Find(entry => entry.Number == deed.Number && !entry.Removed) is not { } before) return false;
        _corrections.Add(new(before, deed.Who, _entries.Count));
        _entries[before.Number - 1] = change(before);
        return true;
    }

    private bool Undo(string who)
    {
        var newest = _entries.FindLast(entry => entry.By == who && !entry.Removed);
        if (_corrections.FindLast(correction => correction.By == who) is { } last && (newest is null || last.EntriesThen >= newest.Number))
        {
            _corrections.Remove(last);
            _entries[last.Before.Number - 1] = last.Before;
            return true;
        }

        if (newest is null) return false;
        _corrections.Add(new(newest, who, _entries.Count));
        _entries[newest.Number - 1] = newest with { Removed = true };
        return true;
    }

    private bool Acknowledge(string who)
    {
        var waiting = _calls.FindAll(call => call.TakenBy is null && !_entries[call.Entry - 1].Removed);
        if (waiting.Count == 0) return false;
        var taken = waiting.FindLast(call => call.To == "@" + who) ?? waiting[^1];
        _calls[_calls.IndexOf(taken)] = taken with { TakenBy = who };
        return true;
    }

    private sealed record Entry(int Number, string By, string Text, string Kind, DateTimeOffset At, bool Removed);

    private sealed record Call(string To, int Entry, string? TakenBy);

    // A class, because two equal corrections are still two.
    private sealed class Correction(Entry before, string by, int entriesThen)
    {
        public Entry Before => before;

        public string By => by;

        public int EntriesThen => entriesThen;
    }
}
