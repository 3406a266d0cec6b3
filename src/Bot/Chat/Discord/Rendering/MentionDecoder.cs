using System.Text.RegularExpressions;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>Discord's own marks in what people typed, as plain words: <c>&lt;@80351110224678912&gt;</c> becomes <c>@ana</c>.</summary>
internal static partial class MentionDecoder
{
    /// <summary>The text as the person saw it.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="people">Who is known by id.</param>
    /// <param name="names">What roles and channels are called.</param>
    public static string Plain(string text, IReadOnlyList<Person> people, NameCache names) =>
        text.IndexOf('<', StringComparison.Ordinal) < 0
            ? text
            : Mark()
                .Replace(text, mark => mark.Groups["kind"].Value switch
                    {
                        "@" or "@!" => "@"
                            + (people.FirstOrDefault(person => person.Id == mark.Groups["id"].Value)?.Name ?? mark.Groups["id"].Value),
                        "@&" => "@" + names.Roles.Of(mark.Groups["id"].Value).Name,
                        "t" => UnixSeconds.Words(mark.Groups["at"].ValueSpan),
                        "/" => "/" + mark.Groups["name"].Value,
                        "#" => "#" + (names.Of(mark.Groups["id"].Value) ?? mark.Groups["id"].Value),
                        _ => ":" + mark.Groups["name"].Value + ":",
                    });

    /// <summary>The ids that a text mentions.</summary>
    public static IEnumerable<string> Ids(string text) =>
        Mark().Matches(text).Where(mark => mark.Groups["kind"].Value is "@" or "@!").Select(mark => mark.Groups["id"].Value);

    /// <summary>The ids of the roles that a text mentions.</summary>
    public static IEnumerable<string> RoleIds(string text) =>
        Mark().Matches(text).Where(mark => mark.Groups["kind"].Value is "@&").Select(mark => mark.Groups["id"].Value);

    [GeneratedRegex(
        @"<((?<kind>@!|@&|@|#|a?:(?<name>\w{2,32}):)(?<id>\d{15,20})|(?<kind>/)(?<name>[^<>:\n]{1,100}):\d{15,20}|(?<kind>t):(?<at>-?\d{1,12})(:[tTdDfFsSR])?)>",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
