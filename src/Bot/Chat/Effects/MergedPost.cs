using System.Globalization;

namespace Sitrep.Chat.Effects;

/// <summary>
/// Lines that wait for a channel leave as one message: platforms take one message a second and channel, and a burst of
/// two hundred would be minutes late.
/// </summary>
internal static class MergedPost
{
    /// <summary>How many leave as one.</summary>
    public const int Most = 20;

    // One section of Slack's blocks, with room for its markup.
    private const int MostCharacters = 2_000;

    /// <summary>Whether others may be added to it: a plain post that nobody clicks or is paged by.</summary>
    public static bool CanLead(Effect effect) =>
        effect is PostMessage { IsPage: false, Message.Buttons.Count: 0 } post
        && (post.IsLine || post.Key is null) && Platforms.MergesPosts(effect.To.Platform);

    /// <summary>Both as one; null where they must stay two.</summary>
    /// <param name="first">The first, and its row.</param>
    /// <param name="next">What follows it in the same lane, and its row.</param>
    /// <param name="whatever">True where they went as one before, and must again.</param>
    public static PostMessage? Of((long Row, Effect Effect) first, (long Row, Effect Effect) next, bool whatever)
    {
        if (first.Effect is not PostMessage one
            || next.Effect is not PostMessage other
            || !CanLead(one)
            || !CanLead(other)
            || one.To != other.To)
            return null;
        if (!whatever && one.Message.PlainText.Length + other.Message.PlainText.Length > MostCharacters) return null;
        var lines = one.Lines.Count > 0 ? one.Lines : [Line(first.Row, one)];
        return one with { Message = Joined([one.Message, other.Message]), Lines = [.. lines, Line(next.Row, other)] };
    }

    /// <summary>An update of one line, with the lines beside it as they are.</summary>
    /// <param name="update">What the line says now.</param>
    /// <param name="lines">The message's lines, in order.</param>
    public static UpdateMessage Of(UpdateMessage update, IReadOnlyList<PostedLine> lines) => update with
    {
        Message = Joined([.. lines.Select(line => line.Key == update.Key ? update.Message : line.Message)]),
        Line = update.Message,
    };

    // What is never brought up to date has no name; beside one that is, it gets its row's.
    private static PostedLine Line(long row, PostMessage post) =>
        new(post.Key ?? string.Create(CultureInfo.InvariantCulture, $"row/{row}"), post.Message);

    private static Message Joined(IReadOnlyList<Message> messages) => new([.. messages.SelectMany(message => message.Blocks)], []);
}
