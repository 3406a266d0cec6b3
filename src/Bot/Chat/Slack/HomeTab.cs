using System.Text.Json;
using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Prose;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Slack;

/// <summary>The app's Home tab: the open incidents, one's own first, and a way to declare one.</summary>
internal sealed class HomeTab(SlackViews views, SlackPeople people, IStore store, CommandHandler handler)
{
    private const int MostShown = 20;

    /// <summary>Shows it to somebody, as things are now.</summary>
    public async Task ShowAsync(string user, CancellationToken cancellation)
    {
        var person = await people.FindAsync(user, cancellation);
        IReadOnlyList<Incident> open;
        using (var connection = store.Open()) open = IncidentQueries.Open(connection);
        var onCall = await handler.HandleAsync(new TextTyped(new(Platforms.Slack, user), person, null, "/oncall"));
        await views.PublishAsync(
            user,
            json => Write(json, person, [.. open.Where(incident => May.See(Viewer.Of(person), incident))], onCall.Message),
            cancellation);
    }

    private static void Write(Utf8JsonWriter json, Person person, List<Incident> open, Message onCall)
    {
        var mine = open.Where(incident => incident.Involves(person)).ToList();
        json.WriteStartObject();
        json.WriteString("type"u8, "home"u8);
        json.WriteStartArray("blocks"u8);
        BlockKit.Write(
            json,
            [
                new Button("Declare an incident", "/incident start", ButtonLook.Danger),
                new Button("All incidents", "/incident list"),
                new Button("Help", "/incident help"),
            ]);
        Part(json, "Yours", mine, "You lead nothing and declared nothing that is open.");
        Part(json, "Open", [.. open.Except(mine)], "No other incident is open.");
        Header(json, "On call");
        foreach (var section in Sections.Of(onCall.Blocks, 10)) section.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, string heading, List<Incident> incidents, string none)
    {
        Header(json, heading);
        if (incidents.Count == 0) new Section(Line.Typed(none)).Write(json);
        foreach (var incident in incidents.Take(MostShown)) new Section(Shown(incident)).Write(json);
    }

    private static Line Shown(Incident incident) => Line
        .Of($"{Card.Dot(incident)} **{incident.Id}** · {Card.SeverityOf(incident)} · {Card.StatusOf(incident)} · {incident.Title} · ")
        .Then(Line.Of($"{new ChannelName(incident.ChannelName, incident.ChannelId)} · lead: {incident.Lead?.ToString() ?? "nobody yet"}"));

    private static void Header(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "header"u8);
        ModalView.Plain(json, "text", text, 150);
        json.WriteEndObject();
    }
}
