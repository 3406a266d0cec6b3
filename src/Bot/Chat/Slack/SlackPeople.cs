using System.Collections.Concurrent;
using System.Text.Json;
using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack;

/// <summary>
/// People by their ids, under the names that people see: the display name, else the real name. Commands and clicks carry
/// the deprecated username, events the id alone, so names are asked for once and kept. Nobody waits for one before
/// something is stored.
/// </summary>
internal sealed class SlackPeople(SlackApi api)
{
    private const int Most = 20_000;
    private const int MostPages = 15;
    private readonly ConcurrentDictionary<string, SlackAccount> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>An account of Slack's.</summary>
    public static Person Of(string id, string name) => new(Platforms.Slack, id, name);

    /// <summary>Whether Slack would find somebody: an account of its own, known by more than a typed name.</summary>
    public static bool Knows(Person person) => person.Platform == Platforms.Slack && Mrkdwn.IsId(person.Id);

    /// <summary>Somebody by what is known now: without a name, what came along or the id stands for it.</summary>
    /// <param name="id">The account.</param>
    /// <param name="username">The username that came along; null for none.</param>
    public Person Known(string id, string? username = null)
    {
        if (_accounts.TryGetValue(id, out var known)) return Of(id, known.Name);
        if (string.IsNullOrWhiteSpace(username)) return Of(id, id);
        Keep(id, new(username, [username], IsAsked: false));
        return Of(id, username);
    }

    /// <summary>A group by what is known now.</summary>
    /// <param name="id">The group.</param>
    /// <param name="handle">The handle that came along, without <c>@</c>; null for none.</param>
    public Group KnownGroup(string id, string? handle = null) =>
        handle is { Length: > 0 }
            ? _groups[id] = new(Platforms.Slack, id, handle)
            : _groups.GetValueOrDefault(id) ?? new(Platforms.Slack, id, id);

    /// <summary>
    /// Those whom a text may name by an <c>@</c> that was typed and not picked, by every name of theirs that stands there.
    /// </summary>
    public IReadOnlyDictionary<string, Person> Typed(string text)
    {
        var found = new Dictionary<string, Person>(StringComparer.OrdinalIgnoreCase);
        var names = MentionText.Candidates(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Count == 0) return found;
        var same = _accounts
            .Where(account => !account.Value.IsGone)
            .SelectMany(account => account.Value.Names.Where(names.Contains).Select(name => (Name: name, Person: Known(account.Key))))
            .GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var all in same.Where(all => all.Select(one => one.Person).Distinct().Count() == 1)) found[all.Key] = all.First().Person;
        return found;
    }

    /// <summary>Groups that a text names by their handles.</summary>
    public IReadOnlyList<Group> TypedGroups(string text) =>
        _groups.IsEmpty ? [] : [.. _groups.Values.Where(group => text.Contains(group.Name, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Somebody with their name, asked of Slack where it is not known.</summary>
    public async Task<Person> FindAsync(string id, CancellationToken cancellation)
    {
        if (_accounts.TryGetValue(id, out var known) && known.IsAsked) return Of(id, known.Name);
        try
        {
            var answer = await api.AskAsync("users.info", [new("user", id)], cancellation);
            if (answer.Member("user") is { } user) Learn(id, user);
        }
        catch (PlatformRefusalException refusal)
        {
            // Somebody of another workspace, or the scope is missing: the id does. Of strangers it is asked once.
            if (refusal.Message is "user_not_found" or "user_not_visible") Keep(id, new(known?.Name ?? id, [], IsAsked: true));
        }

        return Known(id);
    }

    /// <summary>
    /// Learns everybody's name at the start: the message menu says who wrote a message by the id alone, and is answered
    /// before anybody could be asked. Very large workspaces are learned in part; the rest as they appear.
    /// </summary>
    public async Task LearnAllAsync(CancellationToken cancellation)
    {
        await foreach (var user in api.ListAsync("users.list", "members", [new("limit", "200")], cancellation, MostPages))
            if (user.Text("id") is { } id) Learn(id, user);
        try
        {
            var answer = await api.AskAsync("usergroups.list", [], cancellation);
            foreach (var group in answer.Items("usergroups"))
                if (group.Text("id") is { } id && group.Text("handle") is { } handle) KnownGroup(id, handle);
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
        {
            // Without the scope, groups are known once they are mentioned.
        }
    }

    /// <summary>Learns what Slack says of an account.</summary>
    public void Learn(string id, JsonElement user)
    {
        string?[] names =
        [
            user.Text("profile", "display_name"), user.Text("profile", "real_name"), user.Text("real_name"), user.Text("name"),
        ];
        var known = names
            .OfType<string>()
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        Keep(id, new(known.FirstOrDefault() ?? id, known, IsAsked: true, user.Flag("deleted") == true));
    }

    private void Keep(string id, SlackAccount account)
    {
        if (_accounts.Count > Most) _accounts.Clear();
        _accounts[id] = account;
    }
}

/// <summary>What is known of an account.</summary>
/// <param name="Name">The name that people see.</param>
/// <param name="Names">Every name under which it can be typed.</param>
/// <param name="IsAsked">Whether Slack was asked; the username that comes with a command is no name that people see.</param>
/// <param name="IsGone">Whether it is deactivated.</param>
internal sealed record SlackAccount(string Name, IReadOnlyList<string> Names, bool IsAsked, bool IsGone = false);
