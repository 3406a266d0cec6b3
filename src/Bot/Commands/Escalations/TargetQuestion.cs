using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.People;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Escalations;

/// <summary>Asks whom to page where the text does not say it, or not clearly.</summary>
internal static class TargetQuestion
{
    private const int LongestLabel = 24;

    /// <summary>Asks which of several readings is meant.</summary>
    public static Decision Ask(Situation situation, Arguments typed, TargetsRead read)
    {
        var incident = situation.Incident!;
        var clear = read.Targets.Count > 0 ? Line.Of($"I read {string.Join(", ", read.Targets)}. ") : Line.Empty;
        var buttons = read
            .Offers.Select(offer => new Button(Label(offer), Again(incident, typed, offer, offer.When?.Typed)))
            .Append(new Button("Pick people", Again(incident, typed, read with { Targets = [] }, read.When?.Typed)));
        return Decision.Refuse(
            clear.Then(Line.Of($"Is \"{read.Doubt}\" a team to page, or does the text begin there?")),
            typed.Given,
            [.. buttons.Take(5)]);
    }

    /// <summary>Asks with a form where nobody was named whom the bot could page.</summary>
    public static Decision AskByForm(
        EscalateIncident command,
        Incident incident,
        Arguments typed,
        TargetsRead read,
        IReadOnlyList<NamedParty> named)
    {
        var line = Line.Of($"Who should be paged? Nothing was changed. Type for example `{command.Example}`.");
        foreach (var said in PartyLines.Of(named)) line = line.Then(Line.Of($" ")).Then(said);
        var text = read.Text.Length > 0 ? read.Text : null;
        return Decision.Ask(
            line,
            CommandForm.Of(
                command,
                $"/escalate {incident.Id}",
                "Page someone",
                "Escalate",
                ("text", text),
                ("at", typed.Option("at") ?? read.When?.Typed)));
    }

    /// <summary>The command as it would be typed for one reading.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="read">The reading.</param>
    /// <param name="at">The moment to type; null for what was typed as an option, if anything.</param>
    public static string Again(Incident incident, Arguments typed, TargetsRead read, string? at)
    {
        var front = InFront(read, at);
        var option = front.Length > 0 ? "" : At(typed, at);
        return $"/escalate {incident.Id} to:\"{string.Join(", ", read.Targets)}\" {front}{read.Text}{option}{typed.Retyped("to", "at")}";
    }

    // A time that stood in the text stays there: it may turn out to be text.
    private static string InFront(TargetsRead read, string? at) => read.When is { IsAlone: false } && at is not null ? at + " " : "";

    private static string At(Arguments typed, string? at) => (at ?? typed.Option("at")) is { } moment ? $" at:\"{moment}\"" : "";

    private static string Label(TargetsRead offer)
    {
        var label = "Page " + string.Join(", ", offer.Targets);
        return label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";
    }
}
