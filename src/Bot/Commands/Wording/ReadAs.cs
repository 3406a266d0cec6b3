using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>Says how another tool's word was read, so that nobody has to guess it from the result.</summary>
internal static class ReadAs
{
    /// <summary>The sentence.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="meant">What it is called here.</param>
    public static Line Said(string typed, string meant) => Line.Of($"I read \"{Excerpt.Of(typed, 60)}\" as {meant}.");
}
