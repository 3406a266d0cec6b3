using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;

namespace Sitrep.Chat.Events;

/// <summary>Something that reached the bot, translated by a platform into plain words. The set is closed.</summary>
/// <param name="Channel">Where.</param>
/// <param name="User">Who.</param>
/// <param name="EventKey">
/// The platform's own id of this delivery, unique per platform; null where it has none. A repeat gets the first answer
/// again.
/// </param>
internal abstract record ChatEvent(ChannelRef Channel, Person User, string? EventKey)
{
    /// <summary>People whom it names by the platform's own mention, so that their <c>@name</c> is more than a name.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Groups that it names, or may name, by what the platform calls them.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    /// <summary>The zone of the clock that the sender looks at, by the platform's word; null where it does not say.</summary>
    public Zone? ReaderZone { get; init; }
}

/// <summary>Something typed: a command where it starts with a slash, otherwise talk.</summary>
internal sealed record TextTyped(ChannelRef Channel, Person User, string? EventKey, string Text)
    : ChatEvent(Channel, User, EventKey);

/// <summary>
/// A command whose parts were filled in by name, as a <see cref="Form"/> or a platform's own options ask for them. What
/// stands in a value is never read as anything but that part. Empty values are left out.
/// </summary>
/// <param name="Channel">Where.</param>
/// <param name="User">Who.</param>
/// <param name="EventKey">The platform's own id of this delivery.</param>
/// <param name="Command">The command's words; an incident's id may stand behind the first: <c>incident INC-7 close</c>.</param>
/// <param name="Values">The values by the names of the parts.</param>
internal sealed record CommandFilled(
    ChannelRef Channel, Person User, string? EventKey, string Command, IReadOnlyDictionary<string, string> Values)
    : ChatEvent(Channel, User, EventKey)
{
    /// <summary>The message from which it was asked: an incident declared so begins its timeline with it.</summary>
    public PickedMessage? About { get; init; }
}
