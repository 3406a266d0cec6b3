using System.Text.Json.Serialization;
using Sitrep.Chat.Events;
using Sitrep.Incidents;

namespace Sitrep.Chat.Effects;

/// <summary>
/// Something to be done in the world, kept in the outbox until it is done. The set is closed: every platform does each.
/// </summary>
/// <param name="To">Where. Effects to one place are done in the order written.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(OpenChannel), "open-channel")]
[JsonDerivedType(typeof(PostMessage), "post-message")]
[JsonDerivedType(typeof(UpdateMessage), "update-message")]
[JsonDerivedType(typeof(PinMessage), "pin-message")]
[JsonDerivedType(typeof(UploadDocument), "upload-document")]
[JsonDerivedType(typeof(ReadMessage), "read-message")]
[JsonDerivedType(typeof(TellPerson), "tell-person")]
[JsonDerivedType(typeof(ArchiveChannel), "archive-channel")]
[JsonDerivedType(typeof(InvitePeople), "invite-people")]
[JsonDerivedType(typeof(SetTopic), "set-topic")]
internal abstract record Effect(Destination To);

/// <summary>The destination of an effect: an incident's channel (its id may not be known yet) or a channel by name.</summary>
/// <param name="Platform"><c>web</c>, <c>slack</c> or <c>discord</c>.</param>
/// <param name="Incident">The incident whose channel is meant; null where <paramref name="Channel"/> says it.</param>
/// <param name="Channel">The channel's name or id; for an incident the name its channel gets.</param>
internal sealed record Destination(string Platform, IncidentId? Incident, string Channel)
{
    /// <summary>An incident's channel.</summary>
    public static Destination Of(Incident incident) => new(incident.Platform, incident.Id, incident.ChannelName);

    /// <summary>A channel by the platform's id of it.</summary>
    public static Destination Of(ChannelRef channel) => new(channel.Platform, null, channel.Id);
}

/// <summary>Open an incident's channel, under <see cref="Destination.Channel"/>'s name.</summary>
/// <param name="To">The channel.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Private">Whether only those invited see it.</param>
/// <param name="Invite">Who is invited.</param>
internal sealed record OpenChannel(Destination To, string Topic, bool Private, IReadOnlyList<Person> Invite) : Effect(To);

/// <summary>Give an incident's channel another topic. Of several that wait only the newest is done.</summary>
/// <param name="To">The channel.</param>
/// <param name="Topic">The topic, in plain words.</param>
/// <param name="Key">A name by which the newest is known, for example <c>INC-7/topic</c>.</param>
internal sealed record SetTopic(Destination To, string Topic, string Key) : Effect(To);

/// <summary>Post a message.</summary>
/// <param name="To">The channel.</param>
/// <param name="Message">What it says.</param>
/// <param name="Key">
/// A name by which it is updated or pinned later, for example <c>INC-7/card</c>; null for one that stays as it is.
/// </param>
/// <param name="IsPage">Whether it calls people in: it overtakes what waits for the same channel, and in doubt it is sent again.</param>
internal sealed record PostMessage(Destination To, Message Message, string? Key = null, bool IsPage = false) : Effect(To)
{
    /// <summary>Whether it is one line among others: it may leave with its neighbours as one message.</summary>
    public bool IsLine { get; init; }

    /// <summary>The lines that leave as this message, where one of them is brought up to date later; else none.</summary>
    [JsonIgnore]
    public IReadOnlyList<PostedLine> Lines { get; init; } = [];
}

/// <summary>Bring a posted message up to date. Of several that wait for the same key only the newest is done.</summary>
internal sealed record UpdateMessage(Destination To, Message Message, string Key) : Effect(To)
{
    /// <summary>What the key's own line says, where the message holds the lines beside it, too; null where it is all.</summary>
    [JsonIgnore]
    public Message? Line { get; init; }
}

/// <summary>A line that left with others as one message.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Message">What it says.</param>
internal sealed record PostedLine(string Key, Message Message);

/// <summary>Pin a posted message.</summary>
internal sealed record PinMessage(Destination To, string Key) : Effect(To);

/// <summary>Post a file.</summary>
/// <param name="To">The channel.</param>
/// <param name="FileName">A name the bot made, never a person's text.</param>
/// <param name="Content">Its text, UTF-8.</param>
/// <param name="Key">A name by which a newer version replaces it.</param>
internal sealed record UploadDocument(Destination To, string FileName, string Content, string Key) : Effect(To);

/// <summary>
/// Read a message that was picked; what it says comes back as a <see cref="MessagePicked"/>. Platforms that always say it
/// need not.
/// </summary>
/// <param name="To">The message's channel, by its id.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Thread">The message whose thread may hold it; null where that is not known.</param>
/// <param name="By">Who picked it.</param>
/// <param name="Way">How.</param>
internal sealed record ReadMessage(Destination To, string MessageId, string? Thread, Person By, PickWay Way) : Effect(To);

/// <summary>Say something to one person alone.</summary>
/// <param name="To">The platform; the channel is <c>@</c> and the person's id.</param>
/// <param name="Person">Who.</param>
/// <param name="Message">What it says.</param>
internal sealed record TellPerson(Destination To, Person Person, Message Message) : Effect(To)
{
    /// <summary>To somebody, on their own platform.</summary>
    public static TellPerson Of(Person person, Message message) => new(new(person.Platform, null, "@" + person.Id), person, message);
}

/// <summary>Bring people into an incident's channel: a mention reaches nobody who is not there.</summary>
/// <param name="To">The channel.</param>
/// <param name="People">Who.</param>
/// <param name="By">Who called them; hears of those who cannot come.</param>
internal sealed record InvitePeople(Destination To, IReadOnlyList<Person> People, Person By) : Effect(To)
{
    /// <summary>Groups whose members come, too.</summary>
    public IReadOnlyList<Group> Groups { get; init => field = value ?? []; } = [];
}

/// <summary>Put a closed incident's channel away.</summary>
internal sealed record ArchiveChannel(Destination To) : Effect(To);
