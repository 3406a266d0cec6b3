using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.People;
using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident role</c>: who does what.</summary>
internal sealed class AssignRole : Command
{
    public override string Name => "incident role";

    public override string Summary => "assign a role";

    public override string Example => "/incident role comms @ana";

    internal override IReadOnlyList<Part> Parts { get; } = [new RolePart(), new PersonPart()];

    public override Needs Needs => Needs.KnownNames;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var (role, who) = RoleWords.Read(typed.Value("role") ?? "", typed.Value("user"), situation.Settings.Roles);
        if (role is null)
            return Decision.Refuse(Line.Of($"The roles are {string.Join(", ", situation.Settings.Roles)}. Type `{Example}`."), typed.Given);
        return Give(situation, role, who, typed.Given);
    }

    // A person who takes a role needs no second mention.
    private static Line By(Situation situation, Person person) =>
        person == situation.User ? Line.Empty : Line.Of($", assigned by {situation.User}");

    /// <summary>Gives a role to somebody, or to whoever types.</summary>
    internal static Decision Give(Situation situation, string role, string? who, string text)
    {
        var incident = situation.Incident!;
        var read = PersonReader.Read(situation, who);
        if (read is PersonRead.Several several)
            return Decision.Refuse(
                Line.Of($"One person holds a role: who is the {role}?"),
                text,
                [.. several.Names.Take(5).Select(name => new Button(Excerpt.Of(name, 24), $"/incident {incident.Id} role {role} {name}"))]);
        if (read is not PersonRead.Understood { Party: var party, Person: var person })
            return Decision.Refuse(Line.Of($"I could not read \"{who}\" as a person. Type `/incident role {role} @name`."), text);
        var after = incident with { Roles = new Dictionary<string, Person>(incident.Roles, StringComparer.Ordinal) { [role] = person } };
        var was = incident.Roles.TryGetValue(role, out var before) && before != person ? Line.Of($" (was {before})") : Line.Empty;
        var line = Line.Of($"{person} is now the **{role}** of {incident.Id}").Then(was);
        var given = Decision.Change(
            after,
            line.Then(Line.Of($".")),
            new Amended(after),
            new Noted(incident.Id, new(NoteKind.Role, situation.Now, situation.Now, situation.User, $"{role} {person}", null)));
        foreach (var said in PartyLines.Of(party, incident.Platform)) given = given.Adding(said);
        return (given with { Effects = [.. Invitation.Of(situation, incident, party.IsNotified ? [person] : [], [])] })
            .Posting(after, Line.Of($"{situation.Show(situation.Now)} · {person} is now the **{role}**").Then(was).Then(By(situation, person)));
    }
}
