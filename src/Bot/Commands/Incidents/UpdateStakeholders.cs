using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

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
        OptionPart.When("at", "when it was so, where not now") with { MayLead = true },
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

        var (at, text) = InFront(situation, typed);
        if (typed.Option("at") is { } value)
        {
            var given = MomentReader.Read(situation, value, "at", Again(typed, text, "at"));
            if (given is MomentRead.Unclear unclear) return unclear.Answer;
            at = ((MomentRead.Understood)given).Moment;
        }

        if (typed.Option("next") is null && NextInText.Read(situation, text) is var (words, due))
        {
            var told = Tell(situation, incident, text, at, due);
            return told.Reply.Refused ? told : told.Adding(Line.Of($"I read \"{words}\" as the time of the next update."));
        }

        return MomentReader.Read(situation, typed.Option("next"), "next", Again(typed, typed.Given, "next"), future: true) switch
        {
            MomentRead.Understood next => Tell(situation, incident, text, at, next.Typed is null ? null : next.Moment),
            MomentRead.Unclear asked => asked.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };

        string Again(Arguments typed, string words, string key) =>
            $"/incident {incident.Id} update {words} {key}:\"{MomentReader.Place}\"{typed.Retyped(key)}";
    }

    // People are told of times to come as well: only a moment that is past says when it was so.
    private static (DateTimeOffset? At, string Text) InFront(Situation situation, Arguments typed) =>
        typed.When?.Read(situation.Times) switch
        {
            null => (null, typed.Text),
            When.Understood { Until: null } at => (at.At, typed.Text),
            _ => (null, typed.When.Within),
        };

    /// <summary>The key of the timer that asks for an incident's next update.</summary>
    public static string TimerKey(IncidentId id) => IncidentTimer.KeyOf(id, _nextUpdate);

    private static Decision Tell(Situation situation, Incident incident, string text, DateTimeOffset? at, DateTimeOffset? next)
    {
        if (next <= situation.Now)
            return Decision.Refuse(Line.Of($"The next update lies in the past ({situation.Show(next.Value)})."), text).At("next");
        var promised = next is { } by ? Line.Of($" Next update by {situation.Show(by)}.") : Line.Empty;
        var when = at is { } moment ? Line.Of($"**{situation.Show(moment)}** ") : Line.Empty;
        var update = Line.Of($"📣 {incident.Id} {incident.Title}: {when}{Excerpt.Of(text, 1_500)} — {situation.User}.").Then(promised);
        var announced = May.See(Viewer.Anybody, incident);
        var where = announced ? LiveMessages.Announcements(situation, incident) : Destination.Of(incident);
        var answer = announced
            ? Line.Of($"Update saved for {incident.Id}. It is being posted to {new ChannelName(situation.Settings.AnnouncementChannel)}.").Then(promised)
            : Line.Of($"{incident.Id} is private: the update went to its own channel.").Then(promised);
        var decision = Decision.Change(
            incident,
            answer,
            new Noted(incident.Id, new(NoteKind.Update, at ?? situation.Now, situation.Now, situation.User, null, text)));
        decision = decision with { Effects = [new PostMessage(where, Message.Of(update))] };
        if (announced) decision = decision.Posting(incident, update);
        return next is { } due
            ? decision with { Timers = [new(incident.Id, due, _nextUpdate)] }
            : decision with { ClearedTimers = [TimerKey(incident.Id)] };
    }
}
