using System.Text;
using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Api;

/// <summary>Lists come in pages with a cursor that means nothing to the caller.</summary>
public static class Page
{
    /// <summary>The page asked for by <c>cursor</c> and <c>limit</c>, and the answer's members that lead to the next.</summary>
    public static JsonObject Of<T>(ApiCall call, string name, IReadOnlyList<T> all, Func<T, JsonNode> show, int usually, int most)
    {
        var limit = call.Arguments.Number("limit") ?? usually;
        if (limit < 0 || limit > 1000_000) throw new SlackRefusalException("invalid_limit");
        if (limit == 0) limit = usually;
        var take = (int)Math.Min(limit, most);
        var skip = Position(call.Arguments.Text("cursor"));
        if (skip > all.Count) throw new SlackRefusalException("invalid_cursor");
        var next = skip + take < all.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"next:{skip + take}")) : "";
        return ApiCall.Ok(
            (name, new JsonArray([.. all.Skip(skip).Take(take).Select(show)])),
            ("response_metadata", new JsonObject { ["next_cursor"] = next }));
    }

    private static int Position(string? cursor)
    {
        if (cursor is null) return 0;
        var bytes = new byte[cursor.Length];
        return
            Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':') is ["next", var number]
            && int.TryParse(number, out var position)
            && position >= 0
            ? position
            : throw new SlackRefusalException("invalid_cursor");
    }
}
