using Sitrep.Incidents;

namespace Sitrep.Prose;

/// <summary>A run of text within a <see cref="Line"/>. The set is closed: every renderer handles each.</summary>
internal abstract record Span
{
    private protected Span() { }

    /// <summary>The span as plain text.</summary>
    public abstract string PlainText { get; }
}

/// <summary>Words. Whatever a person typed is only ever this: no renderer finds markup, mentions or links in it.</summary>
/// <param name="Text">The words; line breaks are kept.</param>
/// <param name="Style">How they look.</param>
internal sealed record Words(string Text, Style Style = Style.None) : Span
{
    public override string PlainText => Text;
}

/// <summary>Somebody, by name. <paramref name="Ping"/> is set by the bot alone, never by what people typed.</summary>
/// <param name="Person">Who.</param>
/// <param name="Ping">Whether the platform may notify them.</param>
internal sealed record Mention(Person Person, bool Ping = false) : Span
{
    public override string PlainText => Person.ToString();
}

/// <summary>A group of people, by name. <paramref name="Ping"/> is set by the bot alone, never by what people typed.</summary>
/// <param name="Group">Which.</param>
/// <param name="Ping">Whether the platform may notify its members.</param>
internal sealed record GroupMention(Group Group, bool Ping = false) : Span
{
    public override string PlainText => Group.ToString();
}

/// <summary>A channel, by the incident that lives in it or, where there is none, by its name.</summary>
/// <param name="Name">Its name, without <c>#</c>.</param>
/// <param name="Id">The platform's id; null where it is not known yet or is the name.</param>
internal sealed record ChannelName(string Name, string? Id = null) : Span
{
    public override string PlainText => "#" + Name;
}

/// <summary>An instant as the bot shows it, with its zone: <c>14:05 UTC</c>.</summary>
/// <param name="At">The instant, for platforms that show a reader their own time beside it.</param>
/// <param name="Text">What is printed.</param>
/// <param name="Style">How it looks.</param>
internal sealed record Moment(DateTimeOffset At, string Text, Style Style = Style.None) : Span
{
    public override string PlainText => Text;
}

/// <summary>A link to an http(s) address or a file name.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Text">What is shown.</param>
internal sealed record Link(string Url, string Text) : Span
{
    public override string PlainText => Text;
}

/// <summary>How words look.</summary>
[Flags]
internal enum Style
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Italic.</summary>
    Italic = 2,

    /// <summary>Fixed width.</summary>
    Code = 4,

    /// <summary>Struck out.</summary>
    Strike = 8,
}
