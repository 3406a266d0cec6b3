namespace Sitrep.Chat.Slack.Api;

/// <summary>How the bot stands with Slack: what health checks and <c>doctor</c> show, with the remedy.</summary>
internal sealed class SlackStatus(TimeProvider clock)
{
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private string? _refusal;
    private DateTimeOffset _refusedSince;
    private DateTimeOffset _nextTry;
    private string? _away;
    private DateTimeOffset _awaySince;

    /// <summary>The problem and its remedy; null for none.</summary>
    public string? Problem
    {
        get
        {
            lock (_gate)
            {
                if (_refusal is not null)
                    return $"Slack refuses the token ({_refusal}) since {_refusedSince:HH:mm} UTC. Fix: reinstall the app (OAuth & Permissions > Reinstall) and set Slack:BotToken. Trying once a minute; nothing that waits is lost.";
                if (_away is not null)
                    return $"Slack does not answer since {_awaySince:HH:mm} UTC ({_away}). What waits is sent once it does.";
                return _missing.Count > 0
                    ? $"missing_scope: {string.Join(", ", _missing.Select(Manifest.Line))}. Fix: add to the app's manifest, then reinstall."
                    : null;
            }
        }
    }

    /// <summary>Stands in the way while the token is refused: one call a minute finds out whether it is mended.</summary>
    /// <exception cref="PlatformRefusalException">Not now; nothing was sent.</exception>
    public void Pass(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_refusal is null) return;
            if (_nextTry > now) throw new PlatformRefusalException(_refusal, permanent: false, _nextTry - now);
            _nextTry = now + _betweenTries;
        }
    }

    /// <summary>A call was answered as it should be.</summary>
    /// <param name="scopes">
    /// What the bot's token may do, as Slack says with each answer; null for the app's own token, which says nothing of
    /// the bot's.
    /// </param>
    public void Answered(IEnumerable<string>? scopes)
    {
        lock (_gate)
        {
            _away = null;
            if (scopes is null) return;
            _refusal = null;
            // An app that was installed again keeps its token and has the scope.
            if (_missing.Count > 0) _missing.ExceptWith(scopes);
        }
    }

    /// <summary>A call was not answered.</summary>
    public void Away(string problem)
    {
        lock (_gate)
        {
            if (_away is null) _awaySince = clock.GetUtcNow();
            _away = problem;
        }
    }

    /// <summary>The token was refused. What waits goes on waiting: tokens are mended by people.</summary>
    public PlatformRefusalException Refused(string error)
    {
        lock (_gate)
        {
            if (_refusal is null) _refusedSince = clock.GetUtcNow();
            _refusal = error;
            _nextTry = clock.GetUtcNow() + _betweenTries;
        }

        return new(error, permanent: false, _betweenTries);
    }

    /// <summary>The token lacks a scope.</summary>
    public PlatformRefusalException Lacks(string scope)
    {
        lock (_gate) _missing.Add(scope);
        return new($"missing_scope: {Manifest.Line(scope)}", permanent: true, lacks: scope);
    }
}
