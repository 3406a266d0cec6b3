using System.Globalization;
using System.Text.RegularExpressions;

namespace Sitrep.Commands.Incidents.Fields;

/// <summary>A number as people write it: <c>50,000</c>, <c>1.5 million</c>, <c>12 000</c>, <c>70 %</c>.</summary>
/// <param name="Amount">What it is.</param>
/// <param name="Other">What it could be as well: 50.000 is fifty thousand to half of the world; null where it is clear.</param>
/// <param name="IsPercent">Whether it is a share.</param>
/// <param name="IsOfPeople">Whether people, or what stands for them, are what it counts.</param>
internal sealed partial record WrittenNumber(decimal Amount, decimal? Other, bool IsPercent, bool IsOfPeople)
{
    /// <summary>Every number in a text, in order. Numbers within a name, a version or an address are none.</summary>
    public static IReadOnlyList<WrittenNumber> In(string text)
    {
        var numbers = new List<WrittenNumber>();
        var isRange = false;
        foreach (Match match in Number().Matches(text))
        {
            if (Read(match) is not { } number) continue;
            // "5,000 to 10,000 users" counts users twice.
            if (isRange && numbers.Count > 0)
                numbers[^1] = numbers[^1] with { IsOfPeople = number.IsOfPeople, IsPercent = number.IsPercent };
            numbers.Add(number);
            isRange = Range().IsMatch(text[(match.Index + match.Length)..]);
        }

        return numbers;
    }

    /// <summary>Whether a number is below zero: "-5%" is a slip; "10-20%" is a range and "web-2" a name.</summary>
    public static bool IsNegative(string text) => Minus().IsMatch(text);

    private static WrittenNumber? Read(Match match)
    {
        var digits = match.Groups["digits"].Value;
        var isPercent = match.Groups["percent"].Success;
        var scale = Scale(match.Groups["scale"].Value.ToLowerInvariant());
        var (whole, other) = Amounts(digits, isPercent || scale != 1);
        if (whole is not { } amount || amount > decimal.MaxValue / 1_000_000_000m) return null;
        return new(isPercent ? amount : amount * scale, other, isPercent, match.Groups["people"].Success);
    }

    private static (decimal? Amount, decimal? Other) Amounts(string digits, bool hasUnit)
    {
        var marks = digits.Where(c => !char.IsAsciiDigit(c)).ToList();
        var groups = digits.Split([.. marks.Distinct()]);
        var inThrees = groups[0].Length <= 3 && groups[0] != "0" && groups.Skip(1).All(group => group.Length == 3);
        if (marks.Count == 0) return (Parse(digits), null);
        if (marks.Distinct().Count() == 1)
        {
            if (marks.Count > 1) return (inThrees ? Parse(string.Concat(groups)) : null, null);
            if (marks[0] is not (',' or '.')) return (Parse(string.Concat(groups)), null);
            if (!inThrees) return (Parse($"{groups[0]}.{groups[1]}"), null);
            if (marks[0] == ',') return (Parse(string.Concat(groups)), null);
            // With a unit behind it people write the decimals of one.
            var point = Parse($"{groups[0]}.{groups[1]}");
            return hasUnit ? (point, null) : (Parse(string.Concat(groups)), point);
        }

        // 1,234.5 and 1.234,5: the last mark is the one that stands for decimals.
        return marks[^1] is ',' or '.' && marks.Count(mark => mark == marks[^1]) == 1
            && groups[1..^1].All(group => group.Length == 3)
            ? (Parse($"{string.Concat(groups[..^1])}.{groups[^1]}"), null)
            : (null, null);
    }

    private static decimal? Parse(string number) =>
        decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : null;

    private static decimal Scale(string word) => word switch
    {
        "hundred" or "hundreds" => 100m,
        "k" or "tsd" or "thousand" or "thousands" or "tausend" => 1_000m,
        "lakh" => 100_000m,
        "m" or "mn" or "mio" or "million" or "millions" or "millionen" => 1_000_000m,
        "b" or "bn" or "mrd" or "billion" or "billions" or "milliarden" => 1_000_000_000m,
        _ => 1m,
    };

    [GeneratedRegex(
        """
        (?<!\p{L}[-_.]?|\d|\d[.:]|[#/])(?<digits>\d+(?:[.,'’]\d+)+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?!\d|[.,:]\d)
        (?:\s?(?<percent>%|％|percent\b|per\ cent\b|pct\b|prozent\b)
        |(?<scale>k|m|b)(?!\p{L})
        |\s?(?<scale>hundreds?|thousands?|tsd|tausend|lakh|mn|mio|millions?|millionen|bn|mrd|billions?|milliarden)\b\.?
        |(?=\D|$))
        (?=(?<people>(?:\s+(?!\d)[^\s\d,;.]+){0,3}?\s+(?:users?|customers?|clients?|people|persons?|accounts?|tenants?|members?|visitors?|subscribers?|merchants?|players?|patients?|students?|employees?|companies|company|organi[sz]ations?|drivers?|riders?|readers?|buyers?|sellers?|nutzer(?:innen)?|benutzer|kunden|anwender|utilisateurs?|usuarios?|clientes?|utenti)\b)?)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s?(?:-|–|—|to|bis|or|until)\s?(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:^|\s)[-−](?=\d)")]
    private static partial Regex Minus();
}
