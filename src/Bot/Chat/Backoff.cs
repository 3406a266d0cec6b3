namespace Sitrep.Chat;

/// <summary>How long to wait before the next try: longer with each, and never the same for everybody.</summary>
internal static class Backoff
{
    private const int MostDoublings = 10;

    /// <summary>Doubles from one second; up to half of it is chance, so that not everything returns at once.</summary>
    /// <param name="tries">How many there were, from 1.</param>
    /// <param name="longest">What it never exceeds.</param>
    public static TimeSpan After(int tries, TimeSpan longest) => After(tries, longest, Random.Shared.NextDouble());

    /// <summary>The same, by a given chance from 0 to below 1.</summary>
    public static TimeSpan After(int tries, TimeSpan longest, double chance)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Clamp(tries - 1, 0, MostDoublings)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 - (chance / 2)));
    }
}
