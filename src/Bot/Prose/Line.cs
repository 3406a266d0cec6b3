using System.Runtime.CompilerServices;
using Sitrep.Incidents;

namespace Sitrep.Prose;

/// <summary>
/// A paragraph of spans. Write one as an interpolated string: <c>Line.Of($"**{id}** closed by {person}")</c>.
/// Literals are the bot's own and may hold <c>**bold**</c>, <c>_italic_</c> and <c>`code`</c>; holes are other people's
/// words and stay words, so that nothing typed can format, link or ping; what they set between backticks is code.
/// </summary>
internal sealed record Line(IReadOnlyList<Span> Spans)
{
    /// <summary>Nothing.</summary>
    public static Line Empty { get; } = new([]);

    /// <summary>The line as plain text.</summary>
    public string PlainText => string.Concat(Spans.Select(span => span.PlainText));

    /// <summary>A line from an interpolated string.</summary>
    public static Line Of(LineBuilder builder) => builder.ToLine();

    /// <summary>A line of somebody's words, untouched.</summary>
    public static Line Typed(string words) => new([.. TypedSpans.Of(words)]);

    /// <summary>Both lines as one.</summary>
    public Line Then(Line next) => new([.. Spans, .. next.Spans]);

    /// <summary>The same, struck out.</summary>
    public Line Struck() =>
        new(
            [
                .. Spans.Select(span => span switch
                {
                    Words words => words with { Style = words.Style | Style.Strike },
                    Moment moment => moment with { Style = moment.Style | Style.Strike },
                    _ => span,
                }),
            ]);

    /// <summary>Lines compare by what they hold.</summary>
    public bool Equals(Line? other) => other is not null && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => PlainText.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => PlainText;
}

/// <summary>Builds a <see cref="Line"/> from an interpolated string. See there.</summary>
[InterpolatedStringHandler]
internal sealed class LineBuilder
{
    private readonly List<Span> _spans;
    private Style _style;

    /// <summary>Called by the compiler.</summary>
    public LineBuilder(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _spans = new(formattedCount * 2 + 1);
    }

    /// <summary>The bot's own words with their markup.</summary>
    public void AppendLiteral(string value)
    {
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var (mark, length) = value[i] switch
            {
                '*' when i + 1 < value.Length && value[i + 1] == '*' => (Style.Bold, 2),
                '_' => (Style.Italic, 1),
                '`' => (Style.Code, 1),
                _ => (Style.None, 0),
            };
            // Within code, only a backtick means anything: `key_name` keeps its underscore.
            if (length == 0 || (_style.HasFlag(Style.Code) && mark != Style.Code)) continue;
            Add(value[start..i]);
            _style ^= mark;
            i += length - 1;
            start = i + 1;
        }

        Add(value[start..]);
    }

    /// <summary>Somebody's words.</summary>
    public void AppendFormatted(string? value)
    {
        if (_style.HasFlag(Style.Code)) Add(value ?? "");
        else _spans.AddRange(TypedSpans.Of(value ?? "", _style));
    }

    /// <summary>A number, an id, a duration: what it says, as words.</summary>
    public void AppendFormatted<T>(T value) where T : struct => Add(value.ToString() ?? "");

    /// <summary>A number in a given format.</summary>
    public void AppendFormatted<T>(T value, string format) where T : struct, IFormattable => Add(value.ToString(format, null));

    /// <summary>Somebody, not pinged.</summary>
    public void AppendFormatted(Person person) => _spans.Add(new Mention(person));

    /// <summary>A span of its own; a moment takes the style around it.</summary>
    public void AppendFormatted(Span span) => _spans.Add(span is Moment moment ? moment with { Style = _style } : span);

    /// <summary>Another line within this one.</summary>
    public void AppendFormatted(Line line) => _spans.AddRange(line.Spans);

    internal Line ToLine() => new(_spans);

    private void Add(string text)
    {
        if (text.Length > 0) _spans.Add(new Words(text, _style));
    }
}
