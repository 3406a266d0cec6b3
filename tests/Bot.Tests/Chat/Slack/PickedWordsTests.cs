using System.Text.Json;
using Sitrep.Chat.Slack.Blocks;

namespace Sitrep.Tests.Chat.Slack;

/// <summary>A message that is picked is recorded as people saw it.</summary>
public sealed class PickedWordsTests
{
    [Fact]
    public void An_alert_s_blocks_are_read_and_not_its_notification() =>
        Assert.Equal(
            "FIRING: order-api p99 > 2 s\nSeverity: page\nRegion: eu-1\ncheckout",
            Words(
                """
                {"text":"New alert","blocks":[
                  {"type":"header","text":{"type":"plain_text","text":"FIRING: order-api p99 &gt; 2 s"}},
                  {"type":"divider"},
                  {"type":"section","fields":[{"type":"mrkdwn","text":"Severity: page"},{"type":"mrkdwn","text":"Region: eu-1"}]},
                  {"type":"context","elements":[{"type":"mrkdwn","text":"checkout"},{"type":"image","image_url":"https://x.example/i.png","alt_text":"logo"}]},
                  {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Silence"}}]}]}
                """));

    [Theory]
    [InlineData("""{"text":"disk full"}""", "disk full")]
    [InlineData("""{"text":"disk full","blocks":[]}""", "disk full")]
    [InlineData("""{"text":"disk full","blocks":[{"type":"divider"}]}""", "disk full")]
    public void Where_there_are_no_blocks_with_words_the_text_is_read(string message, string words) => Assert.Equal(words, Words(message));

    [Theory]
    [InlineData("the <https://runbook.example/rb7|failover runbook> fixed it", "the failover runbook (https://runbook.example/rb7) fixed it")]
    [InlineData("restarted <http://api.example.com|api.example.com>", "restarted api.example.com")]
    [InlineData("restarted <http://api.example.com/|api.example.com>", "restarted api.example.com")]
    [InlineData("see <https://x.example/a?b=1&amp;c=2>", "see https://x.example/a?b=1&c=2")]
    [InlineData("<https://x.example/a|https://x.example/a>", "https://x.example/a")]
    [InlineData("mail <mailto:ana@x.example|ana@x.example>", "mail ana@x.example")]
    [InlineData("mail <mailto:ana@x.example|the lead>", "mail the lead (mailto:ana@x.example)")]
    [InlineData("call <tel:+491234|+491234>", "call +491234")]
    [InlineData("at <!date^1764000000^{time}|16:00>", "at 16:00")]
    [InlineData("at <!date^1764000000^{time}>", "at 2025-11-24 16:00 UTC")]
    [InlineData("<!subteam^S0DBA|@dba> and <!here>", "@dba and @here")]
    [InlineData("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c")]
    public void A_link_keeps_its_label_and_its_address(string text, string words) =>
        Assert.Equal(words, Words(JsonSerializer.Serialize(new { text })));

    [Fact]
    public void In_rich_text_groups_dates_links_and_emoji_are_words() =>
        Assert.Equal(
            "Paged @dba at 16:00 see ticket (https://x.example/t/7) 🔥, @ana",
            Words(
                """
                {"text":"Paged <!subteam^S0DBA|@dba> at …","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                  {"type":"text","text":"Paged "},{"type":"usergroup","usergroup_id":"S0DBA"},
                  {"type":"text","text":" at "},{"type":"date","timestamp":1764000000,"format":"{time}","fallback":"16:00"},
                  {"type":"text","text":" see "},{"type":"link","url":"https://x.example/t/7","text":"ticket"},
                  {"type":"text","text":" "},{"type":"emoji","name":"fire","unicode":"1f525"},
                  {"type":"text","text":", "},{"type":"user","user_id":"U1"}]}]}]}
                """));

    [Fact]
    public void A_group_whose_name_nobody_says_is_a_group_still() =>
        Assert.Equal(
            "Paged @group S0DBA",
            Words(
                """
                {"text":"","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                  {"type":"text","text":"Paged "},{"type":"usergroup","usergroup_id":"S0DBA"}]}]}]}
                """));

    [Fact]
    public void Lists_quotes_and_code_keep_their_lines_and_spaces() =>
        Assert.Equal(
            "tried:\n• restart\n  • twice\n3. rollback\n> works here\n```\n  at foo()\n    at bar()\n```\nwith `kubectl  get`",
            Words(
                """
                {"text":"x","blocks":[{"type":"rich_text","elements":[
                  {"type":"rich_text_section","elements":[{"type":"text","text":"tried:\n"}]},
                  {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"restart"}]}]},
                  {"type":"rich_text_list","style":"bullet","indent":1,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"twice"}]}]},
                  {"type":"rich_text_list","style":"ordered","offset":2,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"rollback"}]}]},
                  {"type":"rich_text_quote","elements":[{"type":"text","text":"works here"}]},
                  {"type":"rich_text_preformatted","elements":[{"type":"text","text":"  at foo()\n    at bar()"}]},
                  {"type":"rich_text_section","elements":[{"type":"text","text":"with "},{"type":"text","text":"kubectl  get","style":{"code":true}}]}]}]}
                """));

    [Fact]
    public void Attachments_and_files_stand_below_and_previews_do_not() =>
        Assert.Equal(
            "look\nHigh load\nCPU: 97 %\nFile: graph.png",
            Words(
                """
                {"text":"look","attachments":[
                  {"title":"High load","fields":[{"title":"CPU","value":"97 %"}],"fallback":"High load"},
                  {"from_url":"https://x.example/","title":"Example","text":"A site"}],
                 "files":[{"id":"F1","name":"graph.png"}]}
                """));

    [Fact]
    public void A_message_that_is_only_a_shared_one_says_what_that_says() =>
        Assert.Equal("db-1 is full", Words("""{"text":"","attachments":[{"from_url":"https://x.slack.com/p1","text":"db-1 is full"}]}"""));

    private static string Words(string message) =>
        MentionDecoder.Plain(MessageWords.Of(JsonElement.Parse(message)), mark => mark.Id == "U1" ? "ana" : mark.Label ?? mark.Id).Trim();
}
