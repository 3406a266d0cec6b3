using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Postmortems;
using Sitrep.Prose;

namespace Sitrep.Commands.Postmortems;

/// <summary>What a posted postmortem still lacks, by who can fill it; each line is a button that opens its form.</summary>
internal static class MissingMessages
{
    /// <summary>The option of <c>/incident postmortem</c> that the buttons type.</summary>
    public const string Option = "missing";

    /// <summary>Its value for the whole list.</summary>
    public const string Everything = "all";

    private const int Most = 5;

    /// <summary>The message that stands below the posted postmortem.</summary>
    public static Message Posted(IncidentRecord record)
    {
        var missing = MissingParts.Of(record);
        if (missing.Count == 0)
            return Message.Of(Line.Of($"📄 The postmortem of {record.Incident.Id} has every part. Your changes update it."));
        var entries = record.Timeline.Count == 1 ? "1 entry" : $"{record.Timeline.Count} entries";
        var shown = missing.Take(missing.Count == Most + 1 ? Most + 1 : Most).ToList();
        var message = Of(record.Incident, Line.Of($"📄 The postmortem of {record.Incident.Id} is posted ({entries}). Still missing:"), shown);
        return missing.Count == shown.Count
            ? message
            : message.With(new Button($"{missing.Count - shown.Count} more", Command(record.Incident, Everything)));
    }

    /// <summary>All of it, as an answer.</summary>
    public static Message Whole(IncidentRecord record)
    {
        var missing = MissingParts.Of(record);
        return missing.Count == 0
            ? Posted(record)
            : Of(record.Incident, Line.Of($"Still missing in the postmortem of {record.Incident.Id}:"), missing);
    }

    private static Message Of(Incident incident, Line head, IReadOnlyList<MissingPart> parts)
    {
        var blocks = new List<Block> { new Paragraph(head) };
        // Whoever has the least to fill comes first.
        foreach (var group in parts.GroupBy(part => part.Who).OrderBy(group => group.Count()))
        {
            blocks.Add(new Paragraph(Line.Of($"{group.Key} can fill:")));
            blocks.Add(new ListBlock(Numbered: false, [.. group.Select(part => Line.Of($"{part.Label}"))]));
        }

        blocks.Add(new Paragraph(Line.Of($"_Each button opens a form, filled with what the timeline suggests. What you save updates the document above._")));
        return new(
            blocks,
            [.. parts.GroupBy(part => part.Who).OrderBy(group => group.Count()).SelectMany(group => group)
                .Select(part => new Button(part.Label, Command(incident, part.Key)))]);
    }

    private static string Command(Incident incident, string key) => $"/incident {incident.Id} postmortem {Option}:{key}";
}
