using Microsoft.AspNetCore.Http;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Api;

/// <summary>Takes the bytes of a file that was announced, raw or as the <c>file</c> part of a form.</summary>
internal sealed class Uploads(Workspace workspace)
{
    public async Task Take(HttpContext context, string token)
    {
        using var content = new MemoryStream();
        if (context.Request.HasFormContentType && (await context.Request.ReadFormAsync()).Files is [var part, ..])
            await part.CopyToAsync(content);
        else
            await context.Request.Body.CopyToAsync(content);

        lock (workspace.Gate)
        {
            var file = workspace.Files.Values.FirstOrDefault(one => one.UploadToken == token);
            context.Response.StatusCode = file is null ? StatusCodes.Status404NotFound
                : file.AnnouncedLength != content.Length ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            if (context.Response.StatusCode == StatusCodes.Status200OK) file!.Content = content.ToArray();
        }

        await context.Response.WriteAsync(context.Response.StatusCode == StatusCodes.Status200OK ? $"OK - {content.Length}" : "error");
    }
}
