using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sitrep.Chat.Discord.Gateway;
using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Conformance;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Discord;

/// <summary>Every sample in Discord's own documentation is read without a complaint, as what it is.</summary>
public sealed class SamplesTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_sample_parses()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var read = new Dictionary<string, int>();
        foreach (var file in specs.Files("docs", "discord-"))
        {
            foreach (Match sample in Regex.Matches(specs.Text(file), "```json[^\n]*\n(.*?)```", RegexOptions.Singleline))
            {
                if (Parse(sample.Groups[1].Value) is not { } json) continue;
                var kind = Read(json);
                read[kind] = read.GetValueOrDefault(kind) + 1;
            }
        }

        output.WriteLine(string.Join(", ", read.Select(kind => $"{kind.Value} {kind.Key}")));
        Assert.True(read["frame"] >= 8 && read["message"] >= 2 && read["channel"] >= 5 && read["interaction"] >= 2);
    }

    // Some samples are cut short by hand, with dots or comments.
    private static JsonElement? Parse(string sample)
    {
        try
        {
            return JsonElement.Parse(
                JsonNode
                    .Parse(sample, null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!
                    .ToJsonString());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return "other";
        if (json.TryGetProperty("op", out _))
        {
            var frame = json.Deserialize(GatewayJson.Default.Frame)!;
            Assert.Equal(json.GetProperty("op").GetInt32(), frame.Op);
            return "frame";
        }

        if (json.TryGetProperty("token", out _) && json.TryGetProperty("type", out _) && json.TryGetProperty("data", out _))
        {
            Assert.NotNull(InteractionResponder.Read(json));
            return "interaction";
        }

        if (json.TryGetProperty("content", out _) && json.TryGetProperty("author", out _))
        {
            Assert.Equal(json.GetProperty("id").GetString(), json.Deserialize(DiscordJson.Default.MessageObject)!.Id);
            return "message";
        }

        if (json.TryGetProperty("type", out _)
            && json.TryGetProperty("id", out _)
            && json.TryGetProperty("name", out _)
            && json.TryGetProperty("guild_id", out _))
        {
            Assert.Equal(json.GetProperty("id").GetString(), json.Deserialize(DiscordJson.Default.ChannelObject)!.Id);
            return "channel";
        }

        return "other";
    }
}
