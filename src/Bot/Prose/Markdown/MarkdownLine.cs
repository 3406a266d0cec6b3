namespace Sitrep.Prose.Markdown;

/// <summary>One line of spans as Markdown.</summary>
internal static class MarkdownLine
{
    /// <summary>A paragraph's or item's text; its line breaks are kept as hard breaks, blocks of code as blocks.</summary>
    public static string Of(Line line)
    {
        if (!line.Spans.Any(span => span is TypedCode { IsBlock: true })) return Text(line.Spans);
        var parts = new List<string>();
        var words = new List<Span>();
        foreach (var span in line.Spans)
        {
            if (span is TypedCode { IsBlock: true } code)
            {
                parts.Add(Text(words));
                parts.Add(MarkdownCode.Block(code));
                words.Clear();
            }
            else words.Add(span);
        }

        return string.Join('\n', parts.Append(Text(words)).Where(part => part.Length > 0));
    }

    private static string Text(IReadOnlyList<Span> spans) => MarkdownLayout.Lay(Draft(Runs(spans)).Escaped(inHeading: false));

    /// <summary>A heading's text, on one line.</summary>
    public static string InHeading(Line line) =>
        Draft(Runs(line.Spans).Select(run => run with { Text = run.Text.ReplaceLineEndings(" ") }).ToList()).Escaped(inHeading: true).Trim();

    /// <summary>A picture, or its words where its address leads nowhere safe.</summary>
    public static string OfPicture(Picture picture)
    {
        if (!SafeUrl.IsSafe(picture.Url)) return Of(Line.Typed(PlainText.Of([picture])));
        var draft = new MarkdownDraft();
        draft.Own("![").InBrackets(picture.Alt.ReplaceLineEndings(" ")).Own("](" + MarkdownDestination.Of(picture.Url) + ")");
        return draft.Escaped(inHeading: true);
    }

    private static MarkdownDraft Draft(List<Run> runs)
    {
        var draft = new MarkdownDraft();
        for (var i = 0; i < runs.Count; i++)
        {
            var next = i + 1 < runs.Count && runs[i + 1].Text.Length > 0 ? runs[i + 1].Text[0] : '\n';
            Write(draft, runs[i], next);
        }

        return draft;
    }

    private static void Write(MarkdownDraft draft, Run run, char next)
    {
        if (run.Url is { } url)
            draft.Own("[").InBrackets(run.Text.ReplaceLineEndings(" ")).Own("](" + MarkdownDestination.Of(url) + ")");
        else if (run.Style.HasFlag(Style.Code) && run.Text.Trim().Length > 0)
            draft.Own(MarkdownCode.Of(run.Text.ReplaceLineEndings(" ")));
        else
            draft.Styled(run.Text, run.Style & ~Style.Code, next);
    }

    private static List<Run> Runs(IReadOnlyList<Span> spans)
    {
        var runs = new List<Run>();
        foreach (var run in spans.Select(ToRun).Where(run => run.Text.Length > 0))
        {
            if (runs.Count > 0 && runs[^1] is { Url: null } last && run.Url is null && last.Style == run.Style)
                runs[^1] = last with { Text = last.Text + run.Text };
            else
                runs.Add(run);
        }

        return runs;
    }

    private static Run ToRun(Span span) => span switch
    {
        Words words => new(words.Text.ReplaceLineEndings("\n"), words.Style & ~Style.Strike, null),
        TypedCode code => new(code.Content, Style.Code, null),
        Moment moment => new(moment.Text, moment.Style & ~Style.Strike, null),
        Link link when !SafeUrl.IsSafe(link.Url) => new(link.Text == link.Url ? link.Text : $"{link.Text} ({link.Url})", Style.None, null),
        Link link => new(link.Text.Length > 0 ? link.Text : link.Url, Style.None, link.Url),
        _ => new(span.PlainText.ReplaceLineEndings("\n"), Style.None, null),
    };

    private sealed record Run(string Text, Style Style, string? Url);
}
