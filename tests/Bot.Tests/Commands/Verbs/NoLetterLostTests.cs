using Sitrep.Chat.Effects;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Verbs;

/// <summary>Whatever is typed behind a command is in its answer, in what it posts or in the record: nothing is left out silently.</summary>
public sealed class NoLetterLostTests
{
    private static readonly string[] _words =
    [
        "rolled", "back", "pool", "sev1", "sev2", "SEV3:", "critical", "P1", "private", "drill", "ask", "closed", "mitigated", "resolved",
        "severity:critical", "severity:banana", "sev:2", "place:left", "at:13:50", "next:banana", "zone:Mars", "zone:UTC", "owner:@li",
        "due:2026-06-14", "service:shop", "note:\"because of it\"", "to:@li", "from:ops", "#finding", "#nonsense", "INC-2", "INC-99", "@li",
        "1", "2", "1,2", "remove", "as", "done", "+", "70%", "https://x.example/a.png", "lead", "comms", "summary", "root", "cause", "html",
        "page", "30%", "é", "🔥", "private.", "(again)", "key:value", "\"quoted", "words\"",
    ];

    public static TheoryData<string> Commands =>
        [.. CommandTable.All.SelectMany(command => command.Aliases.Prepend(command.Name)).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task No_letter_of_what_is_typed_is_lost(string command)
    {
        await using var bot = new TestBot("2026-03-10T14:30:00Z");
        await bot.Type("ana", "/incident start Search is slow");
        await bot.Type("ana", "/incident start Mail is late");
        // The same texts in every run, others for every command.
        var chance = new Random(command.Length + command[^1]);
        var texts = Enumerable.Range(0, 30)
            .Select(_ => string.Join(' ', Enumerable.Range(0, chance.Next(1, 6)).Select(_ => _words[chance.Next(_words.Length)])));
        var number = 0;
        foreach (var text in texts)
        {
            var declared = await bot.Type("ana", $"/incident start Outage{++number} sev5 at:13:00 declare-anyway");
            var channel = declared.Channel!;
            foreach (var entry in (string[])["alert fired", "looked around"]) await bot.Type("ana", "/timeline " + entry, channel);
            var before = bot.Delivered.Count;
            var reply = await bot.Type("li", $"/{command} {text}", channel);
            var told = Told(bot, reply, before);
            foreach (var word in text.Split(' ', ',').Select(Bare).Where(word => word.Length > 0))
                Assert.True(told.Contains(word, StringComparison.OrdinalIgnoreCase), $"\"{word}\" of \"/{command} {text}\" is lost: {told}");
        }
    }

    // What an option holds counts, not its key; marks around words do not.
    private static string Bare(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var isKey = colon > 0 && word[..colon].All(char.IsAsciiLetter) && !word.StartsWith("http", StringComparison.Ordinal);
        return (isKey ? word[(colon + 1)..] : word).Trim('"', '#', '@', ',', ':', '(', ')', '.', '+');
    }

    private static string Told(TestBot bot, Reply reply, int before)
    {
        var posted = bot.Delivered.Skip(before).Select(item => item.Effect is PostMessage post ? post.Message.PlainText : "");
        var buttons = reply.Message.Buttons.Select(button => button.Command);
        var fields = reply.Form?.Fields.Select(field => field.Value ?? "") ?? [];
        var records = Enumerable.Range(1, 40).Select(number => Record(bot, number)).OfType<IncidentRecord>()
            .Select(record => string.Join('\n', record.Timeline.Select(entry => $"{entry.Text} {entry.TypedTime} {entry.Note} {string.Join(' ', entry.Kinds.Select(kind => kind.Tag()))}"))
                + $"\n{record.Incident.Title}\n"
                + string.Join('\n', record.Notes.Select(note => $"{note.Value} {note.Text}")));
        string[] told = [reply.Message.PlainText, reply.Form?.Command ?? "", .. buttons, .. fields, .. posted, .. records];
        return string.Join('\n', told);
    }

    private static IncidentRecord? Record(TestBot bot, int number)
    {
        using var connection = bot.Store.Open();
        return Sitrep.Storage.Rows.IncidentQueries.Find(connection, new(number)) is { } incident
            ? Sitrep.Storage.Rows.IncidentQueries.Record(connection, incident)
            : null;
    }
}
