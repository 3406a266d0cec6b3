using Sitrep.Chat.Events;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>What somebody typed, as words, with the people and groups that it names.</summary>
/// <param name="Text">The text as the person saw it.</param>
/// <param name="People">Whom it mentions; no two under one name.</param>
/// <param name="Groups">The user groups that it mentions, or may name.</param>
internal sealed record DecodedText(string Text, IReadOnlyList<Person> People, IReadOnlyList<Group> Groups)
{
    /// <summary>Decodes a text.</summary>
    /// <param name="text">As Slack sends it.</param>
    /// <param name="people">Who is known.</param>
    public static DecodedText Of(string text, SlackPeople people)
    {
        var mentioned = new List<Person>();
        var groups = new List<Group>();
        var plain = MentionDecoder.Plain(text, mark =>
        {
            if (mark.IsGroup)
            {
                groups.Add(people.KnownGroup(mark.Id, mark.Label));
                return groups[^1].Name;
            }

            var person = Told(people.Known(mark.Id, mark.Label), mentioned);
            mentioned.Add(person);
            return person.Name;
        });
        return new(plain, [.. mentioned.Distinct()], groups);
    }

    /// <summary>The same with those whom the text names without Slack's own mention, under the name that people see.</summary>
    public DecodedText WithTyped(SlackPeople people)
    {
        var typed = people.Typed(Text);
        var found = new List<Person>();
        var text = Text;
        foreach (var mention in MentionText.In(Text, [.. People.Select(person => person.Name), .. typed.Keys]).Reverse())
        {
            if (People.Any(person => Same(person.Name, mention.Name)) || !typed.TryGetValue(mention.Name, out var person)) continue;
            found.Add(person);
            text = $"{text[..mention.Start]}@{person.Name}{text[mention.End..]}";
        }

        return new(text, [.. People, .. found], [.. Groups, .. people.TypedGroups(Text)]);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    // Two people may be called the same; what is read by name must find the one that was picked.
    private static Person Told(Person person, List<Person> others) =>
        others.Exists(other => other != person && Same(other.Name, person.Name))
            ? person with { Name = $"{person.Name} {person.Id}" }
            : person;
}

/// <summary>Somebody or a group that a text mentions.</summary>
/// <param name="Id">The id.</param>
/// <param name="Label">The name that came with it, without <c>@</c>; null for none.</param>
/// <param name="IsGroup">Whether it is a group.</param>
internal sealed record MentionMark(string Id, string? Label, bool IsGroup);
