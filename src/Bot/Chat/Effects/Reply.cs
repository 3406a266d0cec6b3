using System.Text.Json.Serialization;
using Sitrep.Incidents;

namespace Sitrep.Chat.Effects;

/// <summary>The direct answer: only the person who typed sees it, and only if it arrives within seconds.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Refused">True where what was asked was not done, and nothing was changed.</param>
/// <param name="Incident">The incident it is about; null where there is none.</param>
/// <param name="Channel">That incident's channel name; null where there is none.</param>
/// <param name="Form">A question to ask instead; null for none.</param>
internal sealed record Reply(Message Message, bool Refused = false, IncidentId? Incident = null, string? Channel = null, Form? Form = null)
{
    /// <summary>No answer: it was talk, not a command.</summary>
    public static Reply Nothing { get; } = new(new Message([], []));

    /// <summary>The field of a form at which a refusal belongs; null where it is about all of it.</summary>
    public string? Field { get; init; }

    /// <summary>True where it could not be stored: a platform that can deliver it again must not hear that it was taken.</summary>
    [JsonIgnore]
    public bool Unsaved { get; init; }

    /// <summary>True where the same delivery was answered before, and this is that answer again.</summary>
    [JsonIgnore]
    public bool Repeated { get; init; }
}
