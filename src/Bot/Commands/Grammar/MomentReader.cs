using Sitrep.Chat.Effects;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Grammar;

/// <summary>Reads the moment that a command is about, and asks back where it cannot be understood.</summary>
internal static class MomentReader
{
    /// <summary>Stands for the time in a command that is offered again with a better one.</summary>
    public const string Place = "{when}";

    /// <summary>Reads an option's value; without one it is now. A span is asked back: its command is about one moment.</summary>
    /// <param name="situation">The situation, for the clock and the zone.</param>
    /// <param name="value">The option's value; null where it was not typed.</param>
    /// <param name="key">The option's key, for the answer.</param>
    /// <param name="again">The whole command with <see cref="Place"/> where the time stands; what the offered buttons type.</param>
    /// <param name="future">Whether the moment lies ahead, as for a reminder.</param>
    public static MomentRead Read(Situation situation, string? value, string key, string again, bool future = false) =>
        value is null
            ? new MomentRead.Understood(situation.Now, null, null, Approximate: false)
            : One(WhenReader.ReadAll(value, situation.Times with { AllowsFuture = future }), value, key, again);

    /// <summary>Reads the moment behind its key, or the one in front of the text; without either it is now.</summary>
    /// <param name="situation">The situation, for the clock and the zone.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="key">The option's key.</param>
    /// <param name="again">The whole command with <see cref="Spot"/> where the time stands.</param>
    public static MomentRead Read(Situation situation, Arguments typed, string key, string again) =>
        IsInFront(typed, key)
            ? Read(situation, typed.When!, again)
            : Read(situation, typed.Option(key), key, again);

    /// <summary>Where the moment stands in the command that is offered again: behind its key, or in front of the text.</summary>
    public static string Spot(Arguments typed, string key) => IsInFront(typed, key) ? Place : $"{key}:\"{Place}\"";

    /// <summary>Reads a moment or a span that must be all there is.</summary>
    public static MomentRead ReadSpan(Situation situation, string value, string key, string again) =>
        Any(WhenReader.ReadAll(value, situation.Times), value, key, again);

    /// <summary>Reads a time that stood in the text.</summary>
    public static MomentRead Read(Situation situation, WrittenTime when, string again) =>
        One(when.Read(situation.Times), when.Typed, "at", again);

    /// <summary>The answer to a time that is not clear: the problem, and a button for each thing it could have meant.</summary>
    public static Decision Ask(When.Unclear unclear, string again) => Decision.Refuse(
        unclear.Problem,
        unclear.Typed,
        [.. unclear.Offers.Select(offer => new Button(offer.Label, again.Replace(Place, offer.Typed, StringComparison.Ordinal)))]);

    private static bool IsInFront(Arguments typed, string key) => typed.Option(key) is null && typed.When is not null;

    private static MomentRead One(When read, string value, string key, string again) => read is When.Understood { Until: not null } span
        ? new MomentRead.Unclear(Ask(TwoTimes.Of(span), again).At(key))
        : Any(read, value, key, again);

    private static MomentRead Any(When read, string value, string key, string again) => read switch
    {
        When.Understood understood => new MomentRead.Understood(
            understood.At,
            understood.Typed,
            understood.Remark,
            understood.Approximate)
        { Until = understood.Until },
        When.Unclear unclear => new MomentRead.Unclear(Ask(unclear, again).At(key)),
        _ => new MomentRead.Unclear(
            Decision.Refuse(
                Line.Of(
                    $"I could not read \"{Excerpt.Of(value, 60)}\" as a time for `{key}:`. Use `14:05`, `2:05pm`, `10m ago`, `yesterday 23:50` or `2026-03-29 14:05 CET`."
                ),
                value).At(key)),
    };
}
