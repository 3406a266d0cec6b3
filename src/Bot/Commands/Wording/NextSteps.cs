using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>The first three steps of an incident; each ticks itself once it was taken.</summary>
internal static class NextSteps
{
    private static readonly TimeSpan _firstUpdate = TimeSpan.FromMinutes(30);

    /// <summary>The steps in one line.</summary>
    public static Line Of(Situation situation, Incident incident)
    {
        var lead = incident.Lead is { } person ? Line.Of($"☑ 1. {person} leads.") : Line.Of($"☐ 1. Somebody takes the lead.");
        var page = incident.PagedAt is { } paged
            ? Line.Of($" ☑ 2. People were paged at {situation.Show(paged)}.")
            : Line.Of($" ☐ 2. Page someone if you need them.");
        return Line.Of($"**Next:** ").Then(lead).Then(page).Then(Update(situation, incident));
    }

    private static Line Update(Situation situation, Incident incident) => incident switch
    {
        { UpdatedAt: { } updated, NextUpdateAt: { } next } => Line.Of(
            $" ☑ 3. Updated {situation.Show(updated)}. Next update by **{situation.Show(next)}**."),
        { UpdatedAt: { } updated } => Line.Of($" ☑ 3. Updated {situation.Show(updated)}. No next update is promised."),
        _ => Line.Of($" ☐ 3. First update by {situation.Show(incident.DeclaredAt + _firstUpdate)}."),
    };
}
