using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Xunit.Abstractions;

namespace Sitrep.Tests.LocalSlack;

/// <summary>Buttons, shortcuts and modals, from the person's side.</summary>
public sealed class PersonTests(ITestOutputHelper output) : LocalSlackTest
{
    private const string Form = """
        {"type":"modal","callback_id":"declare","title":{"type":"plain_text","text":"Declare"},"submit":{"type":"plain_text","text":"Go"},"notify_on_close":true,"blocks":[
        {"type":"input","block_id":"title","label":{"type":"plain_text","text":"Title"},"element":{"type":"plain_text_input","action_id":"text"}},
        {"type":"input","block_id":"severity","optional":true,"label":{"type":"plain_text","text":"Severity"},"element":{"type":"static_select","action_id":"pick",
        "options":[{"text":{"type":"plain_text","text":"SEV1"},"value":"sev1"},{"text":{"type":"plain_text","text":"SEV2"},"value":"sev2"}]}}]}
        """;

    private BotSocket _socket = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _socket = await BotSocket.Open(Bot, Slack.Options.AppToken);
    }

    public override async Task DisposeAsync()
    {
        await _socket.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_button_sends_its_value_and_its_response_url_replaces_the_message_five_times()
    {
        var channel = Slack.Workspace.ChannelNamed("general").Id;
        var posted = await Bot.Form(
            "chat.postMessage",
            ("channel", channel),
            ("text", "card"),
            (
                "blocks",
                """[{"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"lead","value":"INC-1","text":{"type":"plain_text","text":"Take lead"}}]}]"""
            )
        );
        var clicking = Slack.As("alice").Click("general", (string)posted["ts"]!, "lead");
        var envelope = await _socket.Next();
        await _socket.Acknowledge(envelope);
        Assert.True((await clicking).IsWell);
        var payload = envelope["payload"]!;
        var action = payload["actions"]![0]!;
        Assert.Equal(
            ("lead", "b", "INC-1", "button"),
            ((string)action["action_id"]!, (string)action["block_id"]!, (string)action["value"]!, (string)action["type"]!));
        Keys(payload, "interactive.block_actions.03.json");

        using var http = new HttpClient();
        var url = (string)payload["response_url"]!;
        for (var i = 0; i < 5; i++)
            Assert.True(
                (
                    await http.PostAsync(
                        url,
                        new StringContent(
                            $$"""{"text":"taken {{i}}","replace_original":true}""",
                            System.Text.Encoding.UTF8,
                            "application/json"
                        )
                    )
                ).IsSuccessStatusCode
            );
        Assert.Equal("taken 4", Slack.Workspace.Channels[channel].Find((string)posted["ts"]!)!.Text);
        var sixth = await http.PostAsync(url, new StringContent("""{"text":"no"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains("used_url", await sixth.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_response_url_is_good_for_half_an_hour()
    {
        var typing = Slack.As("alice").Command("general", "/incident");
        var envelope = await _socket.Next();
        await _socket.Acknowledge(envelope);
        await typing;
        Clock.Move(TimeSpan.FromMinutes(31));
        using var http = new HttpClient();
        var late = await http.PostAsync(
            (string)envelope["payload"]!["response_url"]!,
            new StringContent("""{"text":"t"}""", System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Contains("expired_url", await late.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_trigger_opens_one_view_within_three_seconds()
    {
        var trigger = await Trigger();
        Assert.Equal("modal", (string)(await Bot.Form("views.open", ("trigger_id", trigger), ("view", Form)))["view"]!["type"]!);
        Assert.Equal("exchanged_trigger_id", await Bot.Refused("views.open", ("trigger_id", trigger), ("view", Form)));
        Assert.Equal("invalid_trigger_id", await Bot.Refused("views.open", ("trigger_id", "1.2.x"), ("view", Form)));
        var late = await Trigger();
        Clock.Move(TimeSpan.FromSeconds(3.1));
        Assert.Equal("expired_trigger_id", await Bot.Refused("views.open", ("trigger_id", late), ("view", Form)));
        Assert.Equal(
            "invalid_arguments",
            await Bot.Refused(
                "views.open",
                ("trigger_id", await Trigger()),
                ("view", Form.Replace("Declare", "A title of more than 24 letters"))));
    }

    [Fact]
    public async Task A_form_is_filled_refused_with_errors_filled_again_and_closed()
    {
        await Bot.Form("views.open", ("trigger_id", await Trigger()), ("view", Form));
        var alice = Slack.As("alice");
        Assert.Equal("missing: Title", (await alice.Submit()).Notice);
        alice.Fill("Title", "Checkout is down").Fill("severity", "sev2");
        var payload = await Submit("""{"response_action":"errors","errors":{"title":"Too short"}}""");
        Assert.Equal("Checkout is down", (string)payload["view"]!["state"]!["values"]!["title"]!["text"]!["value"]!);
        Assert.Equal("sev2", (string)payload["view"]!["state"]!["values"]!["severity"]!["pick"]!["selected_option"]!["value"]!);
        Keys(payload, "interactive.view_submission.01.json");
        Assert.Equal("Too short", alice.View!.Errors["title"]);
        await Submit("{}");
        Assert.Null(alice.View);
    }

    [Fact]
    public async Task Views_are_updated_pushed_three_deep_and_cleared()
    {
        var opened = await Bot.Form("views.open", ("trigger_id", await Trigger()), ("view", Form));
        var alice = Slack.As("alice");
        alice.Fill("title", "kept");
        var update = await Bot.Form(
            "views.update",
            ("view_id", (string)opened["view"]!["id"]!),
            ("hash", (string)opened["view"]!["hash"]!),
            ("view", Form.Replace("Declare", "Updated")));
        Assert.Equal(
            ("Updated", "kept"),
            ((string)update["view"]!["title"]!["text"]!, (string)alice.View!.Entered["title"]!["text"]!["value"]!));
        Assert.Equal(
            "hash_conflict",
            await Bot.Refused(
                "views.update",
                ("view_id", (string)opened["view"]!["id"]!),
                ("hash", (string)opened["view"]!["hash"]!),
                ("view", Form)));
        await Submit($$"""{"response_action":"push","view":{{Form}}}""");
        await Bot.Form("views.push", ("trigger_id", await Trigger()), ("view", Form));
        Assert.Equal("push_limit_reached", await Bot.Refused("views.push", ("trigger_id", await Trigger()), ("view", Form)));
        Assert.Equal((string)opened["view"]!["id"]!, alice.View!.Root.Id);
        var closing = alice.Close(all: true);
        for (var i = 0; i < 3; i++)
        {
            var envelope = await _socket.Next();
            await _socket.Acknowledge(envelope);
            Assert.True((bool)envelope["payload"]!["is_cleared"]!);
            Keys(envelope["payload"]!, "interactive.view_closed.01.json");
        }

        await closing;
        Assert.Null(alice.View);
        Assert.Equal("not_found", await Bot.Refused("views.update", ("view_id", (string)opened["view"]!["id"]!), ("view", Form)));
    }

    [Fact]
    public async Task Shortcuts_and_the_home_tab_reach_the_bot()
    {
        var running = Slack.As("alice").Shortcut("declare");
        var envelope = await _socket.Next();
        await _socket.Acknowledge(envelope);
        Assert.True((await running).IsWell);
        Keys(envelope["payload"]!, "socket.interactive.shortcut.01.json", "payload");

        Slack.As("alice").Invite("general", "sitrep");
        var ts = Slack.As("ben").Post("general", "it is down");
        var adding = Slack.As("alice").MessageShortcut("general", ts, "add");
        while ((string?)(envelope = await _socket.Next())["type"] != "interactive") await _socket.Acknowledge(envelope);
        await _socket.Acknowledge(envelope);
        Assert.True((await adding).IsWell);
        Assert.Equal((ts, "it is down"), ((string)envelope["payload"]!["message_ts"]!, (string)envelope["payload"]!["message"]!["text"]!));
        Keys(envelope["payload"]!, "interactive.message_action.01.json");

        await Bot.Form(
            "views.publish",
            ("user_id", User("alice").Id),
            (
                "view",
                """{"type":"home","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"declare","text":{"type":"plain_text","text":"Declare"}}]}]}"""
            )
        );
        var clicking = Slack.As("alice").ClickInView("declare");
        envelope = await _socket.Next();
        await _socket.Acknowledge(envelope);
        await clicking;
        Assert.Equal(
            ("view", "home"),
            ((string)envelope["payload"]!["container"]!["type"]!, (string)envelope["payload"]!["view"]!["type"]!));
        Slack.Workspace.App.HasHomeTab = false;
        Assert.Equal(
            "not_enabled",
            await Bot.Refused("views.publish", ("user_id", User("alice").Id), ("view", """{"type":"home","blocks":[]}"""))
        );
    }

    private async Task<string> Trigger()
    {
        var running = Slack.As("alice").Shortcut("declare");
        var envelope = await _socket.Next();
        await _socket.Acknowledge(envelope);
        return (await running).TriggerId;
    }

    private async Task<JsonNode> Submit(string answer)
    {
        var submitting = Slack.As("alice").Submit();
        var envelope = await _socket.Next();
        Assert.True((bool)envelope["accepts_response_payload"]!);
        await _socket.Acknowledge(envelope, answer);
        var outcome = await submitting;
        Assert.True(outcome.IsWell, outcome.Notice);
        return envelope["payload"]!;
    }

    private void Keys(JsonNode sent, string recorded, string? part = null)
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var expected = JsonNode.Parse(specs.Text($"slack-payloads/{recorded}"))!;
        if (part is not null) expected = expected[part]!;
        Assert.Equal([], expected.AsObject().Select(member => member.Key).Where(key => !sent.AsObject().ContainsKey(key)));
    }
}
