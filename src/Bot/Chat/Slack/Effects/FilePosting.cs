using System.Globalization;
using System.Text;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Api;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>
/// Posts files: an address is asked for, the bytes go there, then the file is shared
/// (docs.slack.dev/messaging/working-with-files). A file is known by its id.
/// </summary>
internal sealed class FilePosting(SlackApi api, MessagePosting messages, ILogger<FilePosting> log)
{
    /// <summary>Posts a file. A newer version is a new file, and the old one goes.</summary>
    public async Task<DeliveryResult> UploadAsync(OutboxItem delivery, UploadDocument upload, CancellationToken cancellation)
    {
        var channel = await messages.ChannelAsync(delivery, cancellation);
        // Slack takes no empty file.
        var bytes = Encoding.UTF8.GetBytes(upload.Content.Length > 0 ? upload.Content : "\n");
        var place = await api.AskAsync(
            "files.getUploadURLExternal",
            [new("filename", upload.FileName), new("length", bytes.Length.ToString(CultureInfo.InvariantCulture))],
            cancellation);
        if (place.Text("file_id") is not { } file || !Uri.TryCreate(place.Text("upload_url"), UriKind.Absolute, out var address))
            throw new HttpRequestException("files.getUploadURLExternal: the answer names no address");
        await api.UploadAsync(address, bytes, cancellation);
        await api.CallAsync("files.completeUploadExternal", json =>
        {
            json.WriteStartArray("files"u8);
            json.WriteStartObject();
            json.WriteString("id"u8, file);
            json.WriteString("title"u8, upload.FileName);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("channel_id"u8, channel);
        }, cancellation);
        if (delivery.MessageId is { } old) await DeleteAsync(old, cancellation);
        return new(file);
    }

    /// <summary>Looks for a file that an earlier try shared.</summary>
    public async Task<Search> FindAsync(OutboxItem delivery, UploadDocument upload, CancellationToken cancellation)
    {
        var channel = await messages.ChannelAsync(delivery, cancellation);
        var message = await messages.FirstAsync(
            channel,
            delivery,
            message => message.Items("files").Any(file => file.Text("name") == upload.FileName && file.Text("id") != delivery.MessageId),
            cancellation);
        return message is { } found
            ? Search.Found(found.Items("files").First(file => file.Text("name") == upload.FileName).Text("id"))
            : Search.Absent;
    }

    private async Task DeleteAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await api.CallAsync("files.delete", json => json.WriteString("file"u8, file), cancellation);
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
        {
            // An old version more is no harm.
            log.LogInformation("The older file {File} stays: {Reason}", file, problem.Message);
        }
    }
}
