namespace Sitrep.Tests.Support;

/// <summary>Texts that break things.</summary>
internal static class Nasty
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "| a | b |", "|---|", "`code` and ``more``", "```", "~~~", "**bold** __bold__ *x* _y_", "snake_case_name and 2*3*4", "a * b * c",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p></main>", "a < b > c & d", "&lt; &amp; &copy; &#60;", "[link](javascript:alert(1))", "![x](http://a/b)",
        "[ref]: http://x", "[x] done", "[^1]", "# heading", "#### ", "> quote", "- item", "+ item", "* item", "1. one", "12) twelve", "1986. a year", "---", "***", "===", "    four spaces", "\ttab",
        "line one\nline two", "line\n# two", "line\n- two", "a\n===\nb", "a | b\n--|--\nc | d", "trailing  \nspaces", "ends with \\", "\\* not", "~~gone~~", "~01:30 and ~02:00", "http://x.example/?a=b&c=d&copy=1",
        "<http://x.example>", "@everyone @here <!channel> <@U123>", "“quotes” ’ ‘ — …", "🔥👩‍🚒", "::: warning", "$a$ $$b$$", "^sup^ ++ins++ ==mark==", ": definition", "term\n: definition", ":smile:", "==", "=", "+", "-", "#", "!", "![", "](", "*", "**", "_", "`", "\\", "a_b_ _c", "\"quoted\"", "(c) (tm)", "{#id .class}", "text {.red}", "//comment", "--- a", "*a", "a*", "_a", "a_",
    ];
}
