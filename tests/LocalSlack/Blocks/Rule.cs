using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Blocks;

/// <summary>Judges one value of a block and adds what is wrong, in the words of Slack's <c>response_metadata.messages</c>.</summary>
/// <param name="value">The value; never null.</param>
/// <param name="at">JSON pointer to it.</param>
/// <param name="errors">Where complaints go.</param>
public delegate void Rule(JsonNode value, string at, List<string> errors);

/// <summary>The building blocks of the grammar in <see cref="BlockGrammar"/> and <see cref="ElementGrammar"/>.</summary>
public static class Rules
{
    public static Rule Anything { get; } = (_, _, _) => { };

    public static Rule Flag { get; } = Kind("a boolean", JsonValueKind.True, JsonValueKind.False);

    public static Rule Number { get; } = Kind("a number", JsonValueKind.Number);

    /// <summary>A string of so many characters.</summary>
    public static Rule Text(int most, int least = 0) => (value, at, errors) =>
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            errors.Add($"must provide a string [json-pointer:{at}]");
            return;
        }

        var length = ((string)value!).Length;
        if (length > most) errors.Add($"must be less than {most + 1} characters [json-pointer:{at}]");
        if (length < least) errors.Add($"must be more than {least - 1} characters [json-pointer:{at}]");
    };

    /// <summary>One of a few words.</summary>
    public static Rule Word(params string[] words) => (value, at, errors) =>
    {
        if (value.GetValueKind() != JsonValueKind.String || !words.Contains((string)value!, StringComparer.Ordinal))
            errors.Add($"must be one of {string.Join(", ", words)} [json-pointer:{at}]");
    };

    /// <summary>A list of so many items.</summary>
    public static Rule Items(Rule item, int most, int least = 1) => (value, at, errors) =>
    {
        if (value is not JsonArray array)
        {
            errors.Add($"must provide an array [json-pointer:{at}]");
            return;
        }

        if (array.Count > most) errors.Add($"no more than {most} items allowed [json-pointer:{at}]");
        if (array.Count < least) errors.Add($"no fewer than {least} items allowed [json-pointer:{at}]");
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is { } one) item(one, $"{at}/{i}", errors);
            else errors.Add($"must provide an object [json-pointer:{at}/{i}]");
        }
    };

    /// <summary>An object with these fields and no others; a name that ends in <c>!</c> must be there.</summary>
    public static Rule Shape(params (string Name, Rule Rule)[] fields)
    {
        var known = fields.ToDictionary(field => field.Name.TrimEnd('!'), field => field.Rule, StringComparer.Ordinal);
        var required = fields.Where(field => field.Name.EndsWith('!')).Select(field => field.Name.TrimEnd('!')).ToList();
        return (value, at, errors) =>
        {
            if (value is not JsonObject found)
            {
                errors.Add($"must provide an object [json-pointer:{at}]");
                return;
            }

            foreach (var name in required.Where(name => found[name] is null))
                errors.Add($"missing required field: {name} [json-pointer:{at}]");
            foreach (var (name, member) in found)
            {
                if (!known.TryGetValue(name, out var rule)) errors.Add($"invalid additional property: {name} [json-pointer:{at}]");
                else if (member is not null) rule(member, $"{at}/{name}", errors);
            }
        };
    }

    /// <summary>An object whose <c>type</c> says which of these it is.</summary>
    public static Rule ByType(IReadOnlyDictionary<string, Rule> shapes) => (value, at, errors) =>
    {
        if (value is not JsonObject found)
            errors.Add($"must provide an object [json-pointer:{at}]");
        else if (found["type"] is not JsonValue type || type.GetValueKind() != JsonValueKind.String)
            errors.Add($"missing required field: type [json-pointer:{at}]");
        else if (!shapes.TryGetValue((string)type!, out var shape))
            errors.Add($"unsupported type: {(string)type!} [json-pointer:{at}/type]");
        else
            shape(found, at, errors);
    };

    private static Rule Kind(string what, params JsonValueKind[] kinds) => (value, at, errors) =>
    {
        if (!kinds.Contains(value.GetValueKind())) errors.Add($"must provide {what} [json-pointer:{at}]");
    };
}
