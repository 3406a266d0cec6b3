using System.Text.Json;

namespace Sitrep.Conformance.Slack;

/// <summary>Messages and views: the structure by the SDK's types, the lengths and counts by <see cref="SlackLimits"/>.</summary>
internal sealed class SlackBlocks(PlatformSpecs specs)
{
    private readonly JsonSchema _blocks = specs.Schema("schemas-from-types/slack-blocks.json");
    private readonly JsonSchema _views = specs.Schema("schemas-from-types/slack-view.json");
    private readonly SlackLimits _limits = new(specs.Json("slack-blockkit-limits.json"));

    public IReadOnlyList<Violation> Message(JsonElement message, string path)
    {
        List<Violation> found = [];
        _limits.Message(message, path, found);
        if (message.TryGetProperty("blocks", out var blocks)) Blocks(blocks, path + "/blocks", found);
        return found;
    }

    public IReadOnlyList<Violation> View(JsonElement view, string path)
    {
        List<Violation> found = [.. Moved(_views.Validate(view, "/definitions/SlackView"), path)];
        if (view.ValueKind != JsonValueKind.Object) return found;
        _limits.View(view, path, found);
        // The view's own type lets any block pass that has a type at all.
        if (view.TryGetProperty("blocks", out var blocks)) Blocks(blocks, path + "/blocks", found);
        return found;
    }

    private void Blocks(JsonElement blocks, string path, List<Violation> found)
    {
        found.AddRange(Moved(_blocks.Validate(blocks, "/definitions/Blocks"), path));
        if (blocks.ValueKind == JsonValueKind.Array) _limits.Blocks(blocks, path, found);
    }

    private static IEnumerable<Violation> Moved(IEnumerable<Violation> violations, string path) =>
        violations.Select(violation => violation with { Path = path + violation.Path });
}
