using System.Text.RegularExpressions;

namespace Sitrep.Chaos;

/// <summary>A chat platform of this machine, with people who type.</summary>
internal interface ILocalChat : IAsyncDisposable
{
    /// <summary>What the bot needs in its environment to find it.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Whether the bot is connected and its commands can be typed.</summary>
    bool IsReady { get; }

    /// <summary>The calls whose answers are withheld, one at a time.</summary>
    IReadOnlyList<string> Calls { get; }

    /// <summary>The call that creates a channel.</summary>
    string Creation { get; }

    /// <summary>Faults that calls really met: the kind, by its name, and the call.</summary>
    IReadOnlyList<(string Kind, string Call)> Faults { get; }

    /// <summary>Calls before the time that Retry-After had named.</summary>
    int Violations { get; }

    /// <summary>Declares an incident, from anywhere.</summary>
    /// <returns>What the person was answered; null when nothing came.</returns>
    Task<string?> DeclareAsync(string title = "Checkout down");

    /// <summary>Records an entry in the incident of that number.</summary>
    Task<string?> NoteAsync(string text, int incident = 1);

    /// <summary>Closes the first incident.</summary>
    Task<string?> CloseAsync();

    /// <summary>Accepts the so many-th such call from now on, and withholds its answer.</summary>
    void Withhold(string call, int time);

    /// <summary>Whether such a call was accepted.</summary>
    bool IsWithheld { get; }

    /// <summary>A share of the calls that create channels, post and update goes wrong from now on.</summary>
    void Misbehave();

    /// <summary>All is well again.</summary>
    void Behave();

    /// <summary>A process was killed: it cannot know how long it was asked to wait.</summary>
    void ForgetWaits();

    /// <summary>What there is to see.</summary>
    Held Look();
}

/// <summary>What a platform holds of the incidents.</summary>
/// <param name="Channels">Channels named after incidents.</param>
/// <param name="Numbers">Incidents that those are named after.</param>
/// <param name="Pinned">Channels with exactly one pinned message.</param>
/// <param name="Announcements">Incidents with exactly one message in the announcement channel.</param>
/// <param name="Files">Files there.</param>
/// <param name="Words">What the bot posted there, but for what is pinned.</param>
internal sealed partial record Held(int Channels, int Numbers, int Pinned, int Announcements, int Files, IReadOnlyList<string> Words)
{
    /// <summary>What a channel's name begins with.</summary>
    public const string Prefix = "inc-";

    /// <summary>Whether each of so many incidents has one channel, one pinned card and one announcement.</summary>
    public bool HasEach(int incidents) =>
        Channels == incidents && Numbers == incidents && Pinned == incidents && Announcements == incidents;

    /// <summary>How many incidents these names or messages speak of.</summary>
    public static int Distinct(IEnumerable<string> words) =>
        words.Select(text => Number().Match(text).Value).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>How many incidents one of these messages speaks of, and no second.</summary>
    public static int Once(IEnumerable<string> words) =>
        words.GroupBy(text => Number().Match(text).Value, StringComparer.OrdinalIgnoreCase).Count(group => group.Count() == 1);

    [GeneratedRegex(@"inc-\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
