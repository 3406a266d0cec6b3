using System.Text.RegularExpressions;
using Sitrep.Chat.Events;
using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Escalations;

/// <summary>
/// Reads the names in front of a text: mentions as long as one follows the other, teams where a comma, <c>and</c> or
/// quotes join them, a moment anywhere among them. What may be a team or the text's first words is offered, not guessed.
/// </summary>
internal sealed partial class TargetReader
{
    private readonly string _text;
    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyList<string> _teams;
    private readonly List<string> _targets = [];
    private readonly bool _takesTime;
    private WrittenTime? _when;
    private string? _doubt;
    private int _at;

    private TargetReader(string text, IReadOnlyList<string> names, IReadOnlyList<string> teams, bool takesTime) =>
        (_text, _names, _teams, _takesTime) = (text, names, teams, takesTime);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, with the names in front or behind <c>to:</c>.</param>
    /// <param name="names">Names of people and groups that are known, without <c>@</c>.</param>
    /// <param name="teams">Names of teams that were called in before.</param>
    /// <param name="takesTime">Whether a moment among the names is one.</param>
    public static TargetsRead Read(string text, IReadOnlyList<string> names, IReadOnlyList<string> teams, bool takesTime)
    {
        var key = Key().Match(text);
        var before = key.Success ? text[..key.Index].Trim() : "";
        var reader = new TargetReader((key.Success ? text[(key.Index + key.Length)..] : text).Trim(), names, teams, takesTime);
        reader.Take(isKeyed: key.Success);
        var read = new TargetsRead(reader._targets, Joined(before, reader.Left()), reader._when);
        return reader._doubt is { } doubt ? read with { Doubt = doubt, Offers = [.. reader.Offers(before)] } : read;
    }

    private void Take(bool isKeyed)
    {
        TakeTime();
        if (!isKeyed && WordMeaning.Same(EdgeWords.First(_text[_at..]), "to")) Skip(2);
        if (!TakeMention() && !TakeQuoted() && !TakeTeam(first: true))
        {
            if (_text.Length > _at) _doubt = EdgeWords.First(_text[_at..]);
            return;
        }

        while (_at < _text.Length)
        {
            var back = _at;
            var joint = TakeJoint();
            if (TakeTime() || TakeMention()) continue;
            if (joint is Joint.Comma or Joint.And && TakeTeam(first: false)) continue;
            var word = EdgeWords.First(_text[_at..]);
            if (joint == Joint.Comma && word.Length > 0 && !TeamWords.IsOrdinary(word)) _doubt = word;
            if (joint == Joint.And) _at = back;
            return;
        }
    }

    private bool TakeMention()
    {
        if (_at >= _text.Length || MentionText.At(_text, _at, _names) is not { } mention) return false;
        Add("@" + mention.Name);
        _at = mention.End;
        return true;
    }

    private bool TakeQuoted()
    {
        if (_at >= _text.Length || !QuoteMarks.Is(_text[_at])) return false;
        if (_text.IndexOfAny(QuoteMarks.All, _at + 1) is not (> 0 and var close)) return false;
        foreach (var target in _text[(_at + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Add(target);
        _at = close + 1;
        return true;
    }

    private bool TakeTeam(bool first)
    {
        if (EdgeWords.First(_text[_at..]) is var article && (WordMeaning.Same(article, "the") || WordMeaning.Same(article, "our")))
        {
            var behind = _text.Length - EdgeWords.AfterFirst(_text[_at..]).Length;
            if (TeamWords.LengthAt(_text, behind, _teams, first: false) > 0) _at = behind;
        }

        if (_at >= _text.Length || TeamWords.LengthAt(_text, _at, _teams, first) is not (> 0 and var length)) return false;
        Add(_text.Substring(_at, length));
        _at += length;
        return true;
    }

    private bool TakeTime()
    {
        if (!_takesTime || _when is not null || _at >= _text.Length) return false;
        var rest = _text[_at..];
        if (_names.Any(name => MentionText.At(rest, 0, [name])?.Length == name.Length + 1)) return false;
        if (WordMeaning.Same(EdgeWords.First(rest), "at")) rest = EdgeWords.AfterFirst(rest);
        if (WrittenTime.InFrontOf(rest) is not var (time, behind)) return false;
        _when = time;
        _at = _text.Length - behind.Length;
        return true;
    }

    private Joint TakeJoint()
    {
        var joint = JointAt().Match(_text, _at);
        _at += joint.Length;
        return joint.Value.Trim() switch
        {
            "" => Joint.Blank,
            var sign when char.IsLetter(sign[^1]) && !sign.Contains(',', StringComparison.Ordinal) => Joint.And,
            _ => Joint.Comma,
        };
    }

    private void Skip(int characters)
    {
        if (_text[(_at + characters)..].TrimStart() is { Length: > 0 } rest) _at = _text.Length - rest.Length;
    }

    private void Add(string target)
    {
        if (!_targets.Contains(target, StringComparer.OrdinalIgnoreCase)) _targets.Add(target);
    }

    private string Left() => _text[_at..].TrimStart(' ', '\t', '\n', ',', ':', ';').TrimStart();

    // The clear ones alone; with the first word, and with the first two; or whoever is mentioned further behind.
    private IEnumerable<TargetsRead> Offers(string before)
    {
        var left = Left();
        var mentioned = MentionText.In(left, _names).Where(mention => !mention.IsBroadcast).Select(mention => "@" + mention.Name).ToList();
        if (_targets.Count == 0 && mentioned.Count > 0) yield return new(mentioned, Joined(before, left), _when);
        if (_targets.Count > 0) yield return new([.. _targets], Joined(before, left), _when);
        var end = 0;
        for (var words = 1; words <= 2 && end < left.Length; words++)
        {
            end = EdgeWords.EndOfWord(left, end);
            var team = left[..end].TrimEnd(',', ';', ':');
            var behind = left[end..].TrimStart();
            if (team.Length > 0 && !team.Contains('@') && !TeamWords.IsOrdinary(team))
                yield return new([.. _targets, team], Joined(before, behind), _when);
            end = left.Length - behind.Length;
        }
    }

    private static string Joined(string before, string behind) => $"{before} {behind}".Trim();

    [GeneratedRegex(@"(?<!\S)to\s?:", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    [GeneratedRegex(@"\G(?:\s*[,;/&+]\s*(?:and\b\s*)?|\s+(?:and|und|y|et)\b\s*|\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex JointAt();

    private enum Joint
    {
        Blank,
        Comma,
        And,
    }
}
