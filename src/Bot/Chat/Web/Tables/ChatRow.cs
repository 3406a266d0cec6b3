using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Web.Routes;
using Sitrep.Incidents;
using Sitrep.Prose.Html;
using Sitrep.Storage;

namespace Sitrep.Chat.Web.Tables;

/// <summary>A message as SQLite keeps it; the names are the columns'.</summary>
internal sealed record ChatRow(
    long id,
    long revision,
    string channel,
    string? author,
    string at,
    string message,
    long pinned,
    long? file,
    string? file_name,
    long? file_size,
    long? page_of,
    long? entry)
{
    /// <summary>The beginning of every query of messages.</summary>
    public const string Select = """
        select m.id, m.revision, m.channel, m.author, m.at, m.message, m.pinned, m.file, f.name file_name, f.size file_size, i.number page_of, t.number entry
        from chat_messages m left join chat_files f on f.id = m.file
            left join incidents i on i.platform = 'web' and i.channel_id = m.channel and i.private = 0
            left join message_entries e on e.platform = 'web' and e.channel = m.channel and e.message = cast(m.id as text) and m.author is not null
            left join timeline_entries t on t.incident = e.incident and t.number = e.entry and t.removed = 0
        """;

    /// <summary>The message as it is shown.</summary>
    public MessageResource Shown()
    {
        var said = Said();
        return new(
            id,
            revision,
            channel,
            author ?? WebPlatform.BotName,
            author is null,
            at,
            said.PlainText,
            HtmlWriter.Of(said.Blocks),
            [.. said.Buttons.Select(ButtonResource.Of)],
            pinned != 0,
            file is { } number ? new(number, file_name!, file_size!.Value, Page()) : null,
            said.Page is { } page ? PageResource.Of(page) : null,
            entry);
    }

    /// <summary>Its text.</summary>
    public Message Said() => JsonSerializer.Deserialize(message, StorageJson.Default.Message)!;

    // Every file of an incident's channel is its postmortem, which other programs read as a page too.
    private string? Page() => page_of is { } number ? $"/api/incidents/{new IncidentId(number)}/postmortem?format=html" : null;
}
