using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems;
using Sitrep.Prose;

namespace Sitrep.Commands.Postmortems;

/// <summary><c>/incident postmortem</c>: the postmortem as it is now, open or closed.</summary>
internal sealed class ShowPostmortem : Command
{
    public override string Name => "incident postmortem";

    public override string Summary => "show the postmortem as it is now";

    public override string Example => "/incident postmortem zone:Europe/Berlin";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        OptionPart.Word("zone", "ZONE", "the zone of its times"),
        OptionPart.Text(MissingMessages.Option, "PART", "a part it still lacks, to be filled") with { IsHidden = true },
    ];

    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        if (typed.Option(MissingMessages.Option) is { } missing) return Missing(situation, missing);
        var zone = situation.Zone;
        if (typed.Option("zone") is { } label)
        {
            if (Zone.Parse(label) is not { } named)
                return ZoneRefusal.Unknown(label, typed.Text, other => $"/incident {situation.Incident!.Id} postmortem zone:{other}");
            zone = named;
        }

        return Decision.Say(new Message(PostmortemDocument.Of(situation.Record!, zone, situation.Now), []), situation.Incident);
    }

    private static Decision Missing(Situation situation, string key)
    {
        var record = situation.Record!;
        if (MissingParts.Of(record).FirstOrDefault(part => part.Key == key) is not { } part)
            return Decision.Say(MissingMessages.Whole(record), situation.Incident);
        var form = MissingForms.Of(record, part);
        return Decision.Ask(Line.Of($"{part.Label}: fill the form, or type `{form.Command} …`. Nothing was changed."), form);
    }
}
