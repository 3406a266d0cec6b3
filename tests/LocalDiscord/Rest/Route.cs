using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>A file of a multipart request; <paramref name="Field"/> like <c>files[0]</c>.</summary>
internal sealed record UploadedFile(string Field, string FileName, string ContentType, byte[] Content);

/// <summary>A request that found its route.</summary>
internal sealed record RestCall(
    IReadOnlyDictionary<string, string> Values,
    IQueryCollection Query,
    JsonNode? Body,
    IReadOnlyList<UploadedFile> Files)
{
    public Snowflake Id(string name) => Snowflake.Read(Values[name]) ?? throw NotASnowflake(name, Values[name]);

    public JsonObject Form => Body as JsonObject ?? [];

    private static Refusal NotASnowflake(string name, string value)
    {
        var errors = new FormErrors();
        errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
        return errors.Refusal;
    }
}

/// <summary>Status and body; no body with 204.</summary>
internal sealed record RestAnswer(int Status, JsonNode? Body = null)
{
    public static RestAnswer Nothing { get; } = new(204);

    public static RestAnswer Ok(JsonNode body) => new(200, body);
}

/// <summary>One line of the API.</summary>
/// <param name="Template">Below <c>/api/v10</c>, with the names that the OpenAPI document uses.</param>
/// <param name="NeedsBot">False where a token in the path says who asks.</param>
internal sealed record Route(string Method, string Template, Func<RestCall, RestAnswer> Handle, bool NeedsBot = true)
{
    private readonly string[] _parts = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public string Name => $"{Method} {Template}";

    /// <summary>The values of the placeholders; null where the path is another one.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _parts.Length) return null;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (var i = 0; i < path.Length; i++)
        {
            if (_parts[i].StartsWith('{')) values[_parts[i].Trim('{', '}')] = Uri.UnescapeDataString(path[i]);
            else if (_parts[i] != path[i]) return null;
        }

        return values;
    }

    /// <summary>Fixed words win over placeholders.</summary>
    public int Placeholders => _parts.Count(part => part.StartsWith('{'));
}
