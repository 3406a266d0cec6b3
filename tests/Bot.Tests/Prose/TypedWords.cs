using FsCheck;
using FsCheck.Fluent;

namespace Sitrep.Tests.Prose;

/// <summary>What people, logs and attackers type: pieces that mean something to Markdown or HTML, in any order.</summary>
internal static class TypedWords
{
    private static readonly string[] _pieces =
    [
        "*", "**", "_", "__", "`", "``", "```", "~", "~~", "~~~", "<", ">", "<b>", "</b>", "<!--", "-->", "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<https://a.b>", "<a@b.c>", "<!channel>", "<@U123>", "@everyone", "[", "]", "[a](b)", "![a](b)",
        "[a]: http://x.y", "[^1]", "[^1]: note", "[ ] ", "[x] ", "(", ")", "](", "!", "#", "# ", "###### ", "> ", "- ", "+ ", "* ", "1. ", "12) ",
        "-", "=", "---", "===", "|", "a | b", "|---|---|", "--- | ---", ":-:", "\\", "\\\\", "&", "&amp;", "&#60;", "&copy", "&copy;", "\"", "'",
        "\n", "\n\n", " ", "  ", "    ", "\t", "\r\n", "foo", "bar_baz", "snake_case_name", "2*3", "rm *.log", "C++", "$5", "$x$", "{id}",
        "http://a.b/c?d=e&f=g", "https://a.b/_c_/*d*?x=[1]&copy;=2", "https://x.y/a_b.", "www.a.b/_c_", "me@x.y", "javascript:alert(1)",
        "’", "😀", "☕", "é", "\u202Eabc", "\u200B", ".", ",", ": ", "50%", "14:05 UTC", "ca. ", "a", "b", "1", "\uFEFF", "^", "^2^",
    ];

    /// <summary>Words out of those pieces, mixed with plain random ones.</summary>
    public static Arbitrary<string> Any { get; } = Gen.Frequency(
        (5, Gen.Elements(_pieces).ListOf().Select(string.Concat)),
        (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get))).ToArbitrary();

    /// <summary>Holds a property to many of them.</summary>
    public static void Hold(Action<string> property)
    {
        var runs = int.TryParse(Environment.GetEnvironmentVariable("TYPED_WORDS"), out var more) ? more : 2_000;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(Any, property));
    }
}
