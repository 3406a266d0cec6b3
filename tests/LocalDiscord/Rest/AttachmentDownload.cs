using Microsoft.AspNetCore.Http;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>What an attachment's <c>url</c> leads to.</summary>
internal sealed class AttachmentDownload(World world)
{
    public async Task HandleAsync(HttpContext http)
    {
        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Attachment? found = null;
        lock (world.Gate)
        {
            if (parts is [_, var channel, var id, _] && world.Find(Snowflake.Read(channel)) is { } here)
                found = here.Messages.SelectMany(message => message.Attachments).FirstOrDefault(file => file.Id == Snowflake.Read(id));
        }

        if (found is null)
        {
            http.Response.StatusCode = 404;
            return;
        }

        http.Response.ContentType = found.ContentType;
        await http.Response.Body.WriteAsync(found.Content);
    }
}
