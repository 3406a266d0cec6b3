using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Api;

/// <summary>How often a method may be called. Source: <see href="https://docs.slack.dev/apis/web-api/rate-limits"/>.</summary>
public enum Tier { Tier1 = 1, Tier2 = 20, Tier3 = 50, Tier4 = 100, Posting = 1001, Special = 1002 }

/// <summary>A Web API method.</summary>
/// <param name="Name">Like <c>chat.postMessage</c>.</param>
/// <param name="Scopes">Any one of these is enough; none asks for no scope.</param>
public sealed record Method(string Name, Tier Tier, string[] Scopes, Func<ApiCall, JsonObject> Run)
{
    /// <summary>The method's arguments are read from a form or the query only; a JSON body goes unread.</summary>
    public bool IsFormOnly { get; init; }

    /// <summary>Called with the app-level token instead of the bot's.</summary>
    public bool WantsAppToken { get; init; }
}
