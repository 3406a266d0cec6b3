using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents.Fields;

/// <summary>The form that fills one field, begun with what it holds, else with what the timeline suggests.</summary>
internal static class FieldForm
{
    // A form of Slack holds no more; what is longer is not put into one, or its end would be lost.
    private const int Longest = 2_900;

    /// <summary>The form.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="field">The field's name, as typed.</param>
    /// <param name="suggestion">What it starts with where it is empty; null for nothing.</param>
    public static Form Of(Incident incident, string field, string? suggestion = null)
    {
        var (question, hint, isMultiline) = field switch
        {
            "summary" => ("What happened, in a few sentences?", null, true),
            "impact" => ("What could people not do?", null, true),
            "affected" => ("How many were affected?", "70% users, 50,000 users", false),
            "detection" => ("How was it noticed?", null, true),
            "root-cause" => ("Why did it happen?", null, true),
            "root-cause-summary" => ("Root cause, in a sentence", null, false),
            "resolution" => ("What fixed it?", null, true),
            "closing" => ("A last word", null, true),
            "service" => ("Which service?", "checkout", false),
            "zone" => ("Which time zone?", "UTC, EAT, Europe/Berlin", false),
            "started" => ("When did it start?", "14:05", false),
            "impact-ended" => ("When did the impact end?", "14:41", false),
            "ended" => ("When was it over?", "15:56", false),
            _ => (field, (string?)null, true),
        };
        var value = Held(incident, field) ?? suggestion;
        return new(
            $"/incident {incident.Id} set {field}",
            $"{incident.Id}: {field}",
            "Save",
            [new("text", question, Required: true, Hint: hint, Value: value?.Length > Longest ? null : value, Multiline: isMultiline)]);
    }

    private static string? Held(Incident incident, string field) => field switch
    {
        "summary" => incident.Summary,
        "impact" => incident.Impact,
        "affected" => incident.Affected.Count > 0 ? incident.Affected[^1] : null,
        "detection" => incident.Detection,
        "root-cause" => incident.RootCause,
        "root-cause-summary" => incident.RootCauseSummary,
        "resolution" => incident.Resolution.Count == 1 ? incident.Resolution[0] : null,
        "closing" => incident.Closing,
        "service" => incident.Service,
        "zone" => incident.Zone.Label,
        _ => null,
    };
}
