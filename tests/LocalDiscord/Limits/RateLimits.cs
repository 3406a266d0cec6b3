using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalDiscord.Rest;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Limits;

/// <summary>
/// Buckets by route and major parameter, the global limit, and the ban for too many invalid requests. Source: Discord's
/// topics/rate-limits.
/// </summary>
internal sealed class RateLimits(World world)
{
    private static readonly Allowance _rename = new(2, TimeSpan.FromMinutes(10));
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _invalid = new();
    private readonly Bucket _global = new(new(world.Options.RateLimits.GlobalPerSecond, TimeSpan.FromSeconds(1)));
    private DateTimeOffset _bannedUntil = DateTimeOffset.MinValue;

    /// <summary>Answers of the last ten minutes that count against the address.</summary>
    public int InvalidRequests
    {
        get
        {
            while (_invalid.TryPeek(out var oldest) && oldest <= world.Now.AddMinutes(-10)) _invalid.Dequeue();
            return _invalid.Count;
        }
    }

    /// <summary>What stands before the API: a ban, and clients that do not say who they are. Neither answers JSON.</summary>
    public RestAnswer? Edge(HttpContext http)
    {
        if (world.Now < _bannedUntil)
        {
            http.Response.Headers.RetryAfter = Seconds(_bannedUntil - world.Now);
            return new(
                429,
                "<html><title>Access denied | discord.com used Cloudflare to restrict access</title><body>error code: 1015</body></html>");
        }

        return http.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)
            ? null
            : new(403, "error code: 1010");
    }

    /// <summary>Takes a request's place in its bucket and writes the headers; the refusal where there is none left.</summary>
    public RestAnswer? Spend(HttpResponse response, Route route, IReadOnlyDictionary<string, string> values, JsonNode? body)
    {
        if (!world.Options.RateLimits.IsOn) return null;
        // Interaction endpoints carry their own token and are not bound to the bot's global limit.
        if (route.NeedsBot && !_global.Spend(world.Now)) return Refuse(response, _global.ResetsAt - world.Now, "global");
        var name = Hash(route.Name);
        var bucket = Bucket(
            name + Major(values),
            world.Options.RateLimits.Routes.GetValueOrDefault(route.Name) ?? world.Options.RateLimits.Other);
        var passes = bucket.Spend(world.Now);
        var headers = response.Headers;
        headers["X-RateLimit-Limit"] = bucket.Limit.ToString();
        headers["X-RateLimit-Remaining"] = bucket.Remaining.ToString();
        headers["X-RateLimit-Reset"] = (bucket.ResetsAt.ToUnixTimeMilliseconds() / 1000.0).ToString("F3");
        headers["X-RateLimit-Reset-After"] = (bucket.ResetsAt - world.Now).TotalSeconds.ToString("F3");
        headers["X-RateLimit-Bucket"] = name;
        if (!passes) return Refuse(response, bucket.ResetsAt - world.Now, "user");
        // Nobody documents it and every bot meets it: a channel is renamed twice in ten minutes, not more.
        if (route.Name != "PATCH /channels/{channel_id}" || !(body.Has("name") || body.Has("topic"))) return null;
        var renames = Bucket("rename" + Major(values), _rename);
        return renames.Spend(world.Now) ? null : Refuse(response, renames.ResetsAt - world.Now, "shared");
    }

    /// <summary>The 429 with its headers.</summary>
    /// <param name="scope"><c>user</c>, <c>global</c> or <c>shared</c>.</param>
    public RestAnswer Refuse(HttpResponse response, TimeSpan wait, string scope)
    {
        response.Headers.RetryAfter = Seconds(wait);
        response.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global") response.Headers["X-RateLimit-Global"] = "true";
        Count(429, isShared: scope == "shared");
        return new(429, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = Math.Round(wait.TotalSeconds, 3),
            ["global"] = scope == "global",
            ["code"] = 0,
        });
    }

    /// <summary>Counts a 401, 403 or 429 against the address.</summary>
    public void Count(int status, bool isShared = false)
    {
        if (status is not (401 or 403 or 429) || isShared) return;
        _invalid.Enqueue(world.Now);
        if (InvalidRequests >= world.Options.RateLimits.InvalidRequests) _bannedUntil = world.Now.AddHours(1);
    }

    private Bucket Bucket(string key, Allowance allowance)
    {
        if (!_buckets.TryGetValue(key, out var bucket)) _buckets[key] = bucket = new(allowance);
        return bucket;
    }

    private static string Major(IReadOnlyDictionary<string, string> values) =>
        string.Join(
            ':',
            new[] { "channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token" }.Select(name =>
                values.GetValueOrDefault(name, "")));

    private static string Hash(string route) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)))[..32];

    // Whole seconds in the header, rounded up; the exact time stands in the body.
    private static string Seconds(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
