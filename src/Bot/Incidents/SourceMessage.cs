namespace Sitrep.Incidents;

/// <summary>The message in a chat that an entry was made of.</summary>
/// <param name="Platform"><c>slack</c> or <c>discord</c>.</param>
/// <param name="Channel">The platform's id of its channel.</param>
/// <param name="Id">The platform's id of it, unique within its channel.</param>
internal sealed record SourceMessage(string Platform, string Channel, string Id);

/// <summary>The known facts about a message that was picked for the timeline.</summary>
/// <param name="Standing">Who holds it picked and how, <c>reaction/U1</c>.</param>
/// <param name="Incident">The incident it was recorded in; null before it is recorded.</param>
/// <param name="Entry">The entry made of it, removed or not; null before it is recorded.</param>
/// <param name="Text">What the message said when the bot last heard of it.</param>
internal sealed record Picks(IReadOnlyList<string> Standing, IncidentId? Incident = null, TimelineEntry? Entry = null, string? Text = null)
{
    /// <summary>Nobody picked it.</summary>
    public static Picks None { get; } = new([]);
}
