using System.Text.Json.Nodes;
using static Sitrep.LocalSlack.Blocks.ObjectGrammar;
using static Sitrep.LocalSlack.Blocks.Rules;

namespace Sitrep.LocalSlack.Blocks;

/// <summary>Views. Source: <see href="https://docs.slack.dev/reference/views"/>.</summary>
public static class ViewGrammar
{
    private static readonly (string Name, Rule Rule)[] _both =
    [
        ("type!", Text(255)),
        ("blocks!", BlockGrammar.InView),
        ("private_metadata", Text(3000)),
        ("callback_id", Text(255)),
        ("external_id", Text(255)),
    ];

    public static Rule View { get; } =
        ByType(
            new Dictionary<string, Rule>(StringComparer.Ordinal)
            {
                ["modal"] = WithSubmit(
                    Shape([
                        .. _both,
                        ("title!", Plain(24)),
                        ("close", Plain(24)),
                        ("submit", Plain(24)),
                        ("clear_on_close", Flag),
                        ("notify_on_close", Flag),
                        ("submit_disabled", Flag),
                    ])),
                ["home"] = Shape(_both),
            });

    // A form that cannot be sent is a mistake, and Slack says so.
    private static Rule WithSubmit(Rule rule) => (value, at, errors) =>
    {
        rule(value, at, errors);
        var asks = value["blocks"] is JsonArray blocks && blocks.OfType<JsonObject>().Any(block => (string?)block["type"] == "input");
        if (asks && value["submit"] is null) errors.Add($"`submit` is required when an `input` block is in the view [json-pointer:{at}]");
    };
}
