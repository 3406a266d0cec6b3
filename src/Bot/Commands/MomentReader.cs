using Sitrep.Chat;
using Sitrep.Prose;
using Sitrep.Times;
using static Sitrep.Times.When;

namespace Sitrep.Commands;

/// <summary>Reads the time in an option, and asks back where it cannot be understood.</summary>
internal static class MomentReader
{
    /// <summary>Stands for the time in a command that is offered again with a better one.</summary>
    public const string Place = "{when}";

    /// <summary>Reads an option's value; without one it is now.</summary>
    /// <param name="now">The situation, for the clock and the zone.</param>
    /// <param name="value">The option's value; null where it was not typed.</param>
    /// <param name="key">The option's key, for the answer.</param>
    /// <param name="again">The whole command with <see cref="Place"/> where the time stands; what the offered buttons type.</param>
    /// <param name="future">Whether the moment lies ahead, as for a reminder.</param>
    public static MomentRead Read(Situation now, string? value, string key, string again, bool future = false)
    {
        if (value is null) return new Read(now.Now, null, null, Approximate: false);
        return WhenReader.ReadAll(value, now.Times with { AllowsFuture = future }) switch
        {
            Understood understood => new Read(understood.At, understood.Typed, understood.Remark, understood.Approximate),
            Unclear unclear => new Asked(Ask(unclear, again)),
            _ => new Asked(Decision.Refuse(
                Line.Of($"I could not read \"{Excerpt.Of(value, 60)}\" as a time for `{key}:`. Use `14:05`, `2:05pm`, `10m ago`, `yesterday 23:50` or `2026-03-29 14:05 CET`."),
                again.Replace(Place, value, StringComparison.Ordinal))),
        };
    }

    /// <summary>The answer to a time that is not clear: the problem, and a button for each thing it could have meant.</summary>
    public static Decision Ask(Unclear unclear, string again) => Decision.Refuse(
        unclear.Problem,
        again.Replace(Place, unclear.Typed, StringComparison.Ordinal),
        [.. unclear.Offers.Select(offer => new Button(offer.Label, again.Replace(Place, offer.Typed, StringComparison.Ordinal)))]);
}

/// <summary>A moment that was read, or an answer that asks for it.</summary>
internal abstract record MomentRead;

/// <summary>Understood.</summary>
/// <param name="Moment">The moment, UTC.</param>
/// <param name="Typed">As typed; null where nothing was and it is now.</param>
/// <param name="Remark">Something to say about it; null for nothing.</param>
/// <param name="Approximate">Whether people said it was about then.</param>
internal sealed record Read(DateTimeOffset Moment, string? Typed, string? Remark, bool Approximate) : MomentRead;

/// <summary>Not understood: the answer.</summary>
internal sealed record Asked(Decision Answer) : MomentRead;
