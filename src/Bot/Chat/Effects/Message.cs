using System.Text.Json.Serialization;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Chat.Effects;

/// <summary>A message of the bot, the same for all platforms: each makes its own blocks, embeds or HTML of it.</summary>
/// <param name="Blocks">What it says. The first line is the fallback text where a platform wants one.</param>
/// <param name="Buttons">What can be clicked under it.</param>
internal sealed record Message(IReadOnlyList<Block> Blocks, IReadOnlyList<Button> Buttons)
{
    /// <summary>A message of paragraphs.</summary>
    public static Message Of(params Line[] lines) => new([.. lines.Select(line => new Paragraph(line))], []);

    /// <summary>The page that it is; null for every other message.</summary>
    public PageNotice? Page { get; init; }

    /// <summary>The first line, for notifications.</summary>
    [JsonIgnore]
    public string Fallback => PlainText.Split('\n', 2)[0];

    /// <summary>The whole as plain text, a line a paragraph.</summary>
    [JsonIgnore]
    public string PlainText => Sitrep.Prose.PlainText.Of(Blocks);

    /// <summary>The same with buttons.</summary>
    public Message With(params Button[] buttons) => this with { Buttons = [.. Buttons, .. buttons] };
}

/// <summary>That a message pages people, for a platform that can make it louder than the rest.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Escalation">The escalation's number within it.</param>
/// <param name="People">The accounts that are paged.</param>
/// <param name="AcknowledgedBy">Who took it; null while it waits.</param>
internal sealed record PageNotice(IncidentId Incident, int Escalation, IReadOnlyList<Person> People, Person? AcknowledgedBy = null);

/// <summary>
/// A button. What it does is a command typed for the one who clicks, so it works after a restart and on every platform.
/// </summary>
/// <param name="Label">At most 24 characters.</param>
/// <param name="Command">The command text, with its slash.</param>
/// <param name="Look">How much it asks for attention.</param>
internal sealed record Button(string Label, string Command, ButtonLook Look = ButtonLook.Plain);

/// <summary>How much a button asks for attention.</summary>
internal enum ButtonLook
{
    /// <summary>One of several.</summary>
    Plain,

    /// <summary>The likely one.</summary>
    Primary,

    /// <summary>One to think about.</summary>
    Danger,
}
