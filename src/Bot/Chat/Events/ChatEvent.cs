using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Chat.Events;

/// <summary>Something that reached the bot, translated by a platform into plain words. The set is closed.</summary>
/// <param name="Channel">Where.</param>
/// <param name="User">Who.</param>
/// <param name="EventKey">The platform's own id of this delivery, unique per platform; null where it has none. A repeat gets the first answer again.</param>
public abstract record ChatEvent(ChannelRef Channel, Person User, string? EventKey)
{
    /// <summary>People whom it names by the platform's own mention, so that their <c>@name</c> is more than a name.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];
}

/// <summary>Something typed: a command where it starts with a slash, otherwise talk.</summary>
public sealed record TextTyped(ChannelRef Channel, Person User, string? EventKey, string Text)
    : ChatEvent(Channel, User, EventKey);

/// <summary>A filled <see cref="Form"/>. Keys are options, <c>text</c> is the free text; empty values are left out.</summary>
public sealed record FormFilled(
    ChannelRef Channel, Person User, string? EventKey, string Command, IReadOnlyDictionary<string, string> Values)
    : ChatEvent(Channel, User, EventKey)
{
    /// <summary>The message from which the form was opened: an incident declared so begins its timeline with it.</summary>
    public PickedMessage? About { get; init; }
}
