using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands;

/// <summary>A correction of one entry, by its number. The old wording stays in the record.</summary>
public abstract class CorrectEntry : Command
{
    /// <inheritdoc/>
    public override Follows Follows => Follows.Number;

    /// <inheritdoc/>
    public override Reads Reads => Reads.Record;

    /// <inheritdoc/>
    public override Decision Decide(Situation now, Arguments typed) =>
        now.Record!.Timeline.FirstOrDefault(entry => entry.Number == typed.Number) is { } entry
            ? Correct(now, entry, typed)
            : Decision.Refuse(Line.Of($"{now.Incident!.Id} has no entry {typed.Number ?? 0}. `/timeline` lists them."), typed.Text);

    /// <summary>Decides on the entry.</summary>
    protected abstract Decision Correct(Situation now, TimelineEntry entry, Arguments typed);

    /// <summary>The decision that replaces an entry by its correction.</summary>
    internal static Decision Replace(Situation now, TimelineEntry before, TimelineEntry after, string what, Line answer, long? undoes = null)
    {
        var incident = now.Incident!;
        var changes = new List<IncidentChange> { new EntryCorrected(incident.Id, before, after, what, now.User, now.Now, undoes) };
        // An escalation is its entry: it moves, and is reworded, with it.
        if (now.Record!.EscalationOf(before.Number) is { } escalation)
        {
            var moved = escalation with { At = after.At, Text = escalation.Text is null && before.Text == after.Text ? null : after.Text };
            if (moved != escalation) changes.Add(new EscalationAmended(incident.Id, moved));
        }

        return Decision.Change(incident, answer, [.. changes]).Posting(incident, Line.Of($"✏️ ").Then(answer).Then(Line.Of($" — {now.User}")));
    }
}

/// <summary><c>/timeline mark N #kind [note:"…"]</c>: what an entry turned out to be.</summary>
public sealed class MarkEntry : CorrectEntry
{
    /// <inheritdoc/>
    public override string Name => "timeline mark";

    /// <inheritdoc/>
    public override string Usage => "/timeline mark N #kind… [note:\"…\"]";

    /// <inheritdoc/>
    public override string Summary => $"say what an entry was: {string.Join(' ', EntryKinds.All.Select(kind => "#" + kind.Tag()))}";

    /// <inheritdoc/>
    public override string Example => "/timeline mark 3 #dead-end note:\"the database was fine\"";

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [new("note", "why")];

    /// <inheritdoc/>
    public override bool TakesKinds => true;

    /// <inheritdoc/>
    protected override Decision Correct(Situation now, TimelineEntry entry, Arguments typed)
    {
        var note = typed.Option("note");
        if (typed.Text.Length > 0 || (typed.Kinds.Count == 0 && note is null))
            return Decision.Refuse(Line.Of($"The kinds are {string.Join(' ', EntryKinds.All.Select(kind => "#" + kind.Tag()))}. Type `{Example}`."), typed.Text);
        var after = entry with
        {
            Kinds = typed.Kinds.Count > 0 ? typed.Kinds : entry.Kinds,
            KindGuessed = typed.Kinds.Count == 0 && entry.KindGuessed,
            Note = note ?? entry.Note,
        };
        var noted = note is null ? Line.Empty : Line.Of($" Note: {note}");
        return Replace(now, entry, after, "mark", Line.Of($"No. {entry.Number} is now {EntryLines.Kinds(after)}: \"{Excerpt.Of(entry.Text, 100)}\".").Then(noted));
    }
}

/// <summary><c>/timeline edit N TEXT</c>: better words.</summary>
public sealed class EditEntry : CorrectEntry
{
    /// <inheritdoc/>
    public override string Name => "timeline edit";

    /// <inheritdoc/>
    public override string Usage => "/timeline edit N TEXT";

    /// <inheritdoc/>
    public override string Summary => "change an entry's words";

    /// <inheritdoc/>
    public override string Example => "/timeline edit 3 rolled back api to 1.4.2";

    /// <inheritdoc/>
    protected override Decision Correct(Situation now, TimelineEntry entry, Arguments typed) =>
        typed.Text.Length == 0
            ? Decision.Refuse(Line.Of($"There are no new words for no. {entry.Number}: \"{Excerpt.Of(entry.Text, 200)}\". Type `/timeline edit {entry.Number} …`."))
            : Replace(now, entry, entry with { Text = typed.Text }, "edit", Line.Of($"No. {entry.Number} reads \"{Excerpt.Of(typed.Text, 300)}\"; it was \"{Excerpt.Of(entry.Text, 200)}\"."));
}

/// <summary><c>/timeline move N WHEN</c>: a better time.</summary>
public sealed class MoveEntry : CorrectEntry
{
    /// <inheritdoc/>
    public override string Name => "timeline move";

    /// <inheritdoc/>
    public override string Usage => "/timeline move N WHEN";

    /// <inheritdoc/>
    public override string Summary => "change an entry's time";

    /// <inheritdoc/>
    public override string Example => "/timeline move 3 14:05";

    /// <inheritdoc/>
    protected override Decision Correct(Situation now, TimelineEntry entry, Arguments typed)
    {
        if (typed.Text.Length == 0) return Decision.Refuse(Line.Of($"Where to? Type `/timeline move {entry.Number} 14:05`."));
        var read = MomentReader.Read(now, typed.Text, "move", $"/timeline {now.Incident!.Id} move {entry.Number} {MomentReader.Place}");
        if (read is Asked asked) return asked.Answer;
        var at = (Read)read;
        var remark = at.Remark is null ? Line.Empty : Line.Of($" {at.Remark}");
        return Replace(
            now,
            entry,
            entry with { At = at.Moment, TypedTime = at.Typed, Approximate = at.Approximate },
            "move",
            Line.Of($"No. {entry.Number} is at **{now.Show(at.Moment)}**; it was at {now.Show(entry.At)}.").Then(remark));
    }
}

/// <summary><c>/timeline remove N</c>: takes an entry out. It stays in the record.</summary>
public sealed class RemoveEntry : CorrectEntry
{
    /// <inheritdoc/>
    public override string Name => "timeline remove";

    /// <inheritdoc/>
    public override string Usage => "/timeline remove N";

    /// <inheritdoc/>
    public override string Summary => "take an entry out";

    /// <inheritdoc/>
    public override string Example => "/timeline remove 3";

    /// <inheritdoc/>
    protected override Decision Correct(Situation now, TimelineEntry entry, Arguments typed) =>
        typed.Text.Length > 0
            ? Decision.Refuse(Line.Of($"Removing takes a number and nothing else. Type `/timeline remove {entry.Number}`."), typed.Text)
            : Replace(now, entry, entry with { Removed = true }, "remove", Line.Of($"No. {entry.Number} is removed: \"{Excerpt.Of(entry.Text, 300)}\". `/timeline undo` brings it back."));
}

/// <summary><c>/timeline undo</c>: takes back the newest entry or correction of whoever types.</summary>
public sealed class UndoCorrection : Command
{
    /// <inheritdoc/>
    public override string Name => "timeline undo";

    /// <inheritdoc/>
    public override string Usage => "/timeline undo";

    /// <inheritdoc/>
    public override string Summary => "take back your newest entry or correction";

    /// <inheritdoc/>
    public override string Example => "/timeline undo";

    /// <inheritdoc/>
    public override Follows Follows => Follows.Nothing;

    /// <inheritdoc/>
    public override Reads Reads => Reads.Record | Reads.LastCorrection;

    /// <inheritdoc/>
    public override Decision Decide(Situation now, Arguments typed)
    {
        var newest = now.Record!.Timeline.Where(entry => entry.By.Id == now.User.Id).MaxBy(entry => entry.Number);
        if (now.LastCorrection is { } correction && (newest is null || correction.LastEntry >= newest.Number))
        {
            var current = now.Record.Timeline.FirstOrDefault(entry => entry.Number == correction.Before.Number) ?? correction.Before with { Removed = true };
            return CorrectEntry.Replace(
                now, current, correction.Before, "undo", Line.Of($"Undone: {correction.What} of no. {correction.Before.Number}. It reads \"{Excerpt.Of(correction.Before.Text, 200)}\" at {now.Show(correction.Before.At)}."), correction.Id);
        }

        return newest is null
            ? Decision.Refuse(Line.Of($"You have recorded nothing in {now.Incident!.Id} that could be undone."))
            : CorrectEntry.Replace(now, newest, newest with { Removed = true }, "remove", Line.Of($"Undone: no. {newest.Number} is removed: \"{Excerpt.Of(newest.Text, 300)}\". `/timeline undo` brings it back."));
    }
}
