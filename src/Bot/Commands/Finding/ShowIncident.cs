using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Prose;

namespace Sitrep.Commands.Finding;

/// <summary><c>/incident show</c>: an incident's card, by id or by channel.</summary>
internal sealed class ShowIncident : Command
{
    public override string Name => "incident show";

    public override string Summary => "show an incident's card";

    public override string Example => "/incident show INC-7";

    internal override IReadOnlyList<Part> Parts { get; } = [IncidentPart.Any];

    internal override bool ReadsText => true;

    public override Decision Decide(Situation situation, Arguments typed) =>
        typed.Text.Length > 0
            ? Decision.Refuse(
                Line.Of($"I need an id such as `INC-7`, not \"{Excerpt.Of(typed.Text, 60)}\". `/incident list` shows them all."))
            : Decision.Say(Card.Of(situation, situation.Incident!), situation.Incident);
}

/// <summary><c>/incident</c> alone: the card of the channel's incident; elsewhere the open incidents.</summary>
internal sealed class ShowCard : Command
{
    public override string Name => "incident";

    public override string Summary => "show this channel's incident, or the open ones";

    public override string Example => "/incident";

    public override bool StandsAlone => true;

    public override bool NeedsIncident => false;

    public override Needs Needs => Needs.OpenIncidents;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        if (situation.Incident is { } here) return Decision.Say(Card.Of(situation, here), here);
        return situation.Open.Count == 0
            ? Decision.Say(
                Line.Of($"No incident is open. `/incident start What broke` declares one; `/incident list` shows the closed ones."))
            : Decision.Say(
                new Sitrep.Chat.Effects.Message(

                    [
                        new Paragraph(Line.Of($"**Open incidents**")),
                        ListIncidents.Of(situation, situation.Open.Take(ListFilter.PageLength)),
                        .. situation.Open.Count > ListFilter.PageLength
                            ? [new Paragraph(Line.Of($"and {situation.Open.Count - ListFilter.PageLength} more: `/incident list open page 2`"))]
                            : (Block[])[],
                    ],
                    []));
    }
}
