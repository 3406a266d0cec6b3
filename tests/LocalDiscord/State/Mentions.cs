using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sitrep.LocalDiscord.State;

/// <summary>Whom a text names and, after <c>allowed_mentions</c> and permissions, notifies.</summary>
public sealed record Mentions(IReadOnlyList<Snowflake> Users, IReadOnlyList<Snowflake> Roles, bool Everyone)
{
    internal static Mentions None { get; } = new([], [], false);

    public bool IsEmpty => Users.Count == 0 && Roles.Count == 0 && !Everyone;
}

/// <summary>Reads mentions as Discord does: by the text, the allowed mentions and what the author may.</summary>
internal static partial class MentionRules
{
    /// <summary>Whom a message by this author notifies.</summary>
    /// <param name="text">Content and text components; embeds notify nobody.</param>
    /// <param name="allowed">The request's <c>allowed_mentions</c>; absent means that everything in the text counts.</param>
    /// <param name="guild">The members and roles that exist.</param>
    /// <param name="mayMentionAll">Whether the author has the permission that <c>@everyone</c> and closed roles need.</param>
    /// <param name="repliedTo">The author of the message replied to.</param>
    public static Mentions Read(string text, JsonNode? allowed, Guild guild, bool mayMentionAll, Snowflake? repliedTo)
    {
        var users = Ids(User(), text).Where(guild.Members.ContainsKey).Where(id => IsAllowed(allowed, "users", id)).ToList();
        var roles = Ids(Role(), text).Where(id => guild.Roles.TryGetValue(id, out var role) && (mayMentionAll || role.IsMentionable))
            .Where(id => IsAllowed(allowed, "roles", id)).ToList();
        var everyone = mayMentionAll && Everyone().IsMatch(text) && (allowed is null || Parses(allowed, "everyone"));
        var answers = allowed is null || allowed.Flag("replied_user");
        if (repliedTo is { } author && answers && !users.Contains(author)) users.Add(author);
        return new(users, roles, everyone);
    }

    private static IEnumerable<Snowflake> Ids(Regex pattern, string text) =>
        pattern
            .Matches(text)
            .Select(match => new Snowflake(ulong.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))
            .Distinct();

    private static bool IsAllowed(JsonNode? allowed, string kind, Snowflake id) =>
        allowed is null || Parses(allowed, kind) || allowed.List(kind)?.Any(one => one?.ToString() == id.ToString()) == true;

    private static bool Parses(JsonNode allowed, string kind) => allowed.List("parse")?.Any(one => one?.ToString() == kind) == true;

    [GeneratedRegex("<@!?([0-9]{1,19})>")]
    private static partial Regex User();

    [GeneratedRegex("<@&([0-9]{1,19})>")]
    private static partial Regex Role();

    [GeneratedRegex("@(?:everyone|here)")]
    private static partial Regex Everyone();
}
