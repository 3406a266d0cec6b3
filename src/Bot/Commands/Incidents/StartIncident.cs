using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands.Declaring;
using Sitrep.Commands.Events;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident start</c>: declares an incident, opens its channel, posts and pins the card, announces.</summary>
internal sealed class StartIncident : Command
{
    internal const int LongestTitle = 500;

    public override string Name => "incident start";

    public override IReadOnlyList<string> Aliases => ["incident declare", "incident new", "incident open"];

    public override string Summary => "declare an incident and open its channel";

    public override string Example => "/incident start Checkout returns 500s sev2 at:10m ago";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new TextPart("title") { KeyHint = "what broke", Question = new("What broke?", "Checkout returns 500s", IsRequired: true) },
        new SeverityPart { KeyHint = "sev1 to sev5", IsOptional = true, Question = new("How bad is it?") },
        OptionPart.When("at", "when it began") with { MayLead = true, Question = new("When did it begin?", "14:02, 10m ago; empty means now") },
        OptionPart.Word("zone", "ZONE", "UTC, EAT, Europe/Berlin"),
        OptionPart.Word("service", "NAME", "what is broken") with { Question = new("Service", "checkout") },
        new FlagPart("private"),
        new FlagPart("drill"),
        new FlagPart(LikelyDuplicate.Anyway) { IsHidden = true },
        new FlagPart(TitleWords.AsTitle) { IsHidden = true },
        new FlagPart(TitleWords.AsFlag) { IsHidden = true },
    ];

    public override bool NeedsIncident => false;

    public override bool AsksForMissing => true;

    public override Needs Needs => Needs.NextNumber | Needs.OpenIncidents;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var title = (typed.Option("title") ?? typed.Text).ReplaceLineEndings(" ").Trim();
        if (title.Length == 0)
        {
            return Decision.Ask(
                Line.Of($"What broke? An incident needs a title. Nothing was changed. Type for example `{Example}`."),
                CommandForm.Of(this, "/" + Name, "Declare an incident", "Declare"));
        }

        if (TitleWords.AskAboutFlag(typed, title) is { } asked) return asked;
        (title, typed) = TitleWords.Whole(typed, title);
        if (title.Length > LongestTitle)
            return Decision.Refuse(
                Line.Of($"A title has at most {LongestTitle} characters, this one has {title.Length}. Put the rest into `/timeline`."),
                title).At("title");
        var zone = situation.Settings.Zone;
        if (typed.Option("zone") is { } label)
        {
            if (Zone.Parse(label) is not { } named)
                return ZoneRefusal.Unknown(label, typed.Given, zone => $"/incident start {Front(typed)}{title} zone:{zone}{typed.Retyped("title", "zone")}");
            zone = named;
        }

        var there = situation with { Incident = null, Settings = situation.Settings with { Zone = zone } };
        return MomentReader.Read(there, typed, "at", Retyped(typed, title)) switch
        {
            MomentRead.Understood at => LikelyDuplicate.Ask(there, typed, title) ?? Declare(there, typed, title, at),
            MomentRead.Unclear unclear => unclear.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };
    }

    private static Decision Declare(Situation situation, Arguments typed, string title, MomentRead.Understood at)
    {
        var id = new IncidentId(situation.NextNumber);
        var channel = ChannelNames.Of(situation.Settings.ChannelName, id, title);
        var incident = new Incident
        {
            Id = id,
            Title = title,
            Severity = typed.Severity,
            Zone = situation.Zone,
            Service = typed.Option("service"),
            Private = typed.Has("private"),
            Drill = typed.Has("drill"),
            StartedAt = at.Moment,
            DeclaredAt = situation.Now,
            DeclaredBy = situation.User,
            Platform = situation.Channel.Platform,
            ChannelName = channel,
            // The built-in chat's channels are their names; elsewhere the platform says the id once it has opened one.
            ChannelId = situation.Channel.Platform == Platforms.Web ? channel : null,
        };
        situation = situation with { Incident = incident };
        var began = at.Typed is null ? Line.Empty : Line.Of($" It began at **{situation.Show(at.Moment)}**.");
        var severity = incident.Severity is { } level
            ? Line.Of($" Severity: **{SetSeverity.Word(level).ToUpperInvariant()}**.")
            : Line.Of($" No severity is set: `/incident severity sev2` sets one.");
        var traits = Line.Of($"{(incident.Private ? " Private: not announced." : "")}{(incident.Drill ? " This is a drill." : "")}");
        var answer = Line.Of($"{id} declared. Channel: {new ChannelName(channel)}.").Then(severity).Then(began).Then(traits);
        var decision = Decision.Change(
            incident,
            answer,
            new Declared(incident),
            new Noted(id, new(NoteKind.Declared, situation.Now, situation.Now, situation.User, null, null))) with
        { Effects = LiveMessages.AtStart(situation, incident) };
        if (situation.About is { } message && situation.Picks.Entry is null)
            decision = decision with { Changes = [.. decision.Changes, .. FirstEntry(situation, message)] };
        if (at.Typed is null && TimeInside.Find(title, situation.Times) is { } inside)
            decision = decision.With(new Button($"Began at {situation.Show(inside.At).Text}", $"/incident {id} set started {inside.Typed}"));
        if (at.Remark is { } remark) decision = decision.Adding(Line.Of($"{remark}"));
        if (situation.About is not null && LikelyDuplicate.Twin(situation with { Incident = null }, typed, title) is { } twin)
            decision = decision.Adding(
                Line.Of($"{twin.Id} \"{twin.Title}\" is open too: {new ChannelName(twin.ChannelName, twin.ChannelId)}. It may be the same."));
        if (typed.Option("severity") is { } word && !WordMeaning.Same(word, $"{incident.Severity}"))
            decision = decision.Adding(ReadAs.Said(word, SetSeverity.Word(incident.Severity!.Value)));
        return TitleWords.OfferSeverity(decision, incident).With(new Button("It was a mistake", $"/incident {id} cancel ask-first"));
    }

    // An incident declared from a message begins its timeline with it.
    private static IEnumerable<IncidentChange> FirstEntry(Situation situation, PickedMessage message)
    {
        var id = situation.Incident!.Id;
        var source = new SourceMessage(situation.Channel.Platform, situation.Channel.Id, message.Id);
        return
        [
            new EntryRecorded(id, PickMessage.EntryOf(situation, message, 1)),
            new MessageMarked(id, source, PickMessage.PickOf(PickWay.Menu, situation.User)),
            new MessageRecorded(id, source, 1, message.Text),
        ];
    }

    private static string Retyped(Arguments typed, string title) =>
        typed.When is null || typed.Option("at") is not null
            ? $"/incident start {title} at:\"{MomentReader.Place}\"{typed.Retyped("title", "at")}"
            : $"/incident start {MomentReader.Place} {title}{typed.Retyped("title")}";

    private static string Front(Arguments typed) => typed.When is { } when ? $"{when.Typed}: " : "";
}
