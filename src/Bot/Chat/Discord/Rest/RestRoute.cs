namespace Sitrep.Chat.Discord.Rest;

/// <summary>An operation of the HTTP API, and what its rate limit is counted by (docs: topics, "Rate Limits").</summary>
/// <param name="Method">The method.</param>
/// <param name="Template">The path with its ids left out: operations with one template share a limit.</param>
/// <param name="Path">The path, relative to the API's address.</param>
/// <param name="Major">The channel, guild or webhook, each of which has a limit of its own.</param>
internal sealed record RestRoute(HttpMethod Method, string Template, string Path, string Major)
{
    /// <summary>Answers to interactions carry a token of their own and are bound neither to the bot's nor to its global limit.</summary>
    public bool IsInteraction =>
        Template.StartsWith("interactions/", StringComparison.Ordinal) || Template.StartsWith("webhooks/", StringComparison.Ordinal);

    /// <summary>GET.</summary>
    public static RestRoute Get(string template, params ReadOnlySpan<string> ids) => Of(HttpMethod.Get, template, ids);

    /// <summary>POST.</summary>
    public static RestRoute Post(string template, params ReadOnlySpan<string> ids) => Of(HttpMethod.Post, template, ids);

    /// <summary>PUT.</summary>
    public static RestRoute Put(string template, params ReadOnlySpan<string> ids) => Of(HttpMethod.Put, template, ids);

    /// <summary>PATCH.</summary>
    public static RestRoute Patch(string template, params ReadOnlySpan<string> ids) => Of(HttpMethod.Patch, template, ids);

    /// <summary>The same with a query.</summary>
    public RestRoute Asking(string query) => this with { Path = $"{Path}?{query}" };

    private static RestRoute Of(HttpMethod method, string template, ReadOnlySpan<string> ids)
    {
        var path = template;
        foreach (var id in ids)
        {
            var at = path.IndexOf("{}", StringComparison.Ordinal);
            path = path[..at] + Uri.EscapeDataString(id) + path[(at + 2)..];
        }

        var hasMajor = template.StartsWith("channels/", StringComparison.Ordinal)
            || template.StartsWith("guilds/", StringComparison.Ordinal) || template.StartsWith("webhooks/", StringComparison.Ordinal)
            || template.StartsWith("interactions/", StringComparison.Ordinal);
        return new(method, template, path, hasMajor && ids.Length > 0 ? ids[0] : "");
    }
}
