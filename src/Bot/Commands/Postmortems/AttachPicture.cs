using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Postmortems;

/// <summary><c>/incident attach</c>: a picture or link for the postmortem. The server never fetches it.</summary>
internal sealed class AttachPicture : Command
{
    public override string Name => "incident attach";

    public override string Summary => "put a picture or link into the postmortem";

    public override string Example => "/incident attach https://graphs.example/cpu.png alt:\"CPU at 100 %\" place:top";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new TextPart("url"),
        OptionPart.Text("alt", "\"…\"", "what it shows"),
        OptionPart.Choice("place", "top, bottom or measures", "top", "bottom", "measures"),
    ];

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var url = typed.Text;
        if (!IsAddress(url))
            return Decision.Refuse(Line.Of($"I need one http(s) address or file name, without spaces. Type `{Example}`."), typed.Text);
        var place = AttachmentPlace.Bottom;
        if (typed.Option("place") is { } word && (!Enum.TryParse(word, ignoreCase: true, out place) || int.TryParse(word, out _)))
            return Decision.Refuse(Line.Of($"A place is `top`, `bottom` or `measures`, not \"{word}\"."), typed.Text);
        if (incident.Attachments.Any(old => old.Url == url && old.Place == place))
            return Decision.Refuse(Line.Of($"That is attached to {incident.Id} already."), url);
        var after = incident with { Attachments = [.. incident.Attachments, new(url, typed.Option("alt") ?? "", place)] };
        return Decision
            .Change(
                after,
                Line.Of($"Attached to {incident.Id} ({place.ToString().ToLowerInvariant()}): {Excerpt.Of(url, 300)}"),
                new Amended(after))
            .Posting(after, Line.Of($"📎 {typed.Option("alt") ?? "Attached"}: {Excerpt.Of(url, 1_000)} — {situation.User}"));
    }

    // A file name stands beside the document; anything with another scheme than http could run something.
    private static bool IsAddress(string url)
    {
        if (url.Length is 0 or > 4_000 || url.Any(char.IsWhiteSpace) || url.Any(char.IsControl)) return false;
        if (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return Uri.TryCreate(url, UriKind.Absolute, out _);
        return !url.Contains(':', StringComparison.Ordinal)
            && !url.StartsWith('/')
            && !url.Contains("..", StringComparison.Ordinal)
            && url.Contains('.', StringComparison.Ordinal);
    }
}
