namespace Sitrep.Chat;

/// <summary>A channel of a chat platform.</summary>
/// <param name="Platform"><c>web</c>, <c>slack</c> or <c>discord</c>.</param>
/// <param name="Id">The platform's own id of it; in the built-in chat its name.</param>
/// <param name="Parent">The channel that it lies below, where it is a thread with an id of its own; null otherwise.</param>
internal sealed record ChannelRef(string Platform, string Id, string? Parent = null)
{
    /// <summary>The ids under which an incident may live here, the channel's own first.</summary>
    public IEnumerable<string> Ids => Parent is null ? [Id] : [Id, Parent];
}
