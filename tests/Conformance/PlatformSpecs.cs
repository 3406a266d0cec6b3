using System.Collections.Concurrent;
using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>
/// What the platforms publish about themselves (schemas, method catalogues, recorded payloads), read where it lies:
/// <c>shared/platform-specs</c> in a folder above. It is no part of this repository; who needs it says so where it is absent.
/// </summary>
public sealed class PlatformSpecs
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, JsonElement> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    private PlatformSpecs(string folder) => _folder = folder;

    /// <summary>The folder's content; null where it is absent.</summary>
    public static PlatformSpecs? Found { get; } = Find();

    /// <summary>What to print instead of running a test that needs the folder.</summary>
    public const string Skipped = "Skipped: shared/platform-specs does not lie beside the repository.";

    /// <summary>The full path of a file or folder, like <c>discord-openapi/openapi.bot.json</c>.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>A file's text.</summary>
    public string Text(string file) => File.ReadAllText(PathOf(file));

    /// <summary>A JSON file, read once.</summary>
    public JsonElement Json(string file) => _documents.GetOrAdd(file, name =>
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return document.RootElement.Clone();
    });

    /// <summary>A JSON Schema or OpenAPI file as a validator, read once.</summary>
    public JsonSchema Schema(string file) => _schemas.GetOrAdd(file, name => new(Json(name)));

    /// <summary>The files of a folder whose names begin so, relative to the whole, in the order of their names.</summary>
    public IReadOnlyList<string> Files(string folder, string start = "") =>
        [
            .. Directory
                .EnumerateFiles(PathOf(folder), start + "*")
                .Select(file => Path.GetRelativePath(_folder, file))
                .Order(StringComparer.Ordinal),
        ];

    private static PlatformSpecs? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "platform-specs") is var specs && Directory.Exists(specs))
                return new(specs);
        return null;
    }
}
