using System.Text.Json;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Storage;

namespace Sitrep.Occurrences;

/// <summary>
/// Plays the pure part of the walk once, on an incident that nobody declared, while the server starts. What is compiled or
/// looked up at its first use is then there when the first command after a restart comes. Nothing is read or stored.
/// </summary>
internal static class Warmup
{
    private static readonly ChannelRef _where = new(Platforms.Web, "rehearsal");
    private static readonly Person _who = Person.Named(_where.Platform, "rehearsal");

    /// <summary>Plays it.</summary>
    /// <returns>The answers.</returns>
    public static IReadOnlyList<Reply> Run(BotSettings settings, DateTimeOffset now)
    {
        var nothing = new Situation
        {
            Now = now,
            User = _who,
            Channel = _where,
            Settings = settings,
            NextNumber = 1,
            Open = [],
            LastEntry = 0,
        };
        var declared = Play("/incident start Rehearsal sev3 at:30m ago", nothing);
        var incident = Kept(declared.Changes.OfType<Declared>().Single().New, StorageJson.Default.Incident);
        var noted = Play("/timeline 10m ago error rate at 38 % #detection", nothing with { Incident = incident });
        return [declared.Reply, noted.Reply];
    }

    private static Decision Play(string text, Situation situation)
    {
        var known = (KnownCommand)EventReader.Read(new TextTyped(_where, _who, null, text))!.Input;
        var decision = LiveMessages.Complete(situation, known.Command.Decide(situation, known.Arguments));
        foreach (var effect in decision.Effects) Kept(effect, StorageJson.Default.Effect);
        return decision with { Reply = Kept(decision.Reply, StorageJson.Default.Reply) };
    }

    // To JSON and back, as through the database.
    private static T Kept<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(value, shape), shape)!;
}
