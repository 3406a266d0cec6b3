using System.Collections.Frozen;
using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Prose;

namespace Sitrep.Commands.Vocabulary;

/// <summary>Verbs of other incident tools for what does not exist here, or could be either of two things: what there is instead.</summary>
internal static class MissingFeatures
{
    private static readonly (string Words, Line Answer, (string Label, string Command)[] Instead)[] _all =
    [
        (
            "subscribe unsubscribe sub unsub follow unfollow watch unwatch mute",
            Line.Of($"There are no subscriptions. Updates go to the announcement channel (`/incident update …`), and an incident's own channel has everything."),
            [("Open incidents", "/incident list open")]),
        (
            "statuspage status-page publish",
            Line.Of($"There is no public status page. `/incident update …` posts to the announcement channel."),
            [("Post update", "/incident update")]),
        (
            "call zoom meet meeting bridge conference huddle war-room warroom video",
            Line.Of($"I start no calls. Share the link of one with `/incident attach https://…`; `/escalate @name` pages people."),
            [("Page someone", "/escalate …")]),
        (
            "snooze pause unpause hold",
            Line.Of($"An incident cannot be paused. `/incident update … next:2h` sets a reminder for the next update, and `/incident status monitoring` says that you are watching."),
            [("Set monitoring", "/incident status monitoring")]),
        (
            "workflow workflows runbook runbooks run execute automation",
            Line.Of($"There are no workflows. Put a runbook's link into the record with `/incident attach https://…`."),
            []),
        (
            "ticket jira linear github gitlab servicenow zendesk asana",
            Line.Of($"I open no tickets elsewhere. `/incident action add TEXT owner:@name due:friday` adds a task here; `/incident attach https://…` keeps a ticket's link."),
            [("List tasks", "/incident action list")]),
        (
            "private public convert restrict unrestrict",
            Line.Of($"An incident is made private when it is declared: `/incident start What broke private`. It cannot be changed later."),
            []),
        (
            "drill test tutorial simulate simulation practice exercise",
            Line.Of($"A drill is declared like an incident, with `drill` at the end: `/incident start What broke sev3 drill`."),
            [("Declare", "/incident start")]),
        (
            "leave unassign kick",
            Line.Of($"You can leave the channel yourself. A role moves when somebody else takes it: `/incident role lead @name`."),
            []),
        (
            "delete remove destroy purge mistake",
            Line.Of($"An incident is never deleted. `/incident cancel` marks a false alarm: no postmortem, not counted. `/timeline remove 3` takes one entry out."),
            [("Cancel the incident", "/incident cancel ask-first")]),
        (
            "archive stop done complete-incident",
            Line.Of($"`/incident close` ends the incident and posts its postmortem; `/incident action done 2` marks a task done."),
            [("Close", "/incident close ask"), ("List tasks", "/incident action list")]),
        (
            "restart",
            Line.Of($"`/incident reopen` opens a closed incident again; `/timeline restarted …` records a restart."),
            [("Reopen", "/incident reopen ask-first")]),
        (
            "add",
            Line.Of($"`/timeline …` adds an entry, `/incident action add …` a task, `/escalate @name` people."),
            [("Timeline entry", "/incident note …"), ("Task", "/incident action add …"), ("Page someone", "/escalate …")]),
        (
            "settings config configure connect integrations setup",
            Line.Of($"The bot is set up where it runs: its README lists the keys, and `sitrep doctor` checks them."),
            []),
    ];

    private static readonly FrozenDictionary<string, (Line Answer, (string Label, string Command)[] Instead)> _byWord = _all
        .SelectMany(feature => feature.Words.Split(' ').Select(word => (Word: word, feature.Answer, feature.Instead)))
        .ToFrozenDictionary(feature => feature.Word, feature => (feature.Answer, feature.Instead), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a verb is one of them.</summary>
    public static bool Has(string verb) => _byWord.ContainsKey(WordMeaning.Bare(verb).TrimEnd(':'));

    /// <summary>The answer; null where the verb is none of them.</summary>
    /// <param name="verb">The word behind <c>/incident</c>, or the first word.</param>
    /// <param name="rest">What was typed behind it.</param>
    public static Decision? Of(string verb, string rest) => _byWord.TryGetValue(WordMeaning.Bare(verb).TrimEnd(':'), out var feature)
        ? Decision.Refuse(feature.Answer, rest, [
                .. feature.Instead
                    .Select(instead => new Button(instead.Label, instead.Command.Replace("…", rest, StringComparison.Ordinal).TrimEnd())),
            ])
        : null;
}
