using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Contributors: everybody who recorded, led or took something, with their roles.</summary>
internal static class ContributorsSection
{
    public static IReadOnlyList<Block> Of(IncidentRecord record)
    {
        var incident = record.Incident;
        var people = incident.Roles.Values
            .Append(incident.DeclaredBy)
            .Concat(record.Timeline.Select(entry => entry.By))
            .Concat(record.Notes.Select(note => note.By))
            .Concat(record.Escalations.Select(escalation => escalation.AcknowledgedBy).OfType<Person>())
            .Distinct();
        return PostmortemDocument.Section(
            "Contributors",
            PostmortemDocument.List([.. people.Select(person => Contributor(incident, person))]));
    }

    private static Line Contributor(Incident incident, Person person)
    {
        var roles = incident.Roles.Where(held => held.Value == person).Select(held => held.Key).Order(StringComparer.Ordinal).ToList();
        return roles.Count == 0 ? Line.Of($"{person}") : Line.Of($"{person} ({string.Join(", ", roles)})");
    }
}
