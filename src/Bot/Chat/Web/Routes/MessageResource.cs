using System.Globalization;
using Sitrep.Chat.Effects;
using Sitrep.Incidents.Zones;

namespace Sitrep.Chat.Web.Routes;

/// <summary>A message as the page and other programs get it.</summary>
/// <param name="Id">Its number, in the order posted.</param>
/// <param name="Revision">The number of its last change; grows over all channels.</param>
/// <param name="Channel">Where, without <c>#</c>.</param>
/// <param name="Author">Who.</param>
/// <param name="Bot">True where the bot says it: a person may call themselves anything.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as a safe HTML fragment.</param>
/// <param name="Buttons">What can be clicked.</param>
/// <param name="Pinned">Whether it is pinned.</param>
/// <param name="File">The file it carries; null for none.</param>
/// <param name="Page">The page that it is; null for any other message.</param>
/// <param name="Entry">The number of the timeline entry that was made of it; null for none.</param>
internal sealed record MessageResource(
    long Id,
    long Revision,
    string Channel,
    string Author,
    bool Bot,
    string At,
    string Text,
    string Html,
    IReadOnlyList<ButtonResource> Buttons,
    bool Pinned,
    FileResource? File,
    PageResource? Page = null,
    long? Entry = null);

/// <summary>That a message pages people. Once it is acknowledged, the message comes again with who took it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Escalation">The escalation's number within it.</param>
/// <param name="People">The names of those who are paged in the built-in chat.</param>
/// <param name="AcknowledgedBy">Who took it; null while it waits.</param>
internal sealed record PageResource(string Incident, int Escalation, IReadOnlyList<string> People, string? AcknowledgedBy)
{
    public static PageResource Of(PageNotice page) => new(
        page.Incident.ToString(),
        page.Escalation,
        [.. page.People.Where(person => person.Platform == Platforms.Web).Select(person => person.Name)],
        page.AcknowledgedBy?.Name);
}

/// <summary>A button: clicking it types its command.</summary>
internal sealed record ButtonResource(string Label, string Command, string Look)
{
    public static ButtonResource Of(Button button) => new(button.Label, button.Command, button.Look.ToString().ToLowerInvariant());
}

/// <summary>A file; its content is at <c>/api/chat/files/{id}</c>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name, made by the bot.</param>
/// <param name="Size">In characters.</param>
/// <param name="Page">Where the same stands as a page, with its timeline drawn; null where an incident is private.</param>
internal sealed record FileResource(long Id, string Name, long Size, string? Page);

/// <summary>A channel; the fields of its incident are null where it has none.</summary>
/// <param name="Name">Its name, without <c>#</c>.</param>
/// <param name="Latest">The id of its newest message; 0 for none.</param>
/// <param name="Incident">The incident that lives in it.</param>
/// <param name="Title">The incident's title.</param>
/// <param name="Severity"><c>sev1</c> … <c>sev5</c>; null until somebody says.</param>
/// <param name="Status"><c>investigating</c> …, <c>closed</c> once it is.</param>
/// <param name="Open">Whether the incident is open.</param>
/// <param name="Private">Whether only those involved see it.</param>
/// <param name="Announcements">Whether incidents are announced here.</param>
/// <param name="Pages">Pages of the open incident that nobody has acknowledged; null for none.</param>
/// <param name="Zone">The zone in which times without one are read here.</param>
internal sealed record ChannelResource(
    string Name,
    long Latest,
    string? Incident = null,
    string? Title = null,
    string? Severity = null,
    string? Status = null,
    bool? Open = null,
    bool Private = false,
    bool Announcements = false,
    IReadOnlyList<PageResource>? Pages = null,
    ZoneResource? Zone = null);

/// <summary>A zone as a browser can compute with it.</summary>
/// <param name="Id">A name of the tz database, or an offset, <c>+03:00</c>.</param>
/// <param name="Label">What stands behind a time of now.</param>
internal sealed record ZoneResource(string Id, string Label)
{
    public static ZoneResource Of(Zone zone, DateTimeOffset now) => new(
        zone.IsPlace || zone.Equals(Zone.Utc) ? zone.Rules.Id : string.Create(CultureInfo.InvariantCulture, $"{zone.Local(now):zzz}"),
        zone.LabelAt(now));
}

/// <summary>An escalation that names the reader and waits for an acknowledgement.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Title">The incident's title.</param>
/// <param name="Severity"><c>sev1</c> … <c>sev5</c>; null until somebody says.</param>
/// <param name="Channel">Where it lives, without <c>#</c>.</param>
/// <param name="Number">The escalation's number within the incident.</param>
/// <param name="By">Who called.</param>
/// <param name="At">When it was typed, UTC.</param>
/// <param name="Text">What was said; null for nothing.</param>
/// <param name="Command">The command that acknowledges.</param>
internal sealed record WaitingPageResource(
    string Incident,
    string Title,
    string? Severity,
    string Channel,
    int Number,
    string By,
    string At,
    string? Text,
    string Command);
