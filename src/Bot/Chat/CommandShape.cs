using System.Text;
using Sitrep.Chat.Events;

namespace Sitrep.Chat;

/// <summary>How a command is written, part by part, for platforms that ask for each part by itself.</summary>
/// <param name="Root">The first word: <c>incident</c>.</param>
/// <param name="Verb">The words behind it, made up where the text form has none; empty for a root that has no others.</param>
/// <param name="Words">Words that mean this command and no other: <c>incident note</c>.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Parts">Its parts, in the order in which they are typed.</param>
/// <param name="IsAdministrative">Whether it is for those who run the server.</param>
public sealed record CommandShape(
    string Root, string Verb, string Words, string Summary, IReadOnlyList<CommandPart> Parts, bool IsAdministrative = false)
{
    /// <summary>The command with its parts filled, as if it had been typed.</summary>
    /// <param name="where">The channel.</param>
    /// <param name="user">Who.</param>
    /// <param name="delivery">The platform's id of it.</param>
    /// <param name="values">What each part was filled with, by its name.</param>
    public FormFilled Fill(ChannelRef where, Sitrep.Incidents.Person user, string? delivery, IReadOnlyDictionary<string, string> values)
    {
        var words = new StringBuilder("/").Append(Words);
        var text = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Parts)
        {
            if (!values.TryGetValue(part.Name, out var value) || value.Length == 0) continue;
            switch (part.Place)
            {
                case PartPlace.Incident:
                    words.Insert(1 + Words.Split(' ')[0].Length, " " + value);
                    break;
                case PartPlace.Word when part.Takes == PartKind.Several:
                    foreach (var word in value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
                    {
                        // What is none of the choices was meant for people to read.
                        if (part.Choices.FirstOrDefault(choice => choice.TrimStart('#').Equals(word.TrimStart('#'), StringComparison.OrdinalIgnoreCase)) is { } choice) words.Append(' ').Append(choice);
                        else text.Add(word);
                    }

                    break;
                case PartPlace.Word:
                    words.Append(' ').Append(value);
                    break;
                case PartPlace.Option:
                    options[part.Name] = value;
                    break;
                default:
                    text.Add(value);
                    break;
            }
        }

        if (text.Count > 0) options["text"] = string.Join(Join, text);
        return new(where, user, delivery, words.ToString(), options);
    }

    // A time and the words behind it stay two: "14:05" and "UTC clocks drift" are not 14:05 UTC.
    private string Join => Parts.Any(part => part is { Place: PartPlace.Text, Takes: PartKind.Time }) ? " - " : " ";
}

/// <summary>A part of a command.</summary>
/// <param name="Name">Its name, in lower case, unique within the command.</param>
/// <param name="Hint">What goes in.</param>
/// <param name="Place">Where it stands when typed.</param>
/// <param name="Takes">What it takes.</param>
/// <param name="Required">Whether it must be filled.</param>
/// <param name="Choices">What to choose from; empty for anything.</param>
public sealed record CommandPart(string Name, string Hint, PartPlace Place, PartKind Takes, bool Required, IReadOnlyList<string> Choices);

/// <summary>Where a part stands when typed.</summary>
public enum PartPlace
{
    /// <summary>In the free text.</summary>
    Text,

    /// <summary>Behind its key.</summary>
    Option,

    /// <summary>As a word behind the command's own.</summary>
    Word,

    /// <summary>Before the verb: the incident that is meant.</summary>
    Incident,
}

/// <summary>What a part takes.</summary>
public enum PartKind
{
    /// <summary>Anything.</summary>
    Anything,

    /// <summary>A time.</summary>
    Time,

    /// <summary>Somebody.</summary>
    Somebody,

    /// <summary>An entry's or a task's number.</summary>
    Number,

    /// <summary>Its own name, or nothing.</summary>
    Flag,

    /// <summary>An incident's id.</summary>
    Incident,

    /// <summary>Some of the choices, several words of them.</summary>
    Several,
}

/// <summary>Something to choose while typing.</summary>
/// <param name="Shown">What people see.</param>
/// <param name="Value">What is filled in.</param>
public sealed record Suggestion(string Shown, string Value);
