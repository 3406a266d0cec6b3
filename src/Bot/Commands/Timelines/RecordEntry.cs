using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Incidents.Guesses;
using Sitrep.Prose;
using Sitrep.Times;
using static Sitrep.Times.When;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline [WHEN] TEXT [#kind…]</c>: records what happened, at the time it happened.</summary>
internal sealed class RecordEntry : Command
{
    /// <summary>The word that keeps lines, or words that look like a correction, as one entry; only a button types it.</summary>
    public const string AsOne = "as-one";

    public override string Name => "timeline";

    public override IReadOnlyList<string> Aliases => ["incident note", "incident timeline"];

    public override string Summary => "record what happened, now or at a past time";

    public override string Example => "/timeline 5m ago rolled back the api #mitigation";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new WhenPart { IsOptional = true },
        new TextPart(),
        new KindsPart { IsOptional = true },
        new FlagPart(AsOne) { IsHidden = true },
        new FlagPart(PastedLines.AsEntries) { IsHidden = true },
    ];

    public override Needs Needs => Needs.LastNumbers;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        if (!typed.Has(AsOne) && typed.When is not { IsAlone: true } && PastedLines.In(typed.Given) is { } lines)
            return typed.Has(PastedLines.AsEntries)
                ? PastedLines.Record(situation, typed, lines)
                : PastedLines.Ask(situation, typed, lines);
        if (!typed.Has(AsOne) && typed.When is null && CorrectionWords.Ask(situation, typed.Text) is { } asked) return asked;
        return Read(situation, typed);
    }

    private static Decision Read(Situation situation, Arguments typed) => typed.When?.Read(situation.Times) switch
    {
        Understood at => Record(situation, typed, at),
        Unclear unclear => AskAgain(situation, typed, unclear),
        _ => Record(situation, typed, null),
    };

    private static Decision Record(Situation situation, Arguments typed, Understood? when)
    {
        var text = typed.Text;
        if (text.Length == 0)
            return Decision.Refuse(
                Line.Of(
                    $"There is nothing to record but {(when is null ? "a kind" : "a time")}. Type what happened: `/timeline 5m ago rolled back the api`."
                ),
                typed.Given);
        var incident = situation.Incident!;
        var entry = EntryOf(situation, text, typed.Kinds, when);
        var answer = Line.Of(
            $"Added to {incident.Id} as no. {entry.Number} at {EntryLines.When(situation, entry)}{TypedLater(situation, when)}: \"{Excerpt.Of(text, 200)}\". {EntryLines.KindIn(entry)}"
        );
        var decision = Decision
            .Change(incident, answer, new EntryRecorded(incident.Id, entry))
            .Posting(incident, EntryLines.Posted(situation, entry), EntryLines.Key(incident.Id, entry))
            .With(
                [
                    new Button("Undo", $"/timeline {incident.Id} undo"),
                    new Button("Dead end", $"/timeline {incident.Id} mark {entry.Number} #dead-end"),
                    .. MoveButton(situation, entry, when),
                ]);
        if (when is null && CorrectionWords.Instead(situation, text) is { } instead) decision = decision.With(instead);
        if (when?.ByReader is { } own)
            decision = decision.With(new Button(own.Label, $"/timeline {incident.Id} move {entry.Number} {own.Typed}"));
        if (when?.Remark is { } remark) decision = decision.Adding(Line.Of($"{remark}"));
        return EntryLines.LongBefore(situation, entry.At) is { } early ? decision.Adding(early) : decision;
    }

    /// <summary>A new entry with the next number.</summary>
    internal static TimelineEntry EntryOf(Situation situation, string text, IReadOnlyList<EntryKind> kinds, Understood? when) => new()
    {
        Number = situation.LastEntry + 1,
        At = when?.At ?? situation.Now,
        Until = when?.Until,
        RecordedAt = situation.Now,
        By = situation.User,
        Text = text,
        Kinds = kinds.Count > 0 ? kinds : [KindGuess.Of(text, isFirst: situation.LastEntry == 0)],
        KindGuessed = kinds.Count == 0,
        TypedTime = when?.Typed,
        Approximate = when?.Approximate ?? false,
    };

    private static Decision AskAgain(Situation situation, Arguments typed, Unclear unclear)
    {
        // Values given apart stay apart: "14:05" and "UTC clocks drift" are not 14:05 UTC.
        var between = typed.When!.IsAlone ? " - " : " ";
        return MomentReader.Ask(unclear, $"/timeline {situation.Incident!.Id} {MomentReader.Place}{between}{typed.Text}{typed.Retyped()}");
    }

    // "rolled back at 14:05" says when, and need not: it is recorded now, and 14:05 is a click away.
    private static Button[] MoveButton(Situation situation, TimelineEntry entry, Understood? when) =>
        when is null && TimeInside.Find(entry.Text, situation.Times) is { } inside
            ? [new($"Move to {situation.Show(inside.At).Text}", $"/timeline {situation.Incident!.Id} move {entry.Number} {inside.Typed}")]
            : [];

    private static Line TypedLater(Situation situation, Understood? when) =>
        when is null ? Line.Empty : Line.Of($" (typed {situation.Show(situation.Now)})");
}
