using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Xunit.Abstractions;

namespace Sitrep.Tests.LocalSlack;

/// <summary>What people do, as the bot hears of it, against what Slack's own SDKs recorded.</summary>
public sealed class EventTests(ITestOutputHelper output) : LocalSlackTest
{
    private BotSocket _socket = null!;
    private string _channel = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Slack.As("alice").Invite("general", "sitrep");
        _channel = Slack.Workspace.ChannelNamed("general").Id;
        await Settled();
        _socket = await BotSocket.Open(Bot, Slack.Options.AppToken);
    }

    public override async Task DisposeAsync()
    {
        await _socket.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_told_and_a_mention_of_the_bot_twice()
    {
        var ts = Slack.As("alice").Post("general", "rolled back @sitrep <now>");
        var callback = await _socket.NextEvent("message");
        Assert.Equal(
            (ts, $"rolled back <@{Slack.Workspace.App.BotUserId}> &lt;now&gt;", "channel"),
            ((string)callback["event"]!["ts"]!, (string)callback["event"]!["text"]!, (string)callback["event"]!["channel_type"]!));
        Keys(callback, "event.message.01.json", "enterprise_id", "authed_users");
        Keys(callback["event"]!, "event.message.01.json", "event");
        Keys((await _socket.NextEvent("app_mention"))["event"]!, "event.app_mention.01.json", "event");
    }

    [Fact]
    public async Task A_reply_names_its_thread_an_edit_both_texts_and_a_deletion_the_old_one()
    {
        var person = Slack.As("alice");
        var root = person.Post("general", "one");
        var reply = person.Post("general", "two", root);
        await _socket.NextEvent("message");
        Assert.Equal(root, (string)(await _socket.NextEvent("message"))["event"]!["thread_ts"]!);
        person.Edit("general", reply, "three");
        var changed = (await _socket.NextEvent("message", "message_changed"))["event"]!;
        Assert.Equal(("three", "two"), ((string)changed["message"]!["text"]!, (string)changed["previous_message"]!["text"]!));
        Assert.NotNull(changed["message"]!["edited"]);
        Keys(changed, "event.message.message_changed.01.json", "event");
        person.Delete("general", reply);
        var deleted = (await _socket.NextEvent("message", "message_deleted"))["event"]!;
        Assert.Equal((reply, "three"), ((string)deleted["deleted_ts"]!, (string)deleted["previous_message"]!["text"]!));
        Keys(deleted, "event.message.message_deleted.01.json", "event");
    }

    [Fact]
    public async Task A_message_that_was_answered_leaves_a_stone_when_it_is_deleted()
    {
        var person = Slack.As("alice");
        var root = person.Post("general", "one");
        person.Post("general", "two", root);
        person.Delete("general", root);
        var changed = (await _socket.NextEvent("message", "message_changed"))["event"]!;
        Assert.Equal(("tombstone", "one"), ((string)changed["message"]!["subtype"]!, (string)changed["previous_message"]!["text"]!));
    }

    [Fact]
    public async Task Reactions_and_pins_name_the_message_its_author_and_who_did_it()
    {
        var ts = Slack.As("alice").Post("general", "one");
        Slack.As("ben").React("general", ts, "pushpin");
        var added = (await _socket.NextEvent("reaction_added"))["event"]!;
        Assert.Equal(
            (User("ben").Id, User("alice").Id, ts),
            ((string)added["user"]!, (string)added["item_user"]!, (string)added["item"]!["ts"]!));
        Keys(added, "event.reaction_added.01.json", "event");
        Slack.As("ben").Unreact("general", ts, "pushpin");
        await _socket.NextEvent("reaction_removed");
        Slack.As("ben").Pin("general", ts);
        var pinned = (await _socket.NextEvent("pin_added"))["event"]!;
        Assert.Equal((_channel, ts), ((string)pinned["channel_id"]!, (string)pinned["item"]!["message"]!["ts"]!));
        SampleKeys(pinned, "PinAddedPayload.json");
        Slack.As("ben").Unpin("general", ts);
        await _socket.NextEvent("pin_removed");
    }

    [Fact]
    public async Task A_channel_renamed_archived_or_without_the_bot_says_so()
    {
        var alice = Slack.As("alice");
        alice.Rename("random", "chatter");
        alice.Rename("general", "lobby");
        Assert.Equal("lobby", (string)(await _socket.NextEvent("channel_rename"))["event"]!["channel"]!["name"]!);
        alice.Archive("lobby");
        SampleKeys((await _socket.NextEvent("channel_archive"))["event"]!, "ChannelArchivePayload.json", "is_moved");
        alice.Unarchive("lobby");
        alice.Invite("lobby", "sitrep");
        Keys((await _socket.NextEvent("member_joined_channel"))["event"]!, "event.member_joined_channel.01.json", "event");
        alice.Remove("lobby", "sitrep");
        Assert.Equal(Slack.Workspace.App.BotUserId, (string)(await _socket.NextEvent("member_left_channel"))["event"]!["user"]!);
        await _socket.NextEvent("channel_left");
    }

    [Fact]
    public async Task An_app_whose_token_was_revoked_or_that_was_removed_is_told()
    {
        Slack.As("alice").OpenHome();
        Keys((await _socket.NextEvent("app_home_opened"))["event"]!, "event.app_home_opened.01.json", "event");
        Slack.Administration.Deactivate("ben");
        Assert.True((bool)(await _socket.NextEvent("user_change"))["event"]!["user"]!["deleted"]!);
        Slack.Administration.RevokeToken();
        Keys(await _socket.NextEvent("tokens_revoked"), "event.tokens_revoked.01.json", "enterprise_id");
        Assert.Equal("token_revoked", await Bot.Refused("auth.test"));
        Slack.Administration.Uninstall();
        Keys(await _socket.NextEvent("app_uninstalled"), "event.app_uninstalled.01.json", "enterprise_id");
    }

    [Fact]
    public async Task What_a_scope_or_a_subscription_hides_is_not_told()
    {
        Slack.Administration.TakeScope("reactions:read");
        Slack.Workspace.App.Events = ["reaction_added", "pin_added"];
        var ts = Slack.As("alice").Post("general", "one");
        Slack.As("alice").React("general", ts, "pushpin");
        Slack.As("alice").Pin("general", ts);
        var envelope = await _socket.Next();
        Assert.Equal("pin_added", (string)envelope["payload"]!["event"]!["type"]!);
        await _socket.Acknowledge(envelope);
    }

    /// <summary>
    /// Every key that was recorded is there; <paramref name="parts"/>: the part of the recording, or keys that may be
    /// missing.
    /// </summary>
    private void Keys(JsonNode sent, string recorded, params string[] parts)
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var expected = JsonNode.Parse(specs.Text($"slack-payloads/{recorded}"))!.AsObject();
        if (parts is ["event"]) expected = expected["event"]!.AsObject();
        Missing(sent, expected, recorded, [.. parts, "inviter", "edited"]);
    }

    private void SampleKeys(JsonNode sent, string sample, params string[] without)
    {
        if (PlatformSpecs.Found is { } specs)
            Missing(
                sent,
                JsonNode.Parse(specs.Text($"slack-java-samples/json-logs/samples/events/{sample}"))!["event"]!.AsObject(),
                sample,
                without);
        else
            output.WriteLine(PlatformSpecs.Skipped);
    }

    private static void Missing(JsonNode sent, JsonObject expected, string where, string[] without) =>
        Assert.True(
            expected.All(member => without.Contains(member.Key) || sent.AsObject().ContainsKey(member.Key)),
            $"{where} has {string.Join(", ", expected.Select(member => member.Key).Where(key => !sent.AsObject().ContainsKey(key)))} and this has not: {sent.ToJsonString()}"
        );
}
