using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class MessageTests : DiscordTest
{
    private static string Messages => $"/channels/{World.GeneralId}/messages";

    [Fact]
    public async Task A_message_is_sent_read_edited_and_deleted()
    {
        var sent = await Discord.Post(
            Messages,
            new JsonObject
            {
                ["content"] = "Checkout **down**",
                ["embeds"] = new JsonArray(
                    new JsonObject
                    {
                        ["title"] = "Incident 7",
                        ["color"] = 15158332,
                        ["fields"] = new JsonArray(new JsonObject { ["name"] = "Lead", ["value"] = "ana" }),
                        ["footer"] = new JsonObject { ["text"] = "sitrep" },
                    }),
                ["components"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = 1,
                        ["components"] = new JsonArray(
                            new JsonObject
                            {
                                ["type"] = 2,
                                ["style"] = 1,
                                ["label"] = "Close",
                                ["custom_id"] = "close:7",
                            }),
                    }),
                ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
            });
        Assert.Equal(200, sent.Status);
        Assert.Equal("Checkout **down**", (string?)(await Discord.Get($"{Messages}/{sent.Id}")).Body!["content"]);
        var edited = await Discord.Patch($"{Messages}/{sent.Id}", new JsonObject { ["content"] = "Checkout up" });
        Assert.Equal("Checkout up", (string?)edited.Body!["content"]);
        Assert.Single(edited.Body["embeds"]!.AsArray());
        Assert.NotNull((string?)edited.Body["edited_timestamp"]);
        Assert.Equal(204, (await Discord.Delete($"{Messages}/{sent.Id}")).Status);
        Assert.Equal((404, 10008), await Discord.Get($"{Messages}/{sent.Id}").StatusAndCode());
    }

    [Fact]
    public async Task Pages_are_newest_first_wherever_they_begin()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add((await Discord.Say($"m{i}")).Id);
        Assert.Equal(["m4", "m3"], await Contents("?limit=2"));
        Assert.Equal(["m1", "m0"], await Contents($"?before={ids[2]}"));
        Assert.Equal(["m3", "m2"], await Contents($"?after={ids[1]}&limit=2"));
        Assert.Equal(["m3", "m2", "m1"], await Contents($"?around={ids[2]}&limit=3"));
        Assert.Equal(50035, (await Discord.Get(Messages + "?limit=101")).Code);
    }

    [Fact]
    public async Task A_nonce_that_is_enforced_makes_one_message_of_two_for_some_minutes()
    {
        var form = new JsonObject { ["content"] = "once", ["nonce"] = "n-1", ["enforce_nonce"] = true };
        var first = await Discord.Post(Messages, form.DeepClone());
        Assert.Equal(first.Id, (await Discord.Post(Messages, form.DeepClone())).Id);
        Assert.Single(Discord.World.Guild.Channels[World.GeneralId].Messages);
        Clock.Move(TimeSpan.FromMinutes(6));
        Assert.NotEqual(first.Id, (await Discord.Post(Messages, form.DeepClone())).Id);
    }

    [Fact]
    public async Task A_nonce_that_is_not_enforced_stops_nothing()
    {
        var form = new JsonObject { ["content"] = "twice", ["nonce"] = "n-1" };
        Assert.NotEqual((await Discord.Post(Messages, form.DeepClone())).Id, (await Discord.Post(Messages, form.DeepClone())).Id);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_where_it_is_too_long()
    {
        Assert.Equal("BASE_TYPE_MAX_LENGTH", (await Discord.Say(new string('x', 2001))).ErrorAt("content"));
        Assert.Equal(200, (await Discord.Say(string.Concat(Enumerable.Repeat("🔥", 2000)))).Status);
        var fields = new JsonArray([.. Enumerable.Range(0, 26).Select(i => new JsonObject { ["name"] = $"n{i}", ["value"] = "v" })]);
        Assert.Equal("BASE_TYPE_MAX_LENGTH", (await Embed(new() { ["fields"] = fields })).ErrorAt("embeds.0.fields"));
        Assert.Equal("BASE_TYPE_MAX_LENGTH", (await Embed(new() { ["title"] = new string('t', 257) })).ErrorAt("embeds.0.title"));
        var full = new JsonObject { ["description"] = new string('d', 4000) };
        var two = await Discord.Post(Messages, new JsonObject { ["embeds"] = new JsonArray(full.DeepClone(), full.DeepClone()) });
        Assert.Equal("MAX_EMBED_SIZE_EXCEEDED", two.ErrorAt("embeds"));
        Assert.Equal((400, 50035), (two.Status, two.Code));
    }

    [Fact]
    public async Task Rows_and_buttons_have_limits()
    {
        static JsonObject Button(string id) => new() { ["type"] = 2, ["style"] = 1, ["label"] = id, ["custom_id"] = id };
        var six = new JsonArray([.. Enumerable.Range(0, 6).Select(i => Button($"b{i}"))]);
        Assert.Equal(50035, (await Components(new JsonArray(new JsonObject { ["type"] = 1, ["components"] = six }))).Code);
        var same = new JsonArray(new JsonObject { ["type"] = 1, ["components"] = new JsonArray(Button("a"), Button("a")) });
        Assert.Equal("COMPONENT_CUSTOM_ID_DUPLICATED", (await Components(same)).ErrorAt("components"));
        var bare = new JsonArray(
            new JsonObject
            {
                ["type"] = 1,
                ["components"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = 2,
                        ["style"] = 1,
                        ["label"] = "x",
                    }),
            });
        Assert.Equal(50035, (await Components(bare)).Code);
        var loose = new JsonArray(Button("a"));
        Assert.Equal(50035, (await Components(loose)).Code);
    }

    [Fact]
    public async Task Nothing_is_not_a_message_and_rubbish_is_not_json()
    {
        if (SpecificationsAreAbsent()) return;
        Assert.Equal((400, 50006), await Discord.Post(Messages, new JsonObject { ["content"] = " " }).StatusAndCode());
        Assert.Equal((400, 50109), await Raw("{\"content\":", "application/json"));
        Assert.Equal((400, 50035), await Raw("content=hi", "text/plain"));
        Assert.Equal((400, 50035), await Raw("{\"content\":7}", "application/json"));
    }

    [Fact]
    public async Task A_file_comes_with_its_message_and_can_be_fetched()
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    """{"content":"postmortem","attachments":[{"id":0,"description":"the whole of it"}]}""",
                    Encoding.UTF8,
                    "application/json"
                ),
                "payload_json"
            },
            { new StringContent("# Postmortem", Encoding.UTF8, new MediaTypeHeaderValue("text/markdown")), "files[0]", "incident-7.md" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v10" + Messages) { Content = form };
        var sent = await Discord.SendAsync(request);
        var file = sent.Body!["attachments"]![0]!;
        Assert.Equal(("incident-7.md", "the whole of it"), ((string?)file["filename"], (string?)file["description"]));
        Assert.Equal("# Postmortem", await Discord.Http.GetStringAsync((string)file["url"]!));
    }

    [Fact]
    public async Task What_the_bot_may_not_it_does_not()
    {
        var others = Discord.Server.As("ben").Post(World.GeneralId, "mine");
        Assert.Equal((403, 50005), await Discord.Patch($"{Messages}/{others.Id}", new JsonObject { ["content"] = "x" }).StatusAndCode());
        Assert.Equal((403, 50013), await Discord.Delete($"{Messages}/{others.Id}").StatusAndCode());
        Discord.Server.Administrator.Deny(World.GeneralId, Permission.SendMessages);
        Assert.Equal((403, 50013), await Discord.Say("x").StatusAndCode());
        Discord.Server.Administrator.Deny(World.GeneralId, Permission.ViewChannel);
        Assert.Equal((403, 50001), await Discord.Say("x").StatusAndCode());
        Assert.Equal((404, 10003), await Discord.Say("x", new Snowflake(5)).StatusAndCode());
        Assert.Equal((400, 50008), await Discord.Say("x", World.CategoryId).StatusAndCode());
    }

    [Fact]
    public async Task A_message_reaches_a_person_who_takes_it()
    {
        var ben = Discord.Server.As("ben");
        var channel = await Discord.Post("/users/@me/channels", new JsonObject { ["recipient_id"] = ben.Id });
        var id = Snowflake.Read(channel.Id)!.Value;
        Assert.Equal(200, (await Discord.Say("you are on call", id)).Status);
        Assert.Equal("you are on call", ben.Read(id).Single().Content);
        Discord.Server.Administrator.AcceptDirectMessages(ben.Id, accepts: false);
        Assert.Equal((403, 50007), await Discord.Say("hello?", id).StatusAndCode());
    }

    private async Task<string[]> Contents(string query) =>
        [.. (await Discord.Get(Messages + query)).Body!.AsArray().Select(one => (string)one!["content"]!)];

    private Task<Answered> Embed(JsonObject embed) => Discord.Post(Messages, new JsonObject { ["embeds"] = new JsonArray(embed) });

    private Task<Answered> Components(JsonArray components) =>
        Discord.Post(Messages, new JsonObject { ["content"] = "x", ["components"] = components });

    private async Task<(int, int?)> Raw(string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v10" + Messages)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        var answer = await Discord.SendAsync(request);
        return (answer.Status, answer.Code);
    }
}
