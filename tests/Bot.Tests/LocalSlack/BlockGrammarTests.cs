using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Sitrep.Conformance.Slack;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Blocks;
using Sitrep.Tests.Conformance;
using Xunit.Abstractions;

namespace Sitrep.Tests.LocalSlack;

/// <summary>The server's own grammar of blocks, held against what Slack publishes.</summary>
public sealed class BlockGrammarTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(SlackSpecsTests.Limits), MemberType = typeof(SlackSpecsTests))]
    public void A_text_is_refused_beyond_the_limit_that_the_sdk_states(string block, string path, int most)
    {
        SentBlocks.ForMessage(Blocks(block.Replace("@", new('x', most))));
        var refusal = Assert.Throws<SlackRefusalException>(() => SentBlocks.ForMessage(Blocks(block.Replace("@", new('x', most + 1)))));
        Assert.Equal("invalid_blocks", refusal.Error);
        Assert.Contains($"must be less than {most + 1} characters [json-pointer:{path}", refusal.ToJson().ToJsonString());
    }

    [Fact]
    public void Slack_s_own_views_are_accepted()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        foreach (var view in specs.Files("slack-views"))
        {
            var sent = (JsonObject)JsonNode.Parse(specs.Text(view))!;
            // Some were copied from answers, where Slack had added what may not be sent.
            string[] added =
            [
                "id",
                "team_id",
                "hash",
                "state",
                "root_view_id",
                "previous_view_id",
                "app_id",
                "bot_id",
                "app_installed_team_id",
            ];
            foreach (
                var name in (string?)sent["type"] == "home"
                    ? [.. added, "title", "close", "submit", "clear_on_close", "notify_on_close"]
                    : added)
                sent.Remove(name);
            var error = Record.Exception(() => SentBlocks.ForView(sent)) as SlackRefusalException;
            Assert.True(error is null, $"{view}: {error?.ToJson().ToJsonString()}");
        }
    }

    [Fact]
    public void What_slack_s_sdks_recorded_as_blocks_of_messages_is_accepted()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var judge = new SlackSpecs(specs);
        var count = 0;
        foreach (
            var file in specs
                .Files("slack-payloads")
                .Where(file => !file.EndsWith("INDEX.json", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal)))
        {
            var payload = specs.Json(file);
            if (!payload.TryGetProperty("message", out var message) && !payload.TryGetProperty("event", out message))
                continue;
            if (!message.TryGetProperty("blocks", out var blocks))
                continue;
            Assert.Empty(judge.Message(message));
            SentBlocks.ForMessage((JsonArray)JsonNode.Parse(blocks.GetRawText())!);
            count++;
        }

        Assert.True(count > 2, $"only {count} payloads have blocks");
    }

    private static JsonArray Blocks(string block) => new(JsonNode.Parse(block));
}
