using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Incidents;
using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>Answers to what is no command, or stands in no incident's channel.</summary>
internal static class Refusals
{
    /// <summary>The open incidents, for an answer where there is no incident.</summary>
    public const Needs Needs = Commands.Needs.OpenIncidents;

    /// <summary>A word that nobody knows: the nearest one is offered, ready to run.</summary>
    public static Decision UnknownWord(Situation situation, UnknownWord word)
    {
        var typed = Excerpt.Of(word.Words.Trim(), 100);
        if (word.Near is null && MissingFeatures.Of(word.Words.Split(' ')[^1], word.Rest) is { } missing) return missing;
        if (word.Near is null && RoleIn(situation, word) is { } role) word = word with { Near = role };
        if (word.Near is { } near)
        {
            var rest = word.Rest.Length > 0 ? " " + word.Rest : "";
            return Decision.Refuse(
                Line.Of($"I do not know `/{typed}`. Did you mean `/{near}`?"),
                word.Rest,
                new Button("Run it", $"/{near}{rest}"),
                new Button("Help", "/incident help"));
        }

        var possible = situation.Incident is null
            ? Line.Of($"`/incident start What broke`, `/incident list` or `/incident help`")
            : Line.Of($"`/timeline what happened`, `/escalate @name`, `/incident status`, `/incident close` or `/incident help`");
        return Decision.Refuse(
            Line.Of($"I do not know `/{typed}`. Here you can type ").Then(possible).Then(Line.Of($".")),
            word.Rest,
            [.. TitleIn(situation, word), new Button("All commands", "/incident help")]);
    }

    // The configuration may add roles; a role's name alone means giving it.
    private static string? RoleIn(Situation situation, UnknownWord word) =>
        word.Words.Split(' ') is ["incident", var verb] && RoleWords.Read(verb, situation.Settings.Roles) is { } role
            ? $"incident role {role}"
            : null;

    // `/incident Checkout is down` declares in other tools.
    private static IEnumerable<Button> TitleIn(Situation situation, UnknownWord word) =>
        situation.Incident is null && word.Words.Split(' ', 2) is ["incident", { Length: > 0 } first] && word.Rest.Length > 0
            ? [new("Declare it", $"/incident start {first} {word.Rest}", ButtonLook.Primary)]
            : [];

    /// <summary>The value given as an incident's id is none.</summary>
    public static Decision UnknownIncident(UnknownIncident unknown) => Decision.Refuse(
        Line.Of($"There is no incident \"{Excerpt.Of(unknown.Named, 60)}\" that you can see. `/incident list` shows them all."),
        unknown.Text);

    /// <summary>A command that needs an incident, where there is none: the open ones are offered, the text is kept.</summary>
    public static Decision NoIncident(Situation situation, KnownCommand known)
    {
        var text = known.Arguments.Given;
        if (known.Arguments.Incident is { } id)
            return Decision.Refuse(Line.Of($"There is no {id} that you can see. `/incident list` shows them all."), text);
        if (known.Command is ReopenIncident)
            return Decision.Refuse(
                Line.Of($"This channel has no incident. Name the one to reopen: `/incident reopen INC-7`."),
                text,
                new Button("Closed incidents", "/incident list closed"));
        var open = situation.Open.Take(3).ToList();
        if (open.Count == 0)
            return Decision.Refuse(
                Line.Of($"This channel has no incident, and none is open. `/incident start What broke` declares one."),
                text);
        var list = string.Join(
            ", ",
            open.Select(incident => $"{incident.Id} {Excerpt.Of(incident.Title, 60)} ({Card.SeverityOf(incident)})"));
        var name = known.Command.Name;
        return Decision.Refuse(
            Line.Of(
                $"This channel has no incident. Open ones: {list}. Put the id first, `/{name.Split(' ')[0]} {open[0].Id} …`, or go to its channel: {new ChannelName(open[0].ChannelName, open[0].ChannelId)}."
            ),
            text,
            [.. open.SelectMany(incident => Offered(known, incident))]);
    }

    // What cannot be taken back by the one who clicks is asked about first, and the way to the channel stands before it.
    private static IEnumerable<Button> Offered(KnownCommand known, Incident incident)
    {
        var again = known.Arguments.Retyping(known.Command, incident.Id);
        if (!known.Command.IsWeighty) return [new(incident.Id.ToString(), again)];
        var verb = Labels.Sentence(known.Command.Name.Split(' ')[^1]);
        return [Labels.GoTo(incident), new($"{verb} {incident.Id}", $"{again} {known.Command.AsksWith}")];
    }
}
