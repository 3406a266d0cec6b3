using Sitrep.Incidents.Zones;
using Sitrep.Times;

namespace Sitrep.Commands.Grammar;

/// <summary>A time as a person gave it. Which moment it is depends on the clock and the incident, and is read when it is decided.</summary>
/// <param name="Typed">The time without what surrounds it.</param>
/// <param name="Within">The text that it stands in front of, and itself; what follows may say how to read it.</param>
/// <param name="IsAlone">Whether it was given by itself, so that all of it must be a time.</param>
internal sealed record WrittenTime(string Typed, string Within, bool IsAlone)
{
    // The end of a time does not depend on the clock: any will do.
    private static readonly WhenContext _anyClock = new(DateTimeOffset.UnixEpoch.AddYears(50), Zone.Utc);

    /// <summary>A time given by itself.</summary>
    public static WrittenTime Of(string value) => new(value, value, IsAlone: true);

    /// <summary>The time in front of a text, and the text behind it; null where the text begins with none.</summary>
    public static (WrittenTime Time, string Behind)? InFrontOf(string text) => WhenReader.ReadPrefix(text, _anyClock) switch
    {
        When.Understood at => (new(at.Typed, text, IsAlone: false), text[at.Length..].Trim()),
        When.Unclear unclear => (new(unclear.Typed, text, IsAlone: false), text[unclear.Length..].Trim()),
        _ => null,
    };

    /// <summary>How many characters a time in front of a text takes, even one that lies ahead; 0 where there is none.</summary>
    public static int LengthIn(string text) => LengthOf(WhenReader.ReadPrefix(text, _anyClock with { AllowsFuture = true }));

    /// <summary>The moment, or what is unclear about it.</summary>
    public When Read(WhenContext context)
    {
        var read = WhenReader.ReadPrefix(Within, context);
        return IsAlone && LengthOf(read) < Within.Length ? WhenReader.ReadAll(Within, context) : read;
    }

    private static int LengthOf(When read) => read switch
    {
        When.Understood understood => understood.Length,
        When.Unclear unclear => unclear.Length,
        _ => 0,
    };
}
