using System.Collections.Concurrent;
using System.Text.Json;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack;

/// <summary>
/// People's names by their ids. Commands and clicks carry the name; events carry the id alone, so it is asked for once
/// and kept. Nobody waits for it before something is stored.
/// </summary>
internal sealed class SlackPeople(SlackApi api)
{
    private const int Most = 20_000;
    private const int MostPages = 15;
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>An account of Slack's.</summary>
    public static Person Of(string id, string name) => new(Platforms.Slack, id, name);

    /// <summary>Whether Slack would find somebody: an account of its own, known by more than a typed name.</summary>
    public static bool Knows(Person person) => person.Platform == Platforms.Slack && Mrkdwn.IsId(person.Id);

    /// <summary>Somebody by what is known now: without a name, the id stands for it.</summary>
    public Person Known(string id) => Of(id, _names.GetValueOrDefault(id, id));

    /// <summary>Keeps a name that came along.</summary>
    public Person Learn(string id, string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return Known(id);
        if (_names.Count > Most) _names.Clear();
        _names[id] = name;
        return Of(id, name);
    }

    /// <summary>Somebody with their name, asked of Slack where it is not known.</summary>
    public async Task<Person> FindAsync(string id, CancellationToken cancellation)
    {
        if (_names.TryGetValue(id, out var known)) return Of(id, known);
        try
        {
            var answer = await api.AskAsync("users.info", [new("user", id)], cancellation);
            return Learn(id, answer.Member("user") is { } user ? NameOf(user) : null);
        }
        catch (PlatformRefusalException refusal)
        {
            // Somebody of another workspace, or the scope is missing: the id does. Of strangers it is asked once.
            return refusal.Message is "user_not_found" or "user_not_visible" ? Learn(id, id) : Known(id);
        }
    }

    /// <summary>
    /// Learns everybody's name at the start: the message menu says who wrote a message by the id alone, and is answered
    /// before anybody could be asked. Very large workspaces are learned in part; the rest as they appear.
    /// </summary>
    public async Task LearnAllAsync(CancellationToken cancellation)
    {
        await foreach (var user in api.ListAsync("users.list", "members", [new("limit", "200")], cancellation, MostPages))
            if (user.Text("id") is { } id) Learn(id, NameOf(user));
    }

    /// <summary>A user's name, as commands carry it; those without one are called what people see.</summary>
    public static string? NameOf(JsonElement user) => new[]
    {
        user.Text("name"), user.Text("profile", "display_name"), user.Text("real_name"), user.Text("profile", "real_name"),
    }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
}
