using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.People;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class InteractionTests : DiscordTest
{
    private Person Ben => Discord.Server.As("ben");

    private async Task BeginAsync()
    {
        await ConnectAsync();
        var commands = new JsonArray(Registered.Incident(), Registered.AddToTimeline(), Registered.Settings());
        Assert.Equal(200, (await Discord.Put($"/applications/{World.ApplicationId}/guilds/{World.GuildId}/commands", commands)).Status);
    }

    [Fact]
    public async Task A_typed_command_arrives_with_its_options_and_is_answered()
    {
        await BeginAsync();
        var typed = Ben.Run(
            World.GeneralId,
            "/incident start Checkout down: all of it severity: Critical minutes: 5 private: true lead: @chen cost: 1.5");
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        var options = got["data"]!["options"]![0]!["options"]!
            .AsArray()
            .ToDictionary(one => (string)one!["name"]!, one => one!["value"]!.ToString(), StringComparer.Ordinal);
        Assert.Equal("Checkout down: all of it", options["title"]);
        Assert.Equal(("sev1", "5", "true", "1.5"), (options["severity"], options["minutes"], options["private"], options["cost"]));
        Assert.Equal("chen", (string?)got["data"]!["resolved"]!["users"]![options["lead"]]!["username"]);
        Assert.Equal(OutcomeKind.Waiting, Ben.See(typed).Kind);
        Assert.Equal(204, (await Answer(got, 4, new() { ["content"] = "Incident 7", ["flags"] = 64 })).Status);
        Assert.Equal("Incident 7", Ben.Read(World.GeneralId).Single().Content);
        Assert.Empty(Discord.Server.As("ana").Read(World.GeneralId));
        Assert.Equal(OutcomeKind.Answered, Ben.See(typed).Kind);
        Assert.Equal(
            (404, 10008),
            await Discord.Get($"/channels/{World.GeneralId}/messages/{Ben.Read(World.GeneralId).Single().Id}").StatusAndCode());
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/incident")]
    [InlineData("/incident start")]
    [InlineData("/incident start x severity: terrible")]
    [InlineData("/incident start x minutes: many")]
    [InlineData("/incident start x minutes: 601")]
    [InlineData("/incident start x lead: nobody")]
    [InlineData("/settings")]
    public async Task What_the_app_would_not_send_is_not_sent(string typed)
    {
        await BeginAsync();
        Assert.Throws<NotDoneException>(() => Ben.Run(World.GeneralId, typed));
        Discord.Server.As("ana").Run(World.GeneralId, "/settings");
        await Bot.NextAsync("INTERACTION_CREATE");
    }

    [Fact]
    public async Task After_three_seconds_the_token_is_dead()
    {
        await BeginAsync();
        var typed = Ben.Run(World.GeneralId, "/incident start x");
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        Clock.Move(TimeSpan.FromSeconds(3.1));
        Assert.Equal((404, 10062), await Answer(got, 4, new() { ["content"] = "late" }).StatusAndCode());
        Assert.Equal((404, 10015), await FollowUp(got, new() { ["content"] = "late" }).StatusAndCode());
        Assert.Equal(OutcomeKind.Failed, Ben.See(typed).Kind);
    }

    [Fact]
    public async Task A_second_answer_is_refused_and_a_wrong_kind_too()
    {
        await BeginAsync();
        Ben.Run(World.GeneralId, "/incident start x");
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        Assert.Equal((400, 50035), await Answer(got, 8, new() { ["choices"] = new JsonArray() }).StatusAndCode());
        Assert.Equal((400, 50035), await Answer(got, 7, new() { ["content"] = "x" }).StatusAndCode());
        Assert.Equal("BASE_TYPE_MAX_LENGTH", (await Answer(got, 4, new() { ["content"] = new string('x', 2001) })).ErrorAt("data.content"));
        var first = await Answer(got, 4, new() { ["content"] = "yes" }, "?with_response=true");
        Assert.Equal((200, "yes"), (first.Status, (string?)first.Body!["resource"]!["message"]!["content"]));
        Assert.Equal((400, 40060), await Answer(got, 4, new() { ["content"] = "again" }).StatusAndCode());
        Assert.Equal(
            (404, 10062),
            await Discord.Post($"/interactions/{got["id"]}/wrong/callback", new JsonObject { ["type"] = 5 }).StatusAndCode());
    }

    [Fact]
    public async Task A_deferred_answer_is_filled_in_for_fifteen_minutes()
    {
        await BeginAsync();
        var typed = Ben.Run(World.GeneralId, "/incident start x");
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        await Answer(got, 5, new() { ["flags"] = 64 });
        Assert.Equal(OutcomeKind.Thinking, Ben.See(typed).Kind);
        var hook = $"/webhooks/{World.ApplicationId}/{got["token"]}";
        Assert.Equal(
            "done",
            (string?)(await Discord.Patch(hook + "/messages/@original", new JsonObject { ["content"] = "done" })).Body!["content"]);
        var more = await FollowUp(got, new() { ["content"] = "more" });
        Assert.Equal(
            "MORE",
            (string?)(await Discord.Patch($"{hook}/messages/{more.Id}", new JsonObject { ["content"] = "MORE" })).Body!["content"]);
        Assert.Equal("done", (string?)(await Discord.Get(hook + "/messages/@original")).Body!["content"]);
        Assert.Equal(204, (await Discord.Delete(hook + "/messages/@original")).Status);
        Assert.Equal((404, 10008), await Discord.Get(hook + "/messages/@original").StatusAndCode());
        Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal((401, 50027), await FollowUp(got, new() { ["content"] = "late" }).StatusAndCode());
    }

    [Fact]
    public async Task Suggestions_come_for_the_option_being_typed()
    {
        await BeginAsync();
        var typing = Ben.Autocomplete(World.GeneralId, "/incident show number: che");
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        var option = got["data"]!["options"]![0]!["options"]![0]!;
        Assert.Equal((4, true, "che"), ((int)got["type"]!, (bool)option["focused"]!, (string?)option["value"]));
        var many = new JsonArray([.. Enumerable.Range(0, 26).Select(i => new JsonObject { ["name"] = $"c{i}", ["value"] = $"{i}" })]);
        Assert.Equal((400, 50035), await Answer(got, 8, new() { ["choices"] = many }).StatusAndCode());
        await Answer(got, 8, new() { ["choices"] = new JsonArray(new JsonObject { ["name"] = "7 Checkout down", ["value"] = "7" }) });
        Assert.Equal("7", (string?)Ben.See(typing).Data!["choices"]![0]!["value"]);
        Assert.Throws<NotDoneException>(() => Ben.Autocomplete(World.GeneralId, "/incident start title: x"));
    }

    [Fact]
    public async Task A_button_opens_a_form_and_the_form_changes_the_message()
    {
        await BeginAsync();
        var button = new JsonObject { ["type"] = 2, ["style"] = 1, ["label"] = "Note", ["custom_id"] = "note:7" };
        var card = await Discord.Post(
            $"/channels/{World.GeneralId}/messages",
            new JsonObject
            {
                ["content"] = "card",
                ["components"] = new JsonArray(new JsonObject { ["type"] = 1, ["components"] = new JsonArray(button) }),
            });
        await Bot.NextAsync("MESSAGE_CREATE");
        var pressed = Ben.Press(World.GeneralId, Snowflake.Read(card.Id)!.Value, "Note");
        var press = await Bot.NextAsync("INTERACTION_CREATE");
        Assert.Equal((3, "note:7", card.Id), ((int)press["type"]!, (string?)press["data"]!["custom_id"], (string?)press["message"]!["id"]));
        Assert.Equal((400, 50035), await Answer(press, 9, Form(new string('t', 46))).StatusAndCode());
        Assert.Equal(204, (await Answer(press, 9, Form("Add a note"))).Status);
        Assert.Equal(OutcomeKind.Modal, Ben.See(pressed).Kind);
        Assert.Throws<NotDoneException>(() => Ben.Submit(pressed, new Dictionary<string, string>(StringComparer.Ordinal)));
        Ben.Submit(pressed, new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = "rolled back", ["when"] = "14:05" });
        var submitted = await Bot.NextAsync("INTERACTION_CREATE");
        Assert.Equal("rolled back", (string?)submitted["data"]!["components"]![0]!["components"]![0]!["value"]);
        Assert.Equal("14:05", (string?)submitted["data"]!["components"]![1]!["component"]!["value"]);
        Assert.Equal((400, 50035), await Answer(submitted, 9, Form("Another")).StatusAndCode());
        Assert.Equal(204, (await Answer(submitted, 7, new() { ["content"] = "card, noted" })).Status);
        Assert.Equal("card, noted", Ben.Read(World.GeneralId).Single().Content);
    }

    [Fact]
    public async Task A_press_can_be_acknowledged_without_a_word()
    {
        await BeginAsync();
        var menu = JsonNode.Parse(
            """{"type":1,"components":[{"type":3,"custom_id":"kind","options":[{"label":"Cause","value":"cause"},{"label":"Fix","value":"fix"}]}]}"""
        );
        var card = await Discord.Post(
            $"/channels/{World.GeneralId}/messages",
            new JsonObject { ["content"] = "card", ["components"] = new JsonArray(menu) });
        await Bot.NextAsync("MESSAGE_CREATE");
        Assert.Throws<NotDoneException>(() => Ben.Press(World.GeneralId, Snowflake.Read(card.Id)!.Value, "kind", "neither"));
        var picked = Ben.Press(World.GeneralId, Snowflake.Read(card.Id)!.Value, "kind", "Cause");
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        Assert.Equal("cause", (string?)got["data"]!["values"]![0]);
        Assert.Equal(
            204,
            (await Discord.Post($"/interactions/{got["id"]}/{got["token"]}/callback", new JsonObject { ["type"] = 6 })).Status);
        Assert.Equal(OutcomeKind.Answered, Ben.See(picked).Kind);
    }

    [Fact]
    public async Task A_message_s_menu_carries_the_message()
    {
        await BeginAsync();
        var said = Discord.Server.As("chen").Post(World.GeneralId, "restarted the cache");
        await Bot.NextAsync("MESSAGE_CREATE");
        Ben.Menu(World.GeneralId, said.Id, "Add to timeline");
        var got = await Bot.NextAsync("INTERACTION_CREATE");
        Assert.Equal((3, said.Id.ToString()), ((int)got["data"]!["type"]!, (string?)got["data"]!["target_id"]));
        Assert.Equal("restarted the cache", (string?)got["data"]!["resolved"]!["messages"]![said.Id.ToString()]!["content"]);
        Assert.Equal(204, (await Answer(got, 4, new() { ["content"] = "Noted", ["flags"] = 64 })).Status);
    }

    private static JsonObject Form(string title) => JsonNode.Parse($$"""
        {
          "custom_id": "note:7", "title": "{{title}}",
          "components": [
            { "type": 1, "components": [{ "type": 4, "custom_id": "text", "label": "What", "style": 2, "required": true }] },
            { "type": 18, "label": "When", "component": { "type": 4, "custom_id": "when", "style": 1, "required": false } }
          ]
        }
        """)!.AsObject();

    private Task<Answered> Answer(JsonNode interaction, int type, JsonObject data, string query = "") =>
        Discord.Post(
            $"/interactions/{interaction["id"]}/{interaction["token"]}/callback{query}",
            new JsonObject { ["type"] = type, ["data"] = data });

    private Task<Answered> FollowUp(JsonNode interaction, JsonObject form) =>
        Discord.Post($"/webhooks/{World.ApplicationId}/{interaction["token"]}", form);
}
