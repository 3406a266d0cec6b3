using Sitrep.Chat.Effects;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Grammar;

/// <summary>Reads the time in an option, and asks back where it cannot be understood.</summary>
internal static class MomentReader
{
    /// <summary>Stands for the time in a command that is offered again with a better one.</summary>
    public const string Place = "{when}";

    /// <summary>Reads an option's value; without one it is now.</summary>
    /// <param name="situation">The situation, for the clock and the zone.</param>
    /// <param name="value">The option's value; null where it was not typed.</param>
    /// <param name="key">The option's key, for the answer.</param>
    /// <param name="again">The whole command with <see cref="Place"/> where the time stands; what the offered buttons type.</param>
    /// <param name="future">Whether the moment lies ahead, as for a reminder.</param>
    public static MomentRead Read(Situation situation, string? value, string key, string again, bool future = false)
    {
        if (value is null) return new MomentRead.Understood(situation.Now, null, null, Approximate: false);
        return WhenReader.ReadAll(value, situation.Times with { AllowsFuture = future }) switch
        {
            When.Understood understood => new MomentRead.Understood(
                understood.At,
                understood.Typed,
                understood.Remark,
                understood.Approximate),
            When.Unclear unclear => new MomentRead.Unclear(Ask(unclear, again).At(key)),
            _ => new MomentRead.Unclear(
                Decision.Refuse(
                    Line.Of(
                        $"I could not read \"{Excerpt.Of(value, 60)}\" as a time for `{key}:`. Use `14:05`, `2:05pm`, `10m ago`, `yesterday 23:50` or `2026-03-29 14:05 CET`."
                    ),
                    value).At(key)),
        };
    }

    /// <summary>Reads a time that stood in the text.</summary>
    public static MomentRead Read(Situation situation, WrittenTime when, string again) => when.Read(situation.Times) switch
    {
        When.Understood understood => new MomentRead.Understood(
            understood.At,
            understood.Typed,
            understood.Remark,
            understood.Approximate),
        When.Unclear unclear => new MomentRead.Unclear(Ask(unclear, again)),
        _ => throw new InvalidOperationException("A written time is read, or unclear"),
    };

    /// <summary>The answer to a time that is not clear: the problem, and a button for each thing it could have meant.</summary>
    public static Decision Ask(When.Unclear unclear, string again) => Decision.Refuse(
        unclear.Problem,
        unclear.Typed,
        [.. unclear.Offers.Select(offer => new Button(offer.Label, again.Replace(Place, offer.Typed, StringComparison.Ordinal)))]);
}
