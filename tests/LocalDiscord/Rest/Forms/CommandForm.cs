using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>What a command may look like. Source: Discord's interactions/application-commands.</summary>
internal static partial class CommandForm
{
    public const int ChatInput = 1, UserMenu = 2, MessageMenu = 3;

    public static int Type(JsonNode? command) => (int)(command.Number("type") ?? ChatInput);

    public static void Check(JsonObject command, string at, FormErrors errors)
    {
        var isSlash = Type(command) == ChatInput;
        var name = command.Text("name");
        if (name is null) errors.Required(at + "name");
        else CheckName(name, isSlash, at + "name", errors);
        if (isSlash && string.IsNullOrEmpty(command.Text("description"))) errors.Required(at + "description");
        if (!isSlash && !string.IsNullOrEmpty(command.Text("description")))
            errors.Add(at + "description", "APPLICATION_COMMAND_DESCRIPTION_INVALID", "Context menu commands cannot have description");
        errors.Length(at + "description", command.Text("description"), 0, 100);
        CheckOptions(command, at, errors);
        if (Length(command) > 8000) errors.Add(at + "", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
    }

    /// <summary>As Discord answers it.</summary>
    public static JsonObject Kept(JsonObject command, JsonNode id, JsonNode version, JsonNode application, JsonNode? guild)
    {
        var kept = new JsonObject
        {
            ["id"] = id,
            ["application_id"] = application,
            ["version"] = version,
            ["default_member_permissions"] = command["default_member_permissions"]?.ToString(),
            ["type"] = Type(command),
            ["name"] = command.Text("name"),
            ["description"] = command.Text("description") ?? "",
            ["nsfw"] = command.Flag("nsfw"),
            ["contexts"] = command["contexts"]?.DeepClone(),
            ["integration_types"] = command["integration_types"]?.DeepClone() ?? new JsonArray(0),
        };
        if (guild is not null) kept["guild_id"] = guild;
        if (command.List("options") is { Count: > 0 } options) kept["options"] = options.WithoutNulls();
        return kept;
    }

    private static void CheckName(string name, bool isSlash, string at, FormErrors errors)
    {
        errors.Length(at, name, 1, 32);
        if (isSlash && (!SlashName().IsMatch(name) || name.Any(char.IsUpper)))
            errors.Add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void CheckOptions(JsonObject parent, string at, FormErrors errors)
    {
        errors.Count(at + "options", parent.List("options"), 0, 25);
        var place = 0;
        var optionalSeen = false;
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var option in parent.Parts("options"))
        {
            var here = $"{at}options.{place++}.";
            var name = option.Text("name") ?? "";
            CheckName(name, isSlash: true, here + "name", errors);
            if (!names.Add(name))
                errors.Add(here + "name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            if (string.IsNullOrEmpty(option.Text("description"))) errors.Required(here + "description");
            errors.Length(here + "description", option.Text("description"), 0, 100);
            if (option.Flag("required") && optionalSeen)
                errors.Add(
                    here + "required",
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            optionalSeen |= !option.Flag("required") && option.Number("type") > 2;
            CheckChoices(option, here, errors);
            CheckOptions(option, here, errors);
        }

        var kinds = parent.Parts("options").Select(option => option.Number("type") is 1 or 2).Distinct().Count();
        if (kinds > 1)
            errors.Add(
                at + "options",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types");
    }

    private static void CheckChoices(JsonObject option, string at, FormErrors errors)
    {
        errors.Count(at + "choices", option.List("choices"), 0, 25);
        if (option.Flag("autocomplete") && option.List("choices") is { Count: > 0 })
            errors.Add(
                at + "autocomplete",
                "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
                "Choices and autocomplete are mutually exclusive");
        var place = 0;
        foreach (var choice in option.Parts("choices"))
        {
            errors.Length($"{at}choices.{place}.name", choice.Text("name"), 1, 100);
            errors.Length($"{at}choices.{place++}.value", choice.Text("value"), 0, 100);
        }
    }

    private static int Length(JsonObject part) =>
        (part.Text("name")?.Length ?? 0)
        + (part.Text("description")?.Length ?? 0)
        + (part.Text("value")?.Length ?? 0)
        + part.Parts("options").Sum(Length)
        + part.Parts("choices").Sum(Length);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex SlashName();
}
