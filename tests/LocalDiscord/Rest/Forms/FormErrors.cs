using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>What is wrong in a form: 50035 with a tree that follows the request's own, the lists in it by number.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    public bool IsEmpty => _tree.Count == 0;

    /// <summary>Hangs a complaint into the tree.</summary>
    /// <param name="path">Dotted, like <c>embeds.0.title</c>; empty for the form itself.</param>
    /// <param name="code">Like <c>BASE_TYPE_MAX_LENGTH</c>.</param>
    /// <param name="message">For a person.</param>
    public void Add(string path, string code, string message)
    {
        var here = _tree;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (here[part] is not JsonObject next) here[part] = next = [];
            here = next;
        }

        if (here["_errors"] is not JsonArray errors) here["_errors"] = errors = [];
        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Length(string path, string? text, int least, int most)
    {
        if (text is null) return;
        // Discord counts code points, not UTF-16 units.
        var length = text.EnumerateRunes().Count();
        if (length >= least && length <= most) return;
        if (least == 0) Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        else Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }

    public void Count(string path, JsonArray? items, int least, int most)
    {
        if (items is null || (items.Count >= least && items.Count <= most)) return;
        if (least == 0) Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        else Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }

    public void ThrowIfAny()
    {
        if (!IsEmpty) throw Refusal;
    }

    public Refusal Refusal => new(400, 50035, "Invalid Form Body", _tree);
}
