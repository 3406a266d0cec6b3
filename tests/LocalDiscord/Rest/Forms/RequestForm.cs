using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>
/// A body as JSON or multipart (<c>payload_json</c> and <c>files[n]</c>), or why it cannot be read. Source: Discord's
/// reference, "Uploading Files".
/// </summary>
internal sealed record RequestForm(JsonNode? Body, IReadOnlyList<UploadedFile> Files, Refusal? Refusal = null)
{
    private const int LargestFile = 10 * 1024 * 1024;

    private static RequestForm Empty { get; } = new(null, []);

    public static async Task<RequestForm> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType) return await ReadMultipartAsync(request);
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content);
        if (content.Length == 0) return Empty;
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true) return WrongType;
        return Parse(content.ToArray());
    }

    private static RequestForm WrongType
    {
        get
        {
            var errors = new FormErrors();
            errors.Add("_misc", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}.");
            return new(null, [], errors.Refusal);
        }
    }

    private static async Task<RequestForm> ReadMultipartAsync(HttpRequest request)
    {
        IFormCollection form;
        try { form = await request.ReadFormAsync(); }
        catch (InvalidDataException) { return new(null, [], new Refusal(400, 0, "400: Bad Request")); }

        List<UploadedFile> files = [];
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files.Add(new(file.Name, file.FileName, file.ContentType ?? "application/octet-stream", content.ToArray()));
        }

        if (files.Exists(file => file.Content.Length > LargestFile))
            return new(null, [], new Refusal(413, 40005, "Request entity too large"));
        if (!form.TryGetValue("payload_json", out var json)) return new(new JsonObject(), files);
        return Parse(System.Text.Encoding.UTF8.GetBytes(json.ToString())) with { Files = files };
    }

    private static RequestForm Parse(byte[] json) =>
        JsonReading.Parse(json) is { } body and (JsonObject or JsonArray)
            ? new(body, [])
            : new(null, [], Sitrep.LocalDiscord.Rest.Refusal.InvalidJson);
}
