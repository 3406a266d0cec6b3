using Sitrep.LocalSlack.State;

namespace Sitrep.Tests.LocalSlack;

public sealed class TokenTests : LocalSlackTest
{
    [Fact]
    public async Task A_call_without_a_token_or_with_a_wrong_one_is_refused()
    {
        Bot.Token = null;
        Assert.Equal("not_authed", await Bot.Refused("auth.test"));
        Bot.Token = "xoxb-of-nobody";
        Assert.Equal("invalid_auth", await Bot.Refused("auth.test"));
        Bot.Token = Slack.Options.AppToken;
        Assert.Equal("not_allowed_token_type", await Bot.Refused("chat.postMessage", ("channel", "C1"), ("text", "t")));
        Bot.Token = Slack.Options.BotToken;
        Assert.Equal("not_allowed_token_type", await Bot.Refused("apps.connections.open"));
        Assert.Equal("unknown_method", await Bot.Refused("chat.shout"));
    }

    [Fact]
    public async Task A_form_may_carry_the_token_and_a_json_body_may_not()
    {
        Bot.Token = null;
        Assert.True((bool)(await Bot.Form("auth.test", ("token", Slack.Options.BotToken)))["ok"]!);
        Assert.Equal("not_authed", (string)(await Bot.Json("auth.test", $$"""{"token":"{{Slack.Options.BotToken}}"}"""))["error"]!);
    }

    [Theory]
    [InlineData(TokenState.Revoked, "token_revoked")]
    [InlineData(TokenState.AccountInactive, "account_inactive")]
    [InlineData(TokenState.Expired, "token_expired")]
    public async Task A_dead_token_says_how_it_died(TokenState state, string error)
    {
        Slack.Administration.SetBotToken(state);
        Assert.Equal(error, await Bot.Refused("auth.test"));
        Slack.Administration.Reinstall("xoxb-new");
        Bot.Token = "xoxb-new";
        Assert.True((bool)(await Bot.Form("auth.test"))["ok"]!);
    }

    [Fact]
    public async Task A_missing_scope_names_what_is_needed_and_what_is_there()
    {
        var channel = await Channel();
        Slack.Administration.TakeScope("pins:write");
        var answer = await Bot.Form("pins.add", ("channel", channel), ("timestamp", await Posted(channel)));
        Assert.Equal(("missing_scope", "pins:write"), ((string)answer["error"]!, (string)answer["needed"]!));
        Assert.DoesNotContain("pins:write", ((string)answer["provided"]!).Split(','));
        Slack.Administration.TakeScope("groups:write");
        Assert.Equal(
            "groups:write",
            (string)(await Bot.Form("conversations.create", ("name", "secret"), ("is_private", "true")))["needed"]!);
    }

    [Fact]
    public async Task Arguments_of_the_wrong_type_are_refused_and_a_body_that_is_no_object_too()
    {
        Assert.Equal("invalid_arguments", (string)(await Bot.Json("chat.postMessage", """{"channel":["C1"],"text":"t"}"""))["error"]!);
        Assert.Equal("invalid_arguments", await Bot.Refused("chat.postMessage", ("text", "t")));
        Assert.Equal("invalid_json", (string)(await Bot.Json("chat.postMessage", "{"))["error"]!);
        Assert.Equal("json_not_object", (string)(await Bot.Json("chat.postMessage", "[]"))["error"]!);
    }

    [Fact]
    public async Task A_method_that_takes_forms_only_leaves_a_json_body_unread()
    {
        Assert.Equal("invalid_arguments", (string)(await Bot.Json("users.info", $$"""{"user":"{{User("alice").Id}}"}"""))["error"]!);
        Assert.True((bool)(await Bot.Form("users.info", ("user", User("alice").Id)))["ok"]!);
    }
}
