using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Api;

/// <summary>An answer with <c>ok: false</c>.</summary>
/// <param name="error">Slack's code, like <c>channel_not_found</c>.</param>
/// <param name="messages">What <c>response_metadata.messages</c> explains, without the <c>[ERROR] </c> before each.</param>
public sealed class SlackRefusalException(string error, params string[] messages) : Exception(error)
{
    public string Error { get; } = error;

    /// <summary>Further members of the answer, like <c>needed</c> and <c>provided</c>.</summary>
    public JsonObject Extra { get; } = [];

    public JsonObject ToJson()
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = Error };
        foreach (var (name, value) in Extra) answer[name] = value?.DeepClone();
        if (messages.Length == 0) return answer;
        answer["errors"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]);
        answer["response_metadata"] = new JsonObject
        {
            ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)$"[ERROR] {message}")]),
        };
        return answer;
    }
}
