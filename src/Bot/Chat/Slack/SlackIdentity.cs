using System.Text.Json;
using Sitrep.Chat.Slack.Api;

namespace Sitrep.Chat.Slack;

/// <summary>The bot's identity in its workspace. Asked once.</summary>
internal sealed class SlackIdentity(SlackApi api)
{
    private Identity? _known;

    /// <summary>The person, as far as known.</summary>
    public Identity? Known => _known;

    /// <summary>The person.</summary>
    public async Task<Identity> AskAsync(CancellationToken cancellation)
    {
        if (_known is { } known) return known;
        var answer = await api.AskAsync("auth.test", [], cancellation);
        return _known = new(
            answer.Text("user_id") ?? "",
            answer.Text("bot_id") ?? "",
            answer.Text("user") ?? "sitrep",
            answer.Text("team") ?? "");
    }
}

/// <summary>The bot's ids and names.</summary>
/// <param name="UserId">Its user, <c>U…</c>: who creates channels.</param>
/// <param name="BotId">Its bot, <c>B…</c>: who posts.</param>
/// <param name="Name">Its name.</param>
/// <param name="Team">The workspace's name.</param>
internal sealed record Identity(string UserId, string BotId, string Name, string Team)
{
    /// <summary>Whether a message or an event is the bot's own doing.</summary>
    public bool Is(JsonElement message) => message.Text("user") == UserId || (BotId.Length > 0 && message.Text("bot_id") == BotId);
}
