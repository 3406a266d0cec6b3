using System.Text.RegularExpressions;

namespace Sitrep.Incidents.Guesses;

/// <summary>Words by which a clause says that something did not happen, or has yet to.</summary>
internal static partial class Denial
{
    /// <summary>Whether a phrase's own clause denies it.</summary>
    public static bool Denies(Clause clause, Phrase phrase, EntryKind kind)
    {
        // "Did not help" denies by itself; "cannot be ruled out" denies that.
        if (kind == EntryKind.DeadEnd) return clause.IsQuestion || (!Negative().IsMatch(phrase.Text) && Not().IsMatch(phrase.Before));
        if (clause.IsQuestion || IsStillOpen().IsMatch(phrase.Behind)) return true;
        if (Not().IsMatch(phrase.Before) || Yet().IsMatch(phrase.Before) || Failed().IsMatch(phrase.Before)) return true;
        return kind switch
        {
            EntryKind.Mitigation => IsDeed(phrase.Text) && DidNotWork().IsMatch(phrase.Behind),
            EntryKind.Finding => Sought().IsMatch(phrase.Before),
            EntryKind.Resolution => Partly().IsMatch(phrase.Before),
            EntryKind.Detection => Silenced().IsMatch(phrase.Before),
            _ => false,
        };
    }

    // "Rollback failed" failed, "restarted failed pods" did not.
    private static bool IsDeed(string phrase) =>
        phrase is "rollback" or "roll back" or "revert" or "hotfix" or "failover" or "workaround" or "recover" or "fix deployed";

    [GeneratedRegex(@"^(?:no|nothing|not|did|didn)\b|\b(?:no|not|without)\b")]
    private static partial Regex Negative();

    [GeneratedRegex(
        @" (?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|unable|refuse[ds]?|hardly|(?:can|couldn|didn|don|doesn|hasn|haven|hadn|isn|wasn|aren|weren|won|wouldn|shouldn|ain) t|dont|didnt|cant|isnt|wasnt|hasnt|havent) (?:\S+ ){0,5}$")]
    private static partial Regex Not();

    [GeneratedRegex(
        @" (?:will|going to|gonna|about to|plan(?:s|ned|ning)? to|want(?:s|ed)? to|need(?:s|ed)? to|should|shall|could|may|might|must|let s|try|try(?:ing)? to|tr(?:ies|ied) to|attempt(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|consider(?:s|ed|ing)?|wait(?:s|ed|ing)?|awaiting|if|unless|until|before|once|ready to|yet to|to be|ask(?:s|ed|ing) (?:\S+ )?(?:to|for)|propos(?:e|es|ed|ing)|in case|hop(?:e|es|ing)|expect(?:s|ed|ing)?) (?:\S+ ){0,6}$")]
    private static partial Regex Yet();

    [GeneratedRegex(@" (?:fail(?:ed|s|ing)? (?:to|at) (?:\S+ ){0,4}|failed (?:to )?|false |attempted )$")]
    private static partial Regex Failed();

    [GeneratedRegex(
        @"^(?: \S+){0,3}? (?:not|isn t|wasn t|hasn t|unknown|unclear|unconfirmed|pending|planned|scheduled|tbd|impossible|missing|on hold|still open|under investigation|being investigated|to be)(?: |$)")]
    private static partial Regex IsStillOpen();

    [GeneratedRegex(
        @"^(?: \S+){0,4}? (?:failed|fails|failing|unsuccessful|aborted|cancelled|canceled|blocked|stuck|hangs|hung|timed out|didn t|did not|doesn t|refused)(?: |$)")]
    private static partial Regex DidNotWork();

    [GeneratedRegex(
        @" (?:look(?:s|ed|ing)? (?:for|into)|search(?:es|ed|ing)?|investigat(?:e|es|ed|ing)|determin(?:e|ing)|find(?:ing)?|hunt(?:ing)?|narrow(?:s|ed|ing)?|discuss(?:ed|ing)?|suspect(?:s|ed|ing)?|possible|potential|probable|hypothesis|theory|guess|still|analy[sz]ing) (?:\S+ ){0,5}$")]
    private static partial Regex Sought();

    [GeneratedRegex(@" (?:partially|partly|mostly|almost|nearly|half|some|briefly|temporarily) (?:\S+ ){0,1}$")]
    private static partial Regex Partly();

    [GeneratedRegex(@" (?:silenced?|muted?|acknowledged?|acked|snoozed?|disabled?|ignored?|false) (?:\S+ ){0,2}$")]
    private static partial Regex Silenced();
}
