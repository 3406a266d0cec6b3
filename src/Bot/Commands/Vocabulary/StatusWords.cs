using System.Collections.Frozen;
using Sitrep.Incidents;

namespace Sitrep.Commands.Vocabulary;

/// <summary>Statuses as other incident tools call them.</summary>
internal static class StatusWords
{
    private static readonly FrozenDictionary<string, IncidentStatus> _words = new Dictionary<string, IncidentStatus>
    {
        ["investigate"] = IncidentStatus.Investigating,
        ["triage"] = IncidentStatus.Investigating,
        ["triaging"] = IncidentStatus.Investigating,
        ["triaged"] = IncidentStatus.Investigating,
        ["ongoing"] = IncidentStatus.Investigating,
        ["active"] = IncidentStatus.Investigating,
        ["detected"] = IncidentStatus.Investigating,
        ["acknowledged"] = IncidentStatus.Investigating,
        ["diagnosing"] = IncidentStatus.Investigating,
        ["identify"] = IncidentStatus.Identified,
        ["diagnosed"] = IncidentStatus.Identified,
        ["found"] = IncidentStatus.Identified,
        ["fixing"] = IncidentStatus.Identified,
        ["mitigating"] = IncidentStatus.Identified,
        ["repairing"] = IncidentStatus.Identified,
        ["monitor"] = IncidentStatus.Monitoring,
        ["mitigated"] = IncidentStatus.Monitoring,
        ["mitigate"] = IncidentStatus.Monitoring,
        ["fixed"] = IncidentStatus.Monitoring,
        ["contained"] = IncidentStatus.Monitoring,
        ["recovering"] = IncidentStatus.Monitoring,
        ["recovered"] = IncidentStatus.Monitoring,
        ["stable"] = IncidentStatus.Monitoring,
        ["stabilized"] = IncidentStatus.Monitoring,
        ["stabilised"] = IncidentStatus.Monitoring,
        ["watching"] = IncidentStatus.Monitoring,
        ["observing"] = IncidentStatus.Monitoring,
        ["verifying"] = IncidentStatus.Monitoring,
        ["resolve"] = IncidentStatus.Resolved,
        ["solved"] = IncidentStatus.Resolved,
        ["restored"] = IncidentStatus.Resolved,
        ["over"] = IncidentStatus.Resolved,
        ["ok"] = IncidentStatus.Resolved,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a status, its own word or another tool's; null for anything else.</summary>
    public static IncidentStatus? Read(string word)
    {
        var bare = word.TrimEnd('.', ',', ';', ':', '!');
        if (_words.TryGetValue(bare, out var status)) return status;
        return Enum.GetNames<IncidentStatus>().FirstOrDefault(name => name.Equals(bare, StringComparison.OrdinalIgnoreCase)) is { } own
            ? Enum.Parse<IncidentStatus>(own)
            : null;
    }
}
