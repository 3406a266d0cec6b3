using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Wording;

/// <summary>How an entry reads in the channel and in answers.</summary>
internal static class EntryLines
{
    private const int LongestPosted = 1_500;
    private static readonly TimeSpan _longBefore = TimeSpan.FromHours(1);

    /// <summary>The name by which an entry's line in the channel is brought up to date.</summary>
    public static string Key(IncidentId incident, TimelineEntry entry) => $"{incident}/entry-{entry.Number}";

    /// <summary>The entry's line in the channel as it is now; struck out once the entry is removed.</summary>
    public static Line Now(Situation situation, TimelineEntry entry) =>
        entry.Removed ? Posted(situation, entry).Struck().Then(Line.Of($" — removed")) : Posted(situation, entry);

    /// <summary>The entry as the channel sees it.</summary>
    public static Line Posted(Situation situation, TimelineEntry entry) =>
        Line.Of(
            $"{(entry.Approximate ? "ca. " : "")}{When(situation, entry)} · {Excerpt.Of(entry.Text, LongestPosted)} — {entry.By} · no. {entry.Number}, {Kinds(entry)}{Note(entry)}"
        );

    /// <summary>The kind, and how to change it where it was guessed.</summary>
    public static Line KindIn(TimelineEntry entry) => entry.KindGuessed
        ? Line.Of($"Kind: {Kinds(entry)} (a guess; `/timeline mark {entry.Number} #kind` changes it).")
        : Line.Of($"Kind: {Kinds(entry)}.");

    /// <summary>The kinds as words: <c>escalation, mitigation</c>.</summary>
    public static string Kinds(TimelineEntry entry) => string.Join(", ", entry.Kinds.Select(kind => kind.Tag()));

    /// <summary>A remark on a time that lies long before the incident began; null where it does not.</summary>
    public static Line? LongBefore(Situation situation, DateTimeOffset at) =>
        situation.Incident is { StartedAt: var began } incident && at < began - _longBefore
            ? Line.Of($"That is {TimeText.Compact(began - at)} before {incident.Id} began ({situation.Show(began)}).")
            : null;

    /// <summary>When it happened, and until when: <c>**14:00 UTC – 14:20 UTC**</c>.</summary>
    public static Line When(Situation situation, TimelineEntry entry) => entry.Until is { } until
        ? Line.Of($"**{situation.Show(entry.At)} – {situation.Show(until)}**")
        : Line.Of($"**{situation.Show(entry.At)}**");

    private static Line Note(TimelineEntry entry) => entry.Note is null ? Line.Empty : Line.Of($" — _note:_ {entry.Note}");
}
