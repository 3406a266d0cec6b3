using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident update</c>: tells the announcement channel, and reminds of the next update.</summary>
internal sealed class UpdateStakeholders : Command
{
    private static readonly UpdateDue _nextUpdate = new();

    public override string Name => "incident update";

    public override string Summary => "post an update and set a reminder for the next one";

    public override string Example => "/incident update Rollback is running next:30m";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new TextPart { Question = new("What should they know?", IsRequired: true, IsMultiline: true) },
        OptionPart.When("next", "when the next one is due: 30m, 15:30") with { Question = new("Next update", "30m, 15:30") },
    ];

    public override bool AsksForMissing => true;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Text.Length == 0)
        {
            return Decision.Ask(
                Line.Of($"What should the stakeholders know? Nothing was changed. Type for example `{Example}`."),
                CommandForm.Of(this, $"/incident {incident.Id} update", "Post an update", "Post"));
        }

        return MomentReader.Read(
            situation,
            typed.Option("next"),
            "next",
            $"/incident {incident.Id} update {typed.Text} next:\"{MomentReader.Place}\"",
            future: true) switch
        {
            MomentRead.Understood next => Tell(situation, incident, typed.Text, next.Typed is null ? null : next.Moment),
            MomentRead.Unclear asked => asked.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };
    }

    /// <summary>The key of the timer that asks for an incident's next update.</summary>
    public static string TimerKey(IncidentId id) => IncidentTimer.KeyOf(id, _nextUpdate);

    private static Decision Tell(Situation situation, Incident incident, string text, DateTimeOffset? next)
    {
        if (next <= situation.Now)
            return Decision.Refuse(Line.Of($"The next update lies in the past ({situation.Show(next.Value)})."), text).At("next");
        var promised = next is { } due ? Line.Of($" Next update by {situation.Show(due)}.") : Line.Empty;
        var update = Line.Of($"📣 {incident.Id} {incident.Title}: {Excerpt.Of(text, 1_500)} — {situation.User}.").Then(promised);
        var announced = May.See(Viewer.Anybody, incident);
        var where = announced ? LiveMessages.Announcements(situation, incident) : Destination.Of(incident);
        var answer = announced
            ? Line.Of($"Update saved for {incident.Id}. It is being posted to {new ChannelName(situation.Settings.AnnouncementChannel)}.").Then(promised)
            : Line.Of($"{incident.Id} is private: the update went to its own channel.").Then(promised);
        var decision = Decision.Change(
            incident,
            answer,
            new Noted(incident.Id, new(NoteKind.Update, situation.Now, situation.Now, situation.User, null, text)));
        decision = decision with { Effects = [new PostMessage(where, Message.Of(update))] };
        if (announced) decision = decision.Posting(incident, update);
        return next is { } at
            ? decision with { Timers = [new(incident.Id, at, _nextUpdate)] }
            : decision with { ClearedTimers = [TimerKey(incident.Id)] };
    }
}
