using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;

namespace Sitrep.Commands.Events;

/// <summary>The consequences of an effect that a platform did, or refused for good.</summary>
internal static class EffectRules
{
    /// <summary>The incident's channel is open: the incident learns its id, and its name where another was free.</summary>
    public static Decision Opened(Incident? incident, string channelId, string? name, BotSettings settings)
    {
        if (incident is null || incident.ChannelId == channelId) return Decision.Nothing;
        var after = incident with { ChannelId = channelId, ChannelName = name ?? incident.ChannelName };
        return Decision.Nothing with { Changes = [new Amended(after)], Effects = LiveMessages.OnceOpened(after, settings) };
    }

    /// <summary>A message or file was posted: its id is kept where it is brought up to date later.</summary>
    public static Decision Posted(Effect effect, string externalId) => effect switch
    {
        PostMessage { Lines: { Count: > 0 } lines } => Decision.Nothing with
        {
            Messages = [.. lines.Select((line, place) => new KeyedMessage(line.Key, externalId) { Line = line.Message, Place = place })],
        },
        PostMessage { Key: { } key } => Decision.Nothing with { Messages = [new(key, externalId)] },
        UploadDocument upload => Decision.Nothing with { Messages = [new(upload.Key, externalId)] },
        _ => Decision.Nothing,
    };

    /// <summary>A line was brought up to date in a message that it shares with others.</summary>
    public static Decision LineUpdated(string key, Message line) =>
        Decision.Nothing with { Messages = [new(key, null) { Line = line }] };

    /// <summary>The bot lacks a scope: the incident's lead is told, and knows whom to ask.</summary>
    public static Decision ScopeMissing(Incident incident, string reason) =>
        Decision.Nothing with { Effects = [MissingScope.Told(incident, reason)] };

    /// <summary>
    /// The channel is out of reach: the people of the incident hear of it, and what was to be said there is said
    /// elsewhere.
    /// </summary>
    /// <param name="situation">The channel's situation; it may hold a newer incident than the effect's.</param>
    /// <param name="lost">How it got out of reach.</param>
    /// <param name="effect">What was refused.</param>
    /// <param name="incident">The effect's incident.</param>
    public static Decision ChannelLost(Situation situation, ChannelLost lost, Effect effect, Incident incident)
    {
        var decision = FollowChannel.Decide(situation, lost);
        return FallbackDelivery.Of(effect, incident, situation.Settings) is { } elsewhere
            ? decision with { Effects = [.. decision.Effects, elsewhere] }
            : decision;
    }
}
