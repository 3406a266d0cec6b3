using Sitrep.Chat;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;
using static Sitrep.Times.When;

namespace Sitrep.Commands;

/// <summary><c>/timeline [WHEN] TEXT [#kind…]</c>: records what happened, at the time it happened.</summary>
public sealed class RecordEntry : Command
{
    /// <inheritdoc/>
    public override string Name => "timeline";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["incident note", "incident timeline"];

    /// <inheritdoc/>
    public override string Usage => "/timeline [WHEN] TEXT [#kind…]";

    /// <inheritdoc/>
    public override string Summary => "record what happened, now or at a past time";

    /// <inheritdoc/>
    public override string Example => "/timeline 5m ago rolled back the api #mitigation";

    /// <inheritdoc/>
    public override bool TakesKinds => true;

    /// <inheritdoc/>
    public override Reads Reads => Reads.LastNumbers;

    /// <inheritdoc/>
    public override Decision Decide(Situation now, Arguments typed) => WhenReader.ReadPrefix(typed.Text, now.Times) switch
    {
        Understood at => Record(now, typed, typed.Text[at.Length..].Trim(), at),
        Unclear unclear => AskAgain(now, typed, unclear),
        _ => Record(now, typed, typed.Text, null),
    };

    private static Decision Record(Situation now, Arguments typed, string text, Understood? when)
    {
        if (text.Length == 0)
            return Decision.Refuse(Line.Of($"There is nothing to record but {(when is null ? "a kind" : "a time")}. Type what happened: `/timeline 5m ago rolled back the api`."), typed.Text);
        var incident = now.Incident!;
        var entry = EntryOf(now, text, typed.Kinds, when);
        var answer = Line.Of($"Added to {incident.Id} as no. {entry.Number} at **{now.Show(entry.At)}**{TypedLater(now, when)}: \"{Excerpt.Of(text, 200)}\". {EntryLines.KindIn(entry)}");
        var decision = Decision.Change(incident, answer, new EntryRecorded(incident.Id, entry))
            .Posting(incident, EntryLines.Posted(now, entry))
            .With(new Button("Undo", $"/timeline {incident.Id} undo"), new Button("Dead end", $"/timeline {incident.Id} mark {entry.Number} #dead-end"));
        return when?.Remark is { } remark ? decision.Adding(Line.Of($"{remark}")) : decision;
    }

    /// <summary>A new entry with the next number.</summary>
    internal static TimelineEntry EntryOf(Situation now, string text, IReadOnlyList<EntryKind> kinds, Understood? when) => new()
    {
        Number = now.LastEntry + 1,
        At = when?.At ?? now.Now,
        RecordedAt = now.Now,
        By = now.User,
        Text = text,
        Kinds = kinds.Count > 0 ? kinds : [KindGuess.Of(text)],
        KindGuessed = kinds.Count == 0,
        TypedTime = when?.Typed,
        Approximate = when?.Approximate ?? false,
    };

    private static Decision AskAgain(Situation now, Arguments typed, Unclear unclear)
    {
        var text = typed.Text[unclear.Length..].Trim();
        return MomentReader.Ask(unclear, $"/timeline {now.Incident!.Id} {MomentReader.Place} {text}{typed.Retyped()}");
    }

    private static Line TypedLater(Situation now, Understood? when) =>
        when is null ? Line.Empty : Line.Of($" (typed {now.Show(now.Now)})");
}
