using Sitrep.Chat.Effects;

namespace Sitrep.Commands;

/// <summary>A message or file that a platform has posted, and that will be brought up to date by its key.</summary>
/// <param name="Key">The effect's key, for example <c>INC-7/card</c>.</param>
/// <param name="ExternalId">The platform's id of it; null where it is known, and only what it says is new.</param>
internal sealed record KeyedMessage(string Key, string? ExternalId)
{
    /// <summary>What the key's line says, where several lines share a message; null where it has one of its own.</summary>
    public Message? Line { get; init; }

    /// <summary>The line's place among them, from 0.</summary>
    public int Place { get; init; }
}
