using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>
/// The message to an incident's lead if the app lacks a scope: an administrator has to give it, and the lead knows whom to
/// ask.
/// </summary>
internal static class MissingScope
{
    /// <summary>The message.</summary>
    /// <param name="incident">The incident in which something could not be done.</param>
    /// <param name="problem">The refusal, with the right and what it is for.</param>
    public static TellPerson Told(Incident incident, string problem) =>
        TellPerson.Of(
            incident.Contact,
            Message.Of(
                Line.Of(
                    $"⚠️ One step for {incident.Id} failed: {problem}. Ask an administrator to add it and to install the app again; everything else goes on."
                )));
}
