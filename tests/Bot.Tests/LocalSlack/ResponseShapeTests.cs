using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Xunit.Abstractions;

namespace Sitrep.Tests.LocalSlack;

/// <summary>Every member of every answer is one that Slack's own SDK has seen in that method's answers, at that place.</summary>
public sealed class ResponseShapeTests(ITestOutputHelper output) : LocalSlackTest
{
    // On the methods' pages, and not among what the SDK happened to record.
    private static readonly string[] _documented =
    [
        "item.message",
        "item.channel",
        "pinned_to",
        "edited",
        "state.values",
        "old_name",
        "name",
    ];

    [Fact]
    public async Task No_answer_has_a_member_that_slack_never_sent()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var channel = await Channel();
        var ts = await Posted(channel);
        var alice = User("alice").Id;
        Slack.Administration.AddUsergroup("backend", "alice");
        (string Method, (string, string)[] Arguments)[] calls =
        [
            ("auth.test", []),
            ("team.info", []),
            ("bots.info", [("bot", Slack.Workspace.App.BotId)]),
            ("users.info", [("user", alice)]),
            ("users.list", []),
            ("users.lookupByEmail", [("email", "alice@example.com")]),
            ("users.conversations", []),
            ("usergroups.list", [("include_users", "true")]),
            ("conversations.create", [("name", "another")]),
            ("conversations.invite", [("channel", channel), ("users", alice)]),
            ("conversations.join", [("channel", channel)]),
            ("conversations.info", [("channel", channel)]),
            ("conversations.list", []),
            ("conversations.members", [("channel", channel)]),
            ("conversations.setTopic", [("channel", channel), ("topic", "t")]),
            ("conversations.setPurpose", [("channel", channel), ("purpose", "p")]),
            ("conversations.rename", [("channel", channel), ("name", "renamed")]),
            (
                "chat.postMessage",
                [
                    ("channel", channel),
                    ("text", "t"),
                    ("thread_ts", ts),
                    ("blocks", """[{"type":"section","text":{"type":"mrkdwn","text":"t"}}]"""),
                ]
            ),
            ("chat.update", [("channel", channel), ("ts", ts), ("text", "t")]),
            ("chat.postEphemeral", [("channel", channel), ("user", alice), ("text", "t")]),
            ("chat.getPermalink", [("channel", channel), ("message_ts", ts)]),
            ("pins.add", [("channel", channel), ("timestamp", ts)]),
            ("pins.list", [("channel", channel)]),
            ("reactions.add", [("channel", channel), ("timestamp", ts), ("name", "eyes")]),
            ("reactions.get", [("channel", channel), ("timestamp", ts)]),
            ("bookmarks.add", [("channel_id", channel), ("title", "t"), ("type", "link"), ("link", "https://example.com")]),
            ("bookmarks.list", [("channel_id", channel)]),
            ("conversations.history", [("channel", channel)]),
            ("conversations.replies", [("channel", channel), ("ts", ts)]),
            ("files.getUploadURLExternal", [("filename", "a.md"), ("length", "1")]),
            ("views.publish", [("user_id", alice), ("view", """{"type":"home","blocks":[]}""")]),
            ("chat.delete", [("channel", channel), ("ts", ts)]),
            ("conversations.archive", [("channel", channel)]),
        ];
        foreach (var (method, arguments) in calls)
        {
            var answer = await Bot.Form(method, arguments);
            Assert.True((bool)answer["ok"]!, $"{method}: {answer.ToJsonString()}");
            var sample = JsonNode.Parse(specs.Text($"slack-java-samples/json-logs/samples/api/{method}.json"))!;
            List<string> unknown = [];
            Compare(answer, sample, method, unknown);
            Assert.True(unknown.Count == 0, string.Join(", ", unknown));
        }
    }

    private static void Compare(JsonNode? answer, JsonNode? sample, string at, List<string> unknown)
    {
        if (answer is JsonArray items && sample is JsonArray { Count: > 0 } samples)
        {
            foreach (var item in items) Compare(item, samples[0], at + "[]", unknown);
        }
        else if (answer is JsonObject found && sample is JsonObject known)
        {
            // Blocks are the bot's own; the sample has one kind at each place.
            foreach (var (name, value) in found.Where(member => member.Key is not "blocks"))
            {
                if (known.ContainsKey(name))
                    Compare(value, known[name], $"{at}.{name}", unknown);
                else if (
                    !_documented.Contains(name) && !_documented.Contains($"{at[(at.LastIndexOf('.') + 1)..].TrimEnd('s', '[', ']')}.{name}")
                )
                    unknown.Add($"{at}.{name}");
            }
        }
    }
}
