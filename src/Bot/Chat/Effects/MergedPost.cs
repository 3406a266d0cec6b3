namespace Sitrep.Chat.Effects;

/// <summary>
/// Notes that wait for a channel leave as one message: platforms take one message a second and channel, and a burst of
/// two hundred notes would be minutes late.
/// </summary>
internal static class MergedPost
{
    /// <summary>How many leave as one.</summary>
    public const int Most = 20;

    // One section of Slack's blocks, with room for its markup.
    private const int MostCharacters = 2_000;

    /// <summary>Whether others may be added to it: a plain post that nobody changes, clicks or is paged by.</summary>
    public static bool CanLead(Effect effect) =>
        effect is PostMessage { Key: null, IsPage: false, Message.Buttons.Count: 0 } && Platforms.MergesPosts(effect.To.Platform);

    /// <summary>Both as one; null where they must stay two.</summary>
    /// <param name="first">The first.</param>
    /// <param name="next">What follows it in the same lane.</param>
    /// <param name="whatever">True where they went as one before, and must again.</param>
    public static PostMessage? Of(Effect first, Effect next, bool whatever)
    {
        if (first is not PostMessage one || next is not PostMessage other || !CanLead(first) || !CanLead(next) || first.To != next.To)
            return null;
        if (!whatever && one.Message.PlainText.Length + other.Message.PlainText.Length > MostCharacters) return null;
        return one with { Message = new([.. one.Message.Blocks, .. other.Message.Blocks], []) };
    }
}
