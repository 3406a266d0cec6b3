using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
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

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var role = typed.Value("role")?.ToLowerInvariant() ?? "";
        if (!situation.Settings.Roles.Contains(role))
            return Decision.Refuse(Line.Of($"The roles are {string.Join(", ", situation.Settings.Roles)}. Type `{Example}`."), typed.Given);
        return Give(situation, role, typed.Value("user"), typed.Given);
    }

    // Who takes a role without being given it needs no second mention.
    private static Line By(Situation situation, Person person) =>
        person == situation.User ? Line.Empty : Line.Of($", assigned by {situation.User}");

    /// <summary>Gives a role to somebody, or to whoever types.</summary>
    internal static Decision Give(Situation situation, string role, string? who, string text)
    {
        var incident = situation.Incident!;
        if (who is not null
            && (who.TrimStart('@').Length == 0 || (who.Any(char.IsWhiteSpace) && !situation.People.Contains(situation.Called(who)))))
            return Decision.Refuse(Line.Of($"I could not read \"{who}\" as a person. Type `/incident role {role} @name`."), text);
        var person = who is null ? situation.User : situation.Called(who);
        var after = incident with { Roles = new Dictionary<string, Person>(incident.Roles, StringComparer.Ordinal) { [role] = person } };
        var was = incident.Roles.TryGetValue(role, out var before) && before != person ? Line.Of($" (was {before})") : Line.Empty;
        var line = Line.Of($"{person} is now the **{role}** of {incident.Id}").Then(was);
        var given = Decision.Change(
            after,
            line.Then(Line.Of($".")),
            new Amended(after),
            new Noted(incident.Id, new(NoteKind.Role, situation.Now, situation.Now, situation.User, $"{role} {person}", null)));
        return (given with { Effects = [.. Invitation.Of(situation, incident, [person])] })
            .Posting(after, Line.Of($"{situation.Show(situation.Now)} · {person} is now the **{role}**").Then(was).Then(By(situation, person)));
    }
}
