using static Sitrep.LocalSlack.Blocks.Rules;

namespace Sitrep.LocalSlack.Blocks;

/// <summary>Composition objects. Source: <see href="https://docs.slack.dev/reference/block-kit/composition-objects"/>.</summary>
public static class ObjectGrammar
{
    public static Rule Plain(int most, int least = 1) =>
        Shape(("type!", Word("plain_text")), ("text!", Text(most, least)), ("emoji", Flag));

    public static Rule PlainOrMarkdown(int most, int least = 1) => ByType(new Dictionary<string, Rule>(StringComparer.Ordinal)
    {
        ["plain_text"] = Plain(most, least),
        ["mrkdwn"] = Shape(("type!", Word("mrkdwn")), ("text!", Text(most, least)), ("verbatim", Flag)),
    });

    public static Rule Option { get; } =
        Shape(("text!", PlainOrMarkdown(75)), ("value!", Text(150)), ("description", PlainOrMarkdown(75)), ("url", Text(3000)));

    public static Rule Options { get; } = Items(Option, 100);

    public static Rule OptionGroups { get; } = Items(Shape(("label!", Plain(75)), ("options!", Options)), 100);

    public static Rule Confirm { get; } =
        Shape(
            ("title!", Plain(100)),
            ("text!", PlainOrMarkdown(300)),
            ("confirm!", Plain(30)),
            ("deny!", Plain(30)),
            ("style", Word("primary", "danger")));

    public static Rule SlackFile { get; } = Shape(("id", Text(255)), ("url", Text(3000)));
}
