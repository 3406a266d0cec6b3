using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;

namespace Sitrep.Occurrences;

/// <summary>Something that happened, whoever brought it. The set is closed: <see cref="Walk"/> decides on each.</summary>
internal abstract record Occurrence;

/// <summary>A platform brought a command, or told what became of a message or a channel.</summary>
/// <param name="Event">What the platform brought.</param>
/// <param name="Parsed">What it means.</param>
internal sealed record EventReceived(ChatEvent Event, ParsedEvent Parsed) : Occurrence
{
    /// <summary>The id of this delivery among those of every platform; null if the platform gives it none.</summary>
    public string? Key => Event.EventKey is { } key ? $"{Event.Channel.Platform}/{key}" : null;
}

/// <summary>A timer's time has come.</summary>
internal sealed record TimerDue(DueTimer Timer) : Occurrence;

/// <summary>A timer's time has come, and its incident is damaged: nothing can be done.</summary>
internal sealed record TimerOfDamagedIncident(DueTimer Timer) : Occurrence;

/// <summary>A platform did what an effect says.</summary>
/// <param name="Effect">What was done.</param>
/// <param name="Result">What the platform made.</param>
internal sealed record EffectDone(Effect Effect, DeliveryResult Result) : Occurrence;

/// <summary>A platform refused an effect, and asking again cannot help.</summary>
/// <param name="Effect">What was not done.</param>
/// <param name="Reason">The platform's own words.</param>
/// <param name="Loss">How the channel got out of reach; null where it is not that.</param>
/// <param name="Lacks">The scope that the bot lacks; null where it is not that.</param>
internal sealed record EffectRefused(Effect Effect, string Reason, ChannelLoss? Loss, string? Lacks) : Occurrence;

/// <summary>A platform could not do an effect, however often it was asked, while it did others.</summary>
/// <param name="Effect">What was not done.</param>
/// <param name="Reason">The last answer.</param>
internal sealed record EffectGivenUp(Effect Effect, string Reason) : Occurrence;
