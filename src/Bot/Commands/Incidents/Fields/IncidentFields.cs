using Sitrep.Commands.Grammar;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents.Fields;

/// <summary>The fields that <c>/incident set</c> knows, and how each takes its text.</summary>
internal static class IncidentFields
{
    /// <summary>Their names, as typed.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "summary", "impact", "affected", "detection", "root-cause", "root-cause-summary", "resolution", "closing",
        "service", "zone", "started", "impact-ended", "ended",
    ];

    /// <summary>Sets a field.</summary>
    public static FieldChange Set(Situation situation, Incident incident, string name, string text)
    {
        if (text == "+")
            return new FieldRefused(
                Decision.Refuse(Line.Of($"There is nothing behind the + to add to {name}. Type `/incident set {name} + …`.")));
        // A leading plus adds a step to what is there.
        var adds = text.StartsWith("+ ", StringComparison.Ordinal);
        var words = adds ? text[2..].Trim() : text;
        var shown = Line.Of($"{Excerpt.Of(words, 1_500)}");
        return name switch
        {
            "summary" => new FieldSet(incident with { Summary = Joined(incident.Summary) }, shown),
            "impact" => new FieldSet(incident with { Impact = Joined(incident.Impact) }, shown),
            "detection" => new FieldSet(incident with { Detection = Joined(incident.Detection) }, shown),
            "root-cause" => new FieldSet(incident with { RootCause = Joined(incident.RootCause) }, shown),
            "root-cause-summary" => new FieldSet(incident with { RootCauseSummary = Joined(incident.RootCauseSummary) }, shown),
            "closing" => new FieldSet(incident with { Closing = Joined(incident.Closing) }, shown),
            "service" => new FieldSet(incident with { Service = text }, shown),
            "resolution" => new FieldSet(incident with { Resolution = adds ? [.. incident.Resolution, words] : [words] }, shown),
            "affected" => AffectedText.Set(incident, text),
            "zone" => Zone.Parse(text) is { } zone
                ? new FieldSet(incident with { Zone = zone }, shown)
                : new FieldRefused(ZoneRefusal.Unknown(text, text, zone => $"/incident {incident.Id} set zone {zone}")),
            _ => SetMoment(situation, incident, name, text),
        };

        string Joined(string? old) => adds && !string.IsNullOrEmpty(old) ? $"{old}\n{words}" : words;
    }

    /// <summary>What a field holds, in words; null where it is empty.</summary>
    public static string? Shown(Situation situation, Incident incident, string name)
    {
        var value = name switch
        {
            "summary" => incident.Summary,
            "impact" => incident.Impact,
            "affected" => string.Join("; ", new[] { incident.AffectedPercent?.Words, incident.AffectedCount?.Words }.OfType<string>().Distinct()),
            "detection" => incident.Detection,
            "root-cause" => incident.RootCause,
            "root-cause-summary" => incident.RootCauseSummary,
            "resolution" => string.Join("; ", incident.Resolution),
            "closing" => incident.Closing,
            "service" => incident.Service,
            "zone" => incident.Zone.Label,
            "started" => situation.Show(incident.StartedAt).Text,
            "impact-ended" => incident.ImpactEndedAt is { } impact ? situation.Show(impact).Text : null,
            "ended" => incident.EndedAt is { } end ? situation.Show(end).Text : null,
            _ => null,
        };
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static FieldChange SetMoment(Situation situation, Incident incident, string name, string text)
    {
        // The window of a closed incident must not keep people from correcting the window itself.
        var there = situation with { Incident = incident with { ClosedAt = null } };
        var read = MomentReader.Read(there, text, name, $"/incident {incident.Id} set {name} {MomentReader.Place}");
        if (read is MomentRead.Unclear asked)
        {
            // A time that is ambiguous from now may be clear within the incident's own window.
            if (incident.EndedAt is null || MomentReader.Read(situation, text, name, "") is not MomentRead.Understood inside)
                return new FieldRefused(asked.Answer);
            read = inside;
        }

        var at = ((MomentRead.Understood)read).Moment;
        var after = name switch
        {
            "started" => incident with { StartedAt = at },
            "impact-ended" => incident with { ImpactEndedAt = at },
            _ => incident with { EndedAt = at },
        };
        var shown = Line.Of($"{situation.Show(at)}.");
        if (((MomentRead.Understood)read).Remark is { } remark) shown = shown.Then(Line.Of($" {remark}"));
        return
            after.StartedAt > (after.EndedAt ?? DateTimeOffset.MaxValue)
            || after.StartedAt > (after.ImpactEndedAt ?? DateTimeOffset.MaxValue)
            ? new FieldRefused(
                Decision.Refuse(
                    Line.Of($"{name} at {situation.Show(at)} would put the end before the start ({situation.Show(after.StartedAt)})."),
                    text))
            : new FieldSet(after, shown);
    }
}

/// <summary>The outcome for a field.</summary>
internal abstract record FieldChange;

/// <summary>It was set.</summary>
internal sealed record FieldSet(Incident After, Line Shown) : FieldChange;

/// <summary>It was not; the answer says why.</summary>
internal sealed record FieldRefused(Decision Answer) : FieldChange;
