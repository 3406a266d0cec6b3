using Sitrep.Incidents;

namespace Sitrep.Chat.Events;

/// <summary>A message that somebody points at, as the platform has it now.</summary>
/// <param name="Id">The platform's id of it, unique within its channel.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When it was sent, UTC.</param>
/// <param name="Text">What it says, as people read it.</param>
internal sealed record PickedMessage(string Id, Person Author, DateTimeOffset At, string Text);

/// <summary>How somebody points at a message.</summary>
internal enum PickWay
{
    /// <summary>By the 📌 reaction: it counts as long as one person's reaction stands.</summary>
    Reaction,

    /// <summary>By pinning it: anybody may take a pin off.</summary>
    Pin,

    /// <summary>By a command of the message's own menu; it is taken back by <c>/timeline remove</c> alone.</summary>
    Menu,
}
