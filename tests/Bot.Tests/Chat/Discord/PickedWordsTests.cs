using System.Text.Json;
using Sitrep.Chat.Discord;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Tests.Chat.Discord;

/// <summary>A message that is picked is recorded as people saw it.</summary>
public sealed class PickedWordsTests
{
    [Fact]
    public void A_box_s_words_and_the_names_of_files_are_the_message_s() =>
        Assert.Equal(
            "grafana\nFIRING: order-api\np99 over 2 s\nRegion: eu-1\nFile: graph.png",
            Words(
                """
                {"id":"1","content":"","embeds":[{"type":"rich","author":{"name":"grafana"},"title":"FIRING: order-api","description":"p99 over 2 s",
                  "fields":[{"name":"Region","value":"eu-1"}]}],"attachments":[{"id":"2","filename":"graph.png"}]}
                """));

    [Fact]
    public void A_preview_of_a_link_is_not_what_was_said() =>
        Assert.Equal(
            "see https://x.example",
            Words("""{"id":"1","content":"see https://x.example","embeds":[{"type":"link","title":"Example","description":"A site"}]}"""));

    [Fact]
    public void What_was_forwarded_was_said() =>
        Assert.Equal("db-1 is full", Words("""{"id":"1","content":"","message_snapshots":[{"message":{"content":"db-1 is full"}}]}"""));

    [Fact]
    public void The_texts_of_components_are_read() =>
        Assert.Equal(
            "one\ntwo",
            Words("""{"id":"1","components":[{"type":17,"components":[{"type":10,"content":"one"},{"type":9,"components":[{"type":10,"content":"two"}]}]}]}"""));

    [Theory]
    [InlineData("down since <t:1764000000:f>", "down since 2025-11-24 16:00 UTC")]
    [InlineData("typed </incident start:80351110224678912>", "typed /incident start")]
    public void Discord_s_marks_are_words(string content, string words) =>
        Assert.Equal(words, Words(JsonSerializer.Serialize(new { id = "1", content })));

    private static string Words(string message) =>
        MessageObjects.Words(JsonSerializer.Deserialize($"[{message}]", DiscordJson.Default.IReadOnlyListMessageObject)![0], new NameCache());
}
