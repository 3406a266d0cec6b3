using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sitrep.LocalSlack.Api;

/// <summary>Reads a call's arguments from wherever Slack accepts them: query, form, multipart or JSON body.</summary>
internal static class ArgumentReader
{
    /// <summary>The arguments and the token, which a form may carry instead of the header.</summary>
    public static async Task<(Arguments Arguments, string? Token)> Read(HttpRequest request, bool isFormOnly)
    {
        var values = new JsonObject();
        foreach (var (name, value) in request.Query) values[name] = value.ToString();
        var isForm = true;
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync()) values[name] = value.ToString();
        }
        else if (IsJson(request))
        {
            var body = await Body(request);
            // Slack leaves a JSON body unread where it takes forms only, and then misses every argument.
            if (!isFormOnly) (values, isForm) = (body, false);
        }
        else if (request.ContentLength > 0)
        {
            throw new SlackRefusalException("invalid_form_data");
        }

        var header = request.Headers.Authorization.ToString();
        var token =
            header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim()
            : isForm ? (string?)values["token"]
            : null;
        if (isForm) values.Remove("token");
        return (new(values, isForm), string.IsNullOrEmpty(token) ? null : token);
    }

    private static bool IsJson(HttpRequest request) =>
        request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<JsonObject> Body(HttpRequest request)
    {
        try
        {
            var parsed = await JsonNode.ParseAsync(request.Body);
            return parsed as JsonObject ?? throw new SlackRefusalException("json_not_object");
        }
        catch (JsonException)
        {
            throw new SlackRefusalException("invalid_json");
        }
    }
}
