using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Api;

/// <summary>One call of a method, with what a method may look at and change. The workspace's gate is held.</summary>
public sealed class ApiCall(Arguments arguments, Workspace workspace, EventFeed events, Triggers triggers, Uri serverUrl)
{
    public Arguments Arguments { get; } = arguments;
    public Workspace Workspace { get; } = workspace;
    public EventFeed Events { get; } = events;
    public Triggers Triggers { get; } = triggers;

    /// <summary>Where this server listens: for addresses that a method hands out.</summary>
    public Uri ServerUrl { get; } = serverUrl;

    public App App => Workspace.App;

    /// <summary>Who calls: the bot.</summary>
    public string Me => App.BotUserId;

    /// <summary>Refuses as Slack does when none of the scopes was granted.</summary>
    public void Need(params string[] scopes)
    {
        if (scopes.Length == 0 || scopes.Any(App.Scopes.Contains)) return;
        var refusal = new SlackRefusalException("missing_scope");
        refusal.Extra["needed"] = string.Join(',', scopes);
        refusal.Extra["provided"] = string.Join(',', App.Scopes.Order(StringComparer.Ordinal));
        throw refusal;
    }

    /// <summary>The conversation an argument names by id. A private one the bot is not in does not exist for it.</summary>
    /// <param name="scope">The end of the scope its kind asks for, like <c>history</c>; null for none.</param>
    public SlackChannel Channel(string argument = "channel", string? scope = null)
    {
        var id = Arguments.Required(argument);
        return Visible(Workspace.Channels.GetValueOrDefault(id), scope);
    }

    /// <summary>As <see cref="Channel"/>, and by name or by a person's id too, which only posting allows.</summary>
    public SlackChannel ChannelToPostIn()
    {
        var id = Arguments.Required("channel");
        if (Workspace.Users.TryGetValue(id, out var user))
            return user.IsDeactivated ? throw new SlackRefusalException("channel_not_found") : Workspace.Direct(Me, user.Id);
        var channel = Workspace.Channels.GetValueOrDefault(id)
            ?? Workspace.Channels.Values.FirstOrDefault(one => one.Kind != ConversationKind.Direct && one.Name == id.TrimStart('#'));
        return Visible(channel, null);
    }

    /// <summary>Refuses when the bot is not a member.</summary>
    public void MustBeIn(SlackChannel channel)
    {
        if (!channel.Members.Contains(Me)) throw new SlackRefusalException("not_in_channel");
    }

    public SlackUser User(string argument, string error = "user_not_found") =>
        Workspace.Users.GetValueOrDefault(Arguments.Required(argument)) ?? throw new SlackRefusalException(error);

    private SlackChannel Visible(SlackChannel? channel, string? scope)
    {
        if (channel is null || (channel.Kind != ConversationKind.Public && !channel.Members.Contains(Me)))
            throw new SlackRefusalException("channel_not_found");
        if (scope is not null) Need(ScopesFor(channel, scope));
        return channel;
    }

    // The one word that public channels have of their own.
    private static string[] ScopesFor(SlackChannel channel, string scope) => channel.Kind == ConversationKind.Public && scope == "write"
        ? ["channels:manage", "channels:write"]
        : [$"{channel.ScopePrefix}:{scope}"];

    public static JsonObject Ok(params (string Name, JsonNode? Value)[] members)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in members) answer[name] = value;
        return answer;
    }
}
