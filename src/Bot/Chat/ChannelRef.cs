namespace Sitrep.Chat;

/// <summary>A channel of a chat platform.</summary>
/// <param name="Platform"><c>web</c>, <c>slack</c> or <c>discord</c>.</param>
/// <param name="Id">The platform's own id of it; in the built-in chat its name.</param>
internal sealed record ChannelRef(string Platform, string Id);
