using System.Collections.Concurrent;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Events;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>
/// Whom an interaction names. Whoever asked or was resolved before is known by name when somebody mentions or types them;
/// others are known by their id.
/// </summary>
internal sealed class InteractionPeople
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, Person> _known = new(StringComparer.Ordinal);

    /// <summary>Those whom Discord names by their ids; no two under one name.</summary>
    public IReadOnlyList<Person> Of(InteractionObject asked)
    {
        if (_known.Count > Most) _known.Clear();
        var who = asked.Member?.User ?? asked.User;
        if (who is not null) _known[who.Id] = DiscordPeople.Of(who, asked.Member?.Nick);
        var people = new List<Person>();
        foreach (var (id, user) in asked.Data?.Resolved?.Users ?? new Dictionary<string, UserObject>(StringComparer.Ordinal))
        {
            _known[id] = DiscordPeople.Of(user, asked.Data!.Resolved!.Members?.GetValueOrDefault(id)?.Nick);
            Add(people, _known[id]);
        }

        foreach (var id in Texts(asked.Data).SelectMany(MentionDecoder.Ids))
            if (people.TrueForAll(person => person.Id != id)) Add(people, _known.GetValueOrDefault(id) ?? DiscordPeople.Of(id, id));
        return people;
    }

    /// <summary>Those whom a text names by an <c>@</c> that was typed and not picked, where one account alone is called so.</summary>
    public IEnumerable<Person> Typed(string text)
    {
        var names = MentionText.Candidates(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Count == 0
            ? []
            : _known.Values.Where(person => names.Contains(person.Name))
                .GroupBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() == 1)
                .Select(same => same.First());
    }

    // Two people may be called the same; what is read by name must find the one that was picked.
    private static void Add(List<Person> people, Person person) =>
        people.Add(
            people.Exists(other => string.Equals(other.Name, person.Name, StringComparison.OrdinalIgnoreCase))
                ? person with { Name = $"{person.Name} {person.Id}" }
                : person);

    private static IEnumerable<string> Texts(InteractionData? data) =>
        Options(data?.Options ?? [])
            .Select(InteractionTranslator.Value)
            .OfType<string>()
            .Concat(FilledComponent.Inputs(data?.Components ?? []).Select(field => field.Marked));

    private static IEnumerable<OptionObject> Options(IEnumerable<OptionObject> options) =>
        options.SelectMany(option => option.Options is { } inner ? Options(inner) : [option]);
}
