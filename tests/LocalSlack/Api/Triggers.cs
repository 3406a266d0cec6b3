using System.Security.Cryptography;

namespace Sitrep.LocalSlack.Api;

/// <summary>
/// Trigger ids: proof that somebody just did something. Each opens one view, within three seconds.
/// Source: <see href="https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses"/>.
/// </summary>
public sealed class Triggers(TimeProvider clock)
{
    private static readonly TimeSpan _life = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, (string User, DateTimeOffset At, bool IsUsed)> _issued = new(StringComparer.Ordinal);

    /// <summary>A fresh trigger for what a person did.</summary>
    public string Issue(string user)
    {
        var id =
            $"{RandomNumberGenerator.GetInt32(int.MaxValue)}.{RandomNumberGenerator.GetInt32(int.MaxValue)}.{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        _issued[id] = (user, clock.GetUtcNow(), false);
        return id;
    }

    /// <summary>The person whose doing it was; the trigger is spent.</summary>
    public string Exchange(string? id)
    {
        if (id is null || !_issued.TryGetValue(id, out var trigger)) throw new SlackRefusalException("invalid_trigger_id");
        if (trigger.IsUsed) throw new SlackRefusalException("exchanged_trigger_id");
        if (clock.GetUtcNow() - trigger.At > _life) throw new SlackRefusalException("expired_trigger_id");
        _issued[id] = trigger with { IsUsed = true };
        return trigger.User;
    }
}
