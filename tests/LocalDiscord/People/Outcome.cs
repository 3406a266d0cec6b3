using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>What a person sees of an interaction.</summary>
public enum OutcomeKind
{
    /// <summary>The app still waits.</summary>
    Waiting,

    /// <summary>"The application did not respond": three seconds have passed.</summary>
    Failed,

    /// <summary>"Thinking…"</summary>
    Thinking,

    /// <summary>A message, a changed message, or nothing more than the button springing back.</summary>
    Answered,

    /// <summary>A form.</summary>
    Modal,

    /// <summary>Suggestions below the option.</summary>
    Choices,
}

/// <summary>The outcome, with what there is to see.</summary>
/// <param name="Message">The answer; of a pressed button the message that it sits on.</param>
/// <param name="Data">The modal or the choices.</param>
public sealed record Outcome(OutcomeKind Kind, Message? Message, JsonNode? Data)
{
    internal static Outcome Of(Interaction interaction, World world) =>
        new(KindOf(interaction, world), interaction.Original, interaction.AnswerData);

    private static OutcomeKind KindOf(Interaction interaction, World world) => interaction.AnswerType switch
    {
        null when world.Now > interaction.At + Interaction.FirstAnswer => OutcomeKind.Failed,
        null => OutcomeKind.Waiting,
        8 => OutcomeKind.Choices,
        9 => OutcomeKind.Modal,
        _ when interaction.Original?.Flags.HasFlag(MessageFlags.Loading) == true =>
            // Nobody thinks longer than the token lives.
            world.Now > interaction.At + Interaction.TokenLife ? OutcomeKind.Failed : OutcomeKind.Thinking,
        _ => OutcomeKind.Answered,
    };
}
