namespace Sitrep.Chaos;

/// <summary>A chat platform of this machine, with people who type.</summary>
internal interface ILocalChat : IAsyncDisposable
{
    /// <summary>What the bot needs in its environment to find it.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Whether the bot is connected and its commands can be typed.</summary>
    bool IsReady { get; }

    /// <summary>The calls that are held up in the middle, one at a time.</summary>
    IReadOnlyList<string> Calls { get; }

    /// <summary>Faults that calls met.</summary>
    int Faults { get; }

    /// <summary>Calls before the time that Retry-After had named.</summary>
    int Violations { get; }

    /// <summary>Declares the incident, from anywhere.</summary>
    /// <returns>What the person was answered; null when nothing came.</returns>
    Task<string?> DeclareAsync();

    /// <summary>Records an entry.</summary>
    Task<string?> NoteAsync(string text);

    /// <summary>Closes the incident, in its channel.</summary>
    Task<string?> CloseAsync();

    /// <summary>Accepts the next such call and withholds its answer.</summary>
    void Withhold(string call);

    /// <summary>Whether such a call was accepted.</summary>
    bool IsWithheld { get; }

    /// <summary>A share of all calls goes wrong from now on.</summary>
    void Misbehave();

    /// <summary>All is well again.</summary>
    void Behave();

    /// <summary>A process was killed: it cannot know how long it was asked to wait.</summary>
    void ForgetWaits();

    /// <summary>What there is to see.</summary>
    Held Look();
}

/// <summary>What a platform holds of one incident.</summary>
/// <param name="Channels">Channels of its name.</param>
/// <param name="Pinned">Pinned messages there.</param>
/// <param name="Announcements">Messages in the announcement channel.</param>
/// <param name="Files">Files there.</param>
/// <param name="Words">What the bot posted there, but for what is pinned.</param>
internal sealed record Held(int Channels, int Pinned, int Announcements, int Files, IReadOnlyList<string> Words);
