using Sitrep.Chat.Effects;
using Sitrep.Prose;

namespace Sitrep.Storage;

/// <summary>The answer to somebody whose words could not be written: plainly, with the words given back.</summary>
internal static class NotSaved
{
    /// <summary>Says that it was not saved, why, and what to do.</summary>
    /// <param name="problem">What the database said.</param>
    /// <param name="typed">What was typed or filled in, to be given back; empty for nothing.</param>
    public static Reply Answer(Exception problem, string typed)
    {
        var text = Excerpt.Of(typed.Trim(), 2_000);
        var kept = text.Length == 0 ? Line.Empty : Line.Of($" Your text: \"{text}\".");
        return new(Message.Of(Reason(problem).Then(kept)), Refused: true) { Unsaved = true };
    }

    private static Line Reason(Exception problem) =>
        problem switch
        {
            QueueFullException => Line.Of(
                $"⛔ Not saved: too many commands wait to be written. Nothing was changed. Try again in a few seconds."),
            WriteTooSlowException { Certain: true } => Line.Of(
                $"⛔ Not saved: the disk did not answer within 2.5 s. Nothing was changed. Try again."),
            WriteTooSlowException => Line.Of(
                $"⛔ Not confirmed: the disk did not answer within 2.5 s. It may still be saved; look at `/timeline` before you type it again."
            ),
            StoreException fault => Line.Of($"⛔ Not saved: {fault.What}. Nothing was changed. {fault.Fix}"),
            _ => Line.Of($"⛔ Not saved: {problem.Message} Nothing was changed. Try again."),
        };
}
