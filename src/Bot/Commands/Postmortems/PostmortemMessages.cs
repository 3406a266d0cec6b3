using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Postmortems;
using Sitrep.Prose;
using Sitrep.Prose.Markdown;

namespace Sitrep.Commands.Postmortems;

/// <summary>The postmortem in the incident's channel: its messages, its Markdown file, and what is still missing.</summary>
internal static class PostmortemMessages
{
    /// <summary>Posts it. Where it was posted before, the old messages are brought up to date instead.</summary>
    /// <returns>The effects, and how many messages the document fills now.</returns>
    public static (IReadOnlyList<Effect> Effects, int Parts) Posted(IncidentRecord record, Situation situation)
    {
        var incident = record.Incident;
        var to = Destination.Of(incident);
        var document = PostmortemDocument.Of(record, incident.Zone, situation.Now);
        var parts = PostmortemParts.Split(
            document,
            Platforms.MessageCharacters(incident.Platform),
            Platforms.CountsMarkup(incident.Platform) ? EncodedLength.Of : null);
        var effects = new List<Effect>();
        for (var i = 0; i < Math.Max(parts.Count, incident.PostmortemParts); i++)
        {
            var message =
                i < parts.Count
                    ? new Message(parts[i], [])
                    : Message.Of(Line.Of($"_(The postmortem of {incident.Id} became shorter: nothing here.)_"));
            effects.Add(i < incident.PostmortemParts
                ? new UpdateMessage(to, message, $"{incident.Id}/postmortem/{i + 1}")
                : new PostMessage(to, message, $"{incident.Id}/postmortem/{i + 1}"));
        }

        effects.Add(new UploadDocument(to, $"{incident.Id}-postmortem.md", MarkdownWriter.Of(document), $"{incident.Id}/postmortem.md"));
        var missing = MissingMessages.Posted(record);
        effects.Add(
            incident.PostmortemParts == 0
                ? new PostMessage(to, missing, $"{incident.Id}/missing")
                : new UpdateMessage(to, missing, $"{incident.Id}/missing"));
        return (effects, Math.Max(parts.Count, incident.PostmortemParts));
    }

    /// <summary>The decision with the posted postmortem brought up to date.</summary>
    public static Decision BroughtUpToDate(Situation situation, IncidentRecord before, Decision decision, Incident after)
    {
        var own = decision.Changes.Where(change => change.Incident == after.Id);
        var record = own.Aggregate(before, (current, change) => current.With(change)) with { Incident = after };
        var (effects, parts) = Posted(record, situation);
        var changes =
            parts == after.PostmortemParts ? decision.Changes : [.. decision.Changes, new Amended(after with { PostmortemParts = parts })];
        return decision with { Changes = changes, Effects = [.. decision.Effects, .. effects] };
    }
}
