using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>Answers to what is no command, or stands in no incident's channel.</summary>
internal static class Refusals
{
    /// <summary>What an answer must know where there is no incident: which others are open.</summary>
    public const Needs Needs = Commands.Needs.OpenIncidents;

    /// <summary>A word that nobody knows: the nearest one is offered, ready to run.</summary>
    public static Decision UnknownWord(Situation situation, UnknownWord word)
    {
        var typed = Excerpt.Of(word.Words.Trim(), 100);
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
            new Button("All commands", "/incident help"));
    }

    /// <summary>What was given for an incident's id is none.</summary>
    public static Decision UnknownIncident(UnknownIncident unknown) => Decision.Refuse(
        Line.Of($"There is no incident \"{Excerpt.Of(unknown.Named, 60)}\" that you can see. `/incident list` shows them all."),
        unknown.Text);

    /// <summary>A command that needs an incident, where there is none: the open ones are offered, the text is kept.</summary>
    public static Decision NoIncident(Situation situation, KnownCommand known)
    {
        var text = known.Arguments.Given;
        var number = known.Command.Grammar.Follows == Follows.Number ? $"{known.Arguments.Number:' '0}" : "";
        if (known.Arguments.Incident is { } id)
            return Decision.Refuse(Line.Of($"There is no {id} that you can see. `/incident list` shows them all."), text);
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
            [.. open.Select(incident => new Button(incident.Id.ToString(), Again(incident.Id.ToString())))]);

        string Again(string id) => $"/{InsertId(name, id)}{number} {text}".TrimEnd() + known.Arguments.Retyped();
    }

    private static string InsertId(string name, string id) =>
        name.Split(' ', 2) is [var root, var verb] ? $"{root} {id} {verb}" : $"{name} {id}";
}
