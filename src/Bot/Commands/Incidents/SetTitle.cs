using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident title</c>: a better title, recorded. The channel keeps its name.</summary>
internal sealed class SetTitle : Command
{
    public override string Name => "incident title";

    public override string Summary => "change the title";

    public override string Example => "/incident title Payments return 500s";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart()];

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var title = typed.Text.ReplaceLineEndings(" ");
        if (title.Length is 0 or > StartIncident.LongestTitle)
            return Decision.Refuse(Line.Of($"A title has 1 to {StartIncident.LongestTitle} characters. Type `{Example}`."), title);
        var after = incident with { Title = title };
        return Decision.Change(
                after,
                Line.Of($"{incident.Id} is now \"{title}\"; it was \"{incident.Title}\"."),
                new Amended(after),
                new Noted(incident.Id, new(NoteKind.Title, situation.Now, situation.Now, situation.User, title, null)))
            .Posting(after, Line.Of($"{situation.Show(situation.Now)} · Title is **{title}**, set by {situation.User}"));
    }
}
