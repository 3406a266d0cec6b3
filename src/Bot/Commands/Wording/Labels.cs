using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Commands.Wording;

/// <summary>Buttons that several answers share.</summary>
internal static class Labels
{
    /// <summary>A label with its first letter in upper case.</summary>
    public static string Sentence(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>The way to an incident's channel: its card, which names the channel as a link.</summary>
    public static Button GoTo(Incident incident) => new($"Go to {incident.Id}", $"/incident {incident.Id} show");
}
