namespace Sitrep.Incidents.Guesses;

/// <summary>
/// Guesses what an entry was from its words. A guess is shown as one and easily changed, so it is plain: the first row with
/// a phrase in the sentence wins, whole words only. What did not happen, or not yet, is no phase of an incident: a phrase
/// that its own clause denies says nothing.
/// </summary>
internal static class KindGuess
{
    /// <summary>The likeliest kind; a look at a possible cause where no phrase says otherwise.</summary>
    /// <param name="text">The entry's words.</param>
    /// <param name="isFirst">Whether it is an incident's first entry: a symptom is then what was noticed.</param>
    public static EntryKind Of(string text, bool isFirst = false)
    {
        var clauses = Clause.Of(text);
        foreach (var (kind, phrases) in KindPhrases.Rows)
        {
            foreach (var phrase in phrases)
            {
                if (clauses.Any(clause => clause.Find(phrase) is { } found && !Denial.Denies(clause, found, kind))) return kind;
            }
        }

        return isFirst && Symptom.Is(text, clauses) ? EntryKind.Detection : EntryKind.Investigation;
    }
}
