using System.Globalization;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>An option's value by its type, refused where the app would not take it.</summary>
internal static class OptionValue
{
    public const int Text = 3, Integer = 4, Boolean = 5, OfUser = 6, OfChannel = 7, OfRole = 8, Mentionable = 9, Number = 10;

    public static void Check(JsonObject definition, string typed)
    {
        var name = definition.Text("name");
        if (definition.List("choices") is { Count: > 0 } choices && Choice(choices, typed) is null)
            throw new NotDoneException($"{name} must be one of {string.Join(", ", choices.Select(choice => choice.Text("name")))}.");
        switch (definition.Number("type"))
        {
            case Text:
                var length = typed.Length;
                if (length < (definition.Number("min_length") ?? 0) || length > (definition.Number("max_length") ?? 6000))
                    throw new NotDoneException($"{name} has the wrong length ({length}).");
                break;
            case Integer or Number when definition.List("choices") is not { Count: > 0 }:
                var value = Real(name, typed);
                if (definition.Number("type") == Integer && value != Math.Floor(value))
                    throw new NotDoneException($"{name} must be a whole number.");
                if (value < Limit(definition, "min_value", double.MinValue) || value > Limit(definition, "max_value", double.MaxValue))
                    throw new NotDoneException($"{name} is out of range.");
                break;
        }
    }

    /// <summary>As JSON carries it. While it is being typed, a number that is none yet travels as a string.</summary>
    public static JsonNode Of(World world, JsonObject definition, string typed)
    {
        if (definition.List("choices") is { Count: > 0 } choices && Choice(choices, typed) is { } chosen) return chosen.DeepClone();
        return definition.Number("type") switch
        {
            Integer when long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            Number when double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => real,
            Boolean => typed.Equals("true", StringComparison.OrdinalIgnoreCase),
            OfUser => Named(
                typed,
                world.Guild.Members.Values.FirstOrDefault(member => Is(typed, member.User.Id, member.User.Username))?.User.Id),
            OfChannel => Named(typed, world.Guild.Channels.Values.FirstOrDefault(channel => Is(typed, channel.Id, channel.Name))?.Id),
            OfRole => Named(typed, world.Guild.Roles.Values.FirstOrDefault(role => Is(typed, role.Id, role.Name))?.Id),
            Mentionable => Named(
                typed,
                world.Guild.Members.Values.FirstOrDefault(member => Is(typed, member.User.Id, member.User.Username))?.User.Id
                    ?? world.Guild.Roles.Values.FirstOrDefault(role => Is(typed, role.Id, role.Name))?.Id),
            _ => typed,
        };
    }

    private static JsonNode? Choice(JsonArray choices, string typed) =>
        choices.FirstOrDefault(choice => choice.Text("name") == typed || choice?["value"]?.ToString() == typed)?["value"];

    private static double Real(string? name, string typed) =>
        double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new NotDoneException($"{name} must be a number.");

    private static double Limit(JsonObject definition, string name, double none) =>
        definition[name] is { } limit && double.TryParse(limit.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : none;

    // By name with or without its sign, by id, or as a mention.
    private static bool Is(string typed, Snowflake id, string name) =>
        typed.Trim('<', '>', '@', '#', '!', '&') is var bare && (bare == name || bare == id.ToString());

    private static JsonNode Named(string typed, Snowflake? id) =>
        id ?? throw new NotDoneException($"Nobody and nothing is called {typed}.");
}
