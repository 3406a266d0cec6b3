namespace Sitrep.Prose;

/// <summary>
/// How much room prose takes where a platform counts the message as it is sent: with its marks, escapes and the JSON
/// around them. It is an upper bound, so that what is cut by it fits.
/// </summary>
internal static class EncodedLength
{
    private const int AroundMark = 8;
    private const int AroundMoment = 50;

    // What must not be read as marks is sent as an object for each span.
    private const int AroundObject = 90;

    /// <summary>The room that a line takes, in characters.</summary>
    public static int Of(Line line) => line.Spans.Sum(Of) + (MarkupLike.In(line) ? line.Spans.Count * AroundObject : 0);

    private static int Of(Span span) => span switch
    {
        // The instant for the reader's own clock, its words in case that cannot be shown, and the words again.
        Moment moment => AroundMoment + (2 * Of(moment.Text)),
        Link link => AroundMark + Of(link.Url) + Of(link.Text),
        _ => AroundMark + Of(span.PlainText),
    };

    private static int Of(string text)
    {
        var room = 0;
        foreach (var c in text)
            room += c switch
            {
                _ when char.IsSurrogate(c) || c < ' ' => 6,
                '&' or '<' or '>' => 5,
                '"' or '\\' => 2,
                _ => 1,
            };
        return room;
    }
}
