using Sitrep.Access;
using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Storage;
using Sitrep.Storage.Rows;
using Sitrep.Times;

namespace Sitrep.Occurrences;

/// <summary>
/// What can be chosen while a command is being typed: incidents, numbers, times as they would be understood. It reads
/// and stores nothing.
/// </summary>
internal sealed class Completion(IStore store, TimeProvider clock, BotSettings settings)
{
    private const int Most = 25;
    private const int LongestShown = 100;
    private static readonly bool[] _openFirst = [true, false];

    /// <summary>The suggestions for one part.</summary>
    /// <param name="where">The channel.</param>
    /// <param name="user">Who types.</param>
    /// <param name="part">The part that is being typed.</param>
    /// <param name="incident">The incident that was chosen already; null for the channel's.</param>
    /// <param name="typed">What stands there so far.</param>
    public IReadOnlyList<Suggestion> Offer(ChannelRef where, Person user, CommandPart part, string? incident, string typed)
    {
        var found = part.Takes switch
        {
            PartKind.Incident => Incidents(where, user, typed),
            PartKind.Entry => Entries(Read(where, user, incident)),
            PartKind.Task => Tasks(Read(where, user, incident)),
            PartKind.Time => Times(Read(where, user, incident), typed),
            PartKind.Several => Several(part.Choices, typed),
            _ => part.Choices.Select(choice => new Suggestion(choice, choice)),
        };
        if (part.Takes is not (PartKind.Time or PartKind.Several or PartKind.Incident))
            found = found.Where(suggestion => suggestion.Shown.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase));
        return [.. found.Take(Most).Select(suggestion => suggestion with { Shown = Cut(suggestion.Shown) })];
    }

    // The last word is being typed; those before it stand.
    private static IEnumerable<Suggestion> Several(IReadOnlyList<string> choices, string typed)
    {
        var start = typed.LastIndexOf(' ') + 1;
        return choices
            .Where(choice =>
                choice.Contains(typed[start..].TrimStart('#'), StringComparison.OrdinalIgnoreCase)
                && !typed[..start].Contains(choice, StringComparison.OrdinalIgnoreCase))
            .Select(choice => new Suggestion(typed[..start] + choice, typed[..start] + choice));
    }

    private List<Suggestion> Incidents(ChannelRef where, Person user, string typed)
    {
        using var connection = store.Open();
        var words = typed.Split([' ', '·', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
        // The open ones first; what was typed finds closed ones of any age.
        return _openFirst
            .SelectMany(isOpen => IncidentSearch.Matching(
                connection,
                new() { IsOpen = isOpen, Words = words, Take = Most },
                Empty(where, user).Viewer).Shown)
            .Select(match => match.Incident)
            .Select(incident => new Suggestion(
                $"{incident.Id} · {incident.Title} ({Card.SeverityOf(incident)}, {Card.StatusOf(incident)})",
                incident.Id.ToString()))
            .ToList();
    }

    private static IEnumerable<Suggestion> Tasks(Situation situation) => situation.Incident is { } incident
        ? incident.ActionItems.Where(task => !task.Done).Select(task => new Suggestion($"{task.Number} · {task.Text}", $"{task.Number}"))
        : [];

    private static IEnumerable<Suggestion> Entries(Situation situation) => situation.Record is { } record
        ? record.Timeline.Where(entry => !entry.Removed).OrderByDescending(entry => entry.Number)
            .Select(entry => new Suggestion($"{entry.Number} · {situation.Show(entry.At).Text} {entry.Text}", $"{entry.Number}"))
        : [];

    private static IEnumerable<Suggestion> Times(Situation situation, string typed)
    {
        if (typed.Trim().Length == 0) return [new($"{situation.Show(situation.Now).Text} (now)", situation.Show(situation.Now).Text)];
        return WhenReader.ReadAll(typed.Trim(), situation.Times) switch
        {
            When.Understood at => [new($"{situation.Show(at.At).Text} (typed {typed.Trim()})", typed.Trim())],
            When.Unclear unclear => unclear
                .Offers.Select(offer => new Suggestion($"{offer.Label}?", offer.Typed))
                .Append(new($"{typed.Trim()}: {unclear.Problem.PlainText}", typed.Trim())),
            _ => [new($"{typed.Trim()}: not read as a time", typed.Trim())],
        };
    }

    private Situation Read(ChannelRef where, Person user, string? named)
    {
        using var connection = store.Open();
        var situation = Empty(where, user);
        var incident = IncidentId.TryParse(named ?? "", out var id)
            ? IncidentQueries.Find(connection, id)
            : IncidentQueries.In(connection, where);
        return incident is null || !May.See(situation.Viewer, incident)
            ? situation
            : situation with { Incident = incident, Record = IncidentQueries.Record(connection, incident) };
    }

    private Situation Empty(ChannelRef where, Person user) =>
        new() { Now = clock.GetUtcNow(), User = user, Channel = where, Settings = settings };

    // Both names and values have a limit on the platforms; a value that would not fit is none of ours.
    private static string Cut(string shown) => shown.Length <= LongestShown ? shown : Excerpt.Of(shown, LongestShown - 40);
}
