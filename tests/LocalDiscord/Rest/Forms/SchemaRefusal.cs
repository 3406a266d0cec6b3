using Sitrep.Conformance;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>50035 out of what the published schema found wrong.</summary>
internal static class SchemaRefusal
{
    public static Refusal Of(IReadOnlyList<Violation> broken)
    {
        var errors = new FormErrors();
        foreach (var violation in broken)
        {
            var path = violation.Path.Trim('/').Replace('/', '.');
            // A missing member is Discord's complaint about that member, not about the form around it.
            if (violation.Rule == "required" && violation.Message.Split('\'') is [_, var missing, ..]) path = $"{path}.{missing}";
            errors.Add(path, Code(violation.Rule), violation.Message);
        }

        return errors.Refusal;
    }

    private static string Code(string rule) => rule switch
    {
        "required" => "BASE_TYPE_REQUIRED",
        "maxLength" or "maxItems" => "BASE_TYPE_MAX_LENGTH",
        "minLength" or "minItems" => "BASE_TYPE_BAD_LENGTH",
        "enum" or "const" => "BASE_TYPE_CHOICES",
        "maximum" => "NUMBER_TYPE_MAX",
        "minimum" => "NUMBER_TYPE_MIN",
        "type" => "BASE_TYPE_BAD_TYPE",
        "uniqueItems" => "SET_TYPE_ALREADY_CONTAINS_VALUE",
        _ => "BASE_TYPE_INVALID",
    };
}
