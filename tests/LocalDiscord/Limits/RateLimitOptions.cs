namespace Sitrep.LocalDiscord.Limits;

/// <summary>How much the server lets through. Discord publishes none of the bucket sizes: these are what bots have seen.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Off: no limit and no headers, for stories in which they are not the point.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Requests a second over all routes; interaction answers are exempt.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>401, 403 and 429 answers (shared ones apart) in ten minutes before the address is banned.</summary>
    public int InvalidRequests { get; init; } = 10_000;

    /// <summary>For routes without a line in <see cref="Routes"/>.</summary>
    public Allowance Other { get; init; } = new(50, TimeSpan.FromSeconds(1));

    /// <summary>By method and route.</summary>
    public IReadOnlyDictionary<string, Allowance> Routes { get; init; } = new Dictionary<string, Allowance>(StringComparer.Ordinal)
    {
        ["POST /channels/{channel_id}/messages"] = new(5, TimeSpan.FromSeconds(5)),
        ["PATCH /channels/{channel_id}/messages/{message_id}"] = new(5, TimeSpan.FromSeconds(5)),
        ["DELETE /channels/{channel_id}/messages/{message_id}"] = new(5, TimeSpan.FromSeconds(1)),
        ["PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me"] = new(1, TimeSpan.FromMilliseconds(250)),
        ["PATCH /channels/{channel_id}"] = new(5, TimeSpan.FromSeconds(15)),
        ["POST /guilds/{guild_id}/channels"] = new(10, TimeSpan.FromSeconds(10)),
        ["POST /webhooks/{webhook_id}/{webhook_token}"] = new(5, TimeSpan.FromSeconds(2)),
        ["PUT /applications/{application_id}/guilds/{guild_id}/commands"] = new(2, TimeSpan.FromSeconds(20)),
    };
}

/// <summary>So many requests in so much time.</summary>
public sealed record Allowance(int Requests, TimeSpan Per);
