using System.Collections.Frozen;
using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Vocabulary;

/// <summary>
/// The verbs of other incident tools, and what they are called here. They are read in texts alone: help, completion and
/// Discord's commands stay as short as the table of commands.
/// </summary>
internal static class TradeWords
{
    private static readonly FrozenDictionary<string, string> _roots = new Dictionary<string, string>
    {
        ["inc"] = "incident",
        ["page"] = "escalate",
        ["acknowledge"] = "ack",
        ["on-call"] = "oncall",
        ["tl"] = "timeline",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // What is meant, and the words for it behind "incident"; several words of one verb are joined with a hyphen or a space.
    private static readonly (string Means, string Words)[] _verbs =
    [
        ("start", "create, report, report incident, trigger, begin, raise, launch, declare incident, new incident, create incident, start incident"),
        ("note", "log, pin, event, record, record event, add note, add event, add entry, add timeline, add timeline event, add to timeline, add pin"),
        ("timeline", "history, events, notes"),
        ("escalate", "engage, engage oncall, alert, notify, summon, call in, invite, add responder, add responders, add people, page oncall"),
        ("ack", "acknowledge, acked, acknowledged"),
        ("status", "state, stage, milestone, phase, set status, update status"),
        ("status monitoring", "monitoring, monitor"),
        ("status mitigated", "mitigated, mitigate"),
        ("status fixed", "fixed, fix"),
        ("status identified", "identified, identify"),
        ("status investigating", "investigating, investigate, triage"),
        ("status resolved", "resolved, solved, mark resolved"),
        ("update", "status update, announce, broadcast, send update, post update, report tactical, report executive"),
        ("severity", "priority, prio, set severity, update severity, urgency"),
        ("title", "rename, name, retitle, set title, edit title"),
        ("role", "roles, assign, assign role, add role, set role"),
        ("role comms", "comms, communications, communication"),
        ("role scribe", "scribe, notetaker"),
        ("lead", "commander, ic, owner, leader, incident commander, take lead, take command, claim, handover, handoff, set lead"),
        ("set", "field, fields, edit"),
        ("set summary", "summary, description, summarize, summarise"),
        ("set impact", "impact, customer impact, add impact"),
        ("set affected", "affected"),
        ("set detection", "detection"),
        ("set root-cause", "root-cause, cause, rca"),
        ("set root-cause-summary", "root-cause-summary"),
        ("set resolution", "resolution"),
        ("set closing", "closing"),
        ("set service", "service, component"),
        ("set zone", "zone, timezone"),
        ("set started", "started, began"),
        ("set ended", "ended"),
        ("set impact-ended", "impact-ended, impact end"),
        (
            "action add",
            "task, todo, followup, action-item, task add, todo add, followup add, tasks add, add task, add todo, add followup, add action, add action item, add ticket, create task, create action"
        ),
        ("action done", "task done, tasks done, todo done, todos done, followup done, finish task, complete task"),
        ("action list", "tasks, actions, todos, followups, action-items, list tasks, list actions, list my tasks, tasks list, task list, todo list"),
        ("action improvement", "improvement, add improvement, improve"),
        ("attach", "attachment, image, picture, upload, bookmark, add attachment"),
        ("close", "end, finish, complete"),
        ("reopen", "unclose, unresolve, reactivate"),
        ("cancel", "canceled, cancelled, decline, false alarm, abort, discard, dismiss, void, mark cancelled"),
        ("duplicate", "dup, dupe, merge, duplicate of, mark duplicate, mark as duplicate, mark duplicate of"),
        ("link", "relate, related, link to, add link"),
        ("search", "find, lookup, grep"),
        ("export", "download"),
        ("list", "ls, incidents, all, list incidents"),
        ("show", "get, view, details, card, join, catchup, catch me up"),
        ("postmortem", "post mortem, pm, retro, retrospective, review, debrief, learning review"),
        ("help", "commands, usage, ?"),
        ("list mine", "mine, my incidents"),
    ];

    private static readonly FrozenDictionary<string, string> _byWords = _verbs
        .SelectMany(verb => verb.Words.Split(", ").Select(words => (Words: Bare(words), verb.Means)))
        .ToFrozenDictionary(verb => verb.Words, verb => verb.Means, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _onCall = ["oncall", "who", "whos", "schedule", "schedules", "responders"];

    /// <summary>The root that a root of another tool means; the same word where it is none.</summary>
    public static string Root(string word) => _roots.GetValueOrDefault(word, word);

    /// <summary>Whether a root's words are another command: <c>/incident who</c> is <c>/oncall</c>.</summary>
    public static bool IsOnCall(string verb) => _onCall.Contains(Bare(verb));

    /// <summary>What the words in front of a text are called here, with what stands behind them; null where they mean nothing.</summary>
    /// <param name="text">What was typed behind <c>/incident</c>.</param>
    public static string? Find(string text)
    {
        var (words, rest) = ("", text);
        string? found = null;
        for (var count = 0; count < 4 && rest.Length > 0; count++)
        {
            words += Bare(EdgeWords.First(rest));
            rest = EdgeWords.AfterFirst(rest);
            if (_byWords.TryGetValue(words, out var means)) found = $"{means} {rest}".TrimEnd();
        }

        return found;
    }

    /// <summary>What words mean that stand alone; null where they mean nothing.</summary>
    public static string? Meaning(string words) => _byWords.GetValueOrDefault(Bare(words));

    private static string Bare(string words) => WordMeaning.Bare(words).Replace("-", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd(':').ToLowerInvariant();
}
