using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Commands.People;
using Sitrep.Incidents;

namespace Sitrep.Storage.Rows;

/// <summary>The people and groups that were seen or called, by name.</summary>
internal static class KnownNameRows
{
    private const string Somebody = "person";
    private const string Several = "group";
    private const string Named = "team";
    private const int MostTeams = 500;

    /// <summary>Keeps the names that an event carries. What is known already costs one look.</summary>
    public static void Learn(StoreTransaction transaction, ChatEvent chatEvent)
    {
        if (chatEvent is not (TextTyped or CommandFilled or MessagePicked)) return;
        Learn(transaction, chatEvent.User);
        foreach (var person in chatEvent.People) Learn(transaction, person);
        foreach (var group in chatEvent.Groups) Keep(transaction, group.Platform, Several, group.Id, group.Name);
    }

    /// <summary>Keeps somebody's name; an id that stands for a name that is not known is none.</summary>
    public static void Learn(StoreTransaction transaction, Person person)
    {
        if (person.Platform != Platforms.Bot && (person.Platform == Platforms.Web || person.Id != person.Name))
            Keep(transaction, person.Platform, Somebody, person.Id, person.Name);
    }

    /// <summary>Keeps the name of a team that was called in and is no account.</summary>
    public static void Learn(StoreTransaction transaction, string platform, string team) =>
        Keep(transaction, platform, Named, Key(team), team);

    /// <summary>Whether somebody was seen under a name.</summary>
    public static bool Knows(IReads reads, Person person) => reads.QuerySingle<long>(
        "select count(*) from known_names where platform = @Platform and what = 'person' and id = @Id", person) > 0;

    /// <summary>The known people and groups with these names.</summary>
    /// <param name="reads">The database.</param>
    /// <param name="platforms">Where it may be.</param>
    /// <param name="names">The names, without <c>@</c>, in any case.</param>
    /// <param name="text">A text in which known teams are looked for.</param>
    public static KnownNames Find(IReads reads, IReadOnlyList<string> platforms, IEnumerable<string> names, string text)
    {
        var keys = names.Select(Key).Distinct(StringComparer.Ordinal).ToList();
        IReadOnlyList<(string Platform, string What, string Id, string Name)> rows = keys.Count == 0
            ? []
            : reads.Query<(string Platform, string What, string Id, string Name)>(
                "select platform, what, id, name from known_names where platform in @platforms and name_key in @keys order by what, id",
                new { platforms, keys });
        var teams = reads.Query<string>(
            "select name from known_names where platform in @platforms and what = 'team' limit @MostTeams",
            new { platforms, MostTeams });
        return new(
            [.. rows.Where(row => row.What == Somebody).Select(row => new Person(row.Platform, row.Id, row.Name))],
            [.. rows.Where(row => row.What == Several).Select(row => new Group(row.Platform, row.Id, row.Name))],
            [.. teams.Where(team => text.Contains(team, StringComparison.OrdinalIgnoreCase))]);
    }

    private static void Keep(StoreTransaction transaction, string platform, string what, string id, string name)
    {
        const string Known = "select name from known_names where platform = $1 and what = $2 and id = $3";
        if (transaction.Text(Known, platform, what, id) == name) return;
        transaction.Run(
            """
            insert into known_names (platform, what, id, name, name_key) values ($1, $2, $3, $4, $5)
            on conflict (platform, what, id) do update set name = $4, name_key = $5
            """,
            platform,
            what,
            id,
            name,
            Key(name));
    }

    private static string Key(string name) => name.Trim().ToLowerInvariant();
}
