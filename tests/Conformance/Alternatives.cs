using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary><c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c>.</summary>
internal static class Alternatives
{
    public static void Apply(JsonSchema judge, JsonElement value, JsonElement schema, string path, int depth, List<Violation> found)
    {
        if (schema.TryGetProperty("allOf", out var all))
            foreach (var one in all.EnumerateArray()) found.AddRange(judge.Judge(value, one, path, depth + 1));

        if (schema.TryGetProperty("anyOf", out var any))
        {
            var branches = Branches(any);
            if (branches.TrueForAll(branch => branch.Count > 0)) found.AddRange(Nearest(branches, path));
        }

        if (schema.TryGetProperty("oneOf", out var exactlyOne))
        {
            var branches = Branches(exactlyOne);
            var matches = branches.Count(branch => branch.Count == 0);
            if (matches == 0) found.AddRange(Nearest(branches, path));
            if (matches > 1) found.Add(new(path, "oneOf", $"fits {matches} alternatives where one is allowed"));
        }

        if (schema.TryGetProperty("not", out var not) && judge.Judge(value, not, path, depth + 1).Count == 0)
            found.Add(new(path, "not", "is what it must not be"));

        List<List<Violation>> Branches(JsonElement alternatives) =>
            [.. alternatives.EnumerateArray().Select(one => judge.Judge(value, one, path, depth + 1))];
    }

    // A block that says it is a section is judged as a section: the alternative meant is the one whose fixed words fit,
    // and among those the one with the fewest complaints.
    private static List<Violation> Nearest(List<List<Violation>> branches, string path) => branches
        .OrderBy(branch => branch.Count(violation => violation.Rule switch
        {
            "const" or "enum" => Depth(violation.Path) <= Depth(path) + 1,
            "type" => violation.Path == path,
            _ => false,
        }))
        .ThenBy(branch => branch.Count)
        .First();

    private static int Depth(string path) => path.Count(letter => letter == '/');
}
