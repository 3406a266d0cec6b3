using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage.Stored;

/// <summary>
/// Columns that hold a word of the program. A renamed member would leave old rows without a meaning: a new word is added to the
/// approved list, and none is ever taken out of it.
/// </summary>
public sealed class StoredWordsTests
{
    [Fact]
    public void The_words_in_columns_are_those_that_were_approved()
    {
        var words = new Dictionary<string, IEnumerable<string>>
        {
            ["incidents.severity"] = Enum.GetValues<Severity>().Select(severity => $"{(int)severity} {severity}"),
            ["incidents.status"] = Enum.GetNames<IncidentStatus>(),
            ["notes.what"] = Enum.GetNames<NoteKind>(),
            ["outbox.kind"] = typeof(Effect).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Effect)) && !type.IsAbstract)
                .Select(type => type.Name),
            ["timeline_entries.kinds"] = EntryKinds.All.Select(kind => kind.Tag()),
        };
        Approved.Is(
            "Storage/Stored",
            "words",
            string.Concat(words.Select(column => $"{column.Key}: {string.Join(", ", column.Value.Order(StringComparer.Ordinal))}\n")));
    }
}
