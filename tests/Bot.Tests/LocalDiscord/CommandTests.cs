using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class CommandTests : DiscordTest
{
    private static string OfGuild => $"/applications/{World.ApplicationId}/guilds/{World.GuildId}/commands";

    private static string Global => $"/applications/{World.ApplicationId}/commands";

    [Fact]
    public async Task A_bulk_overwrite_replaces_all_and_keeps_the_ids_of_those_that_stay()
    {
        var first = await Discord.Put(OfGuild, new JsonArray(Registered.Incident(), Registered.AddToTimeline()));
        var second = await Discord.Put(OfGuild, new JsonArray(Registered.Incident()));
        Assert.Equal(200, second.Status);
        Assert.Equal((string?)first.Body![0]!["id"], (string?)Assert.Single(second.Body!.AsArray())!["id"]);
        Assert.Single((await Discord.Get(OfGuild)).Body!.AsArray());
        Assert.Empty((await Discord.Get(Global)).Body!.AsArray());
    }

    [Fact]
    public async Task One_is_made_replaced_changed_and_deleted()
    {
        var made = await Discord.Post(Global, Registered.Incident());
        Assert.Equal((201, 200), (made.Status, (await Discord.Post(Global, Registered.Incident())).Status));
        Assert.Equal(
            "Other words",
            (string?)(await Discord.Patch($"{Global}/{made.Id}", new JsonObject { ["description"] = "Other words" })).Body!["description"]);
        Assert.Equal(204, (await Discord.Delete($"{Global}/{made.Id}")).Status);
        Assert.Equal((404, 10063), await Discord.Delete($"{Global}/{made.Id}").StatusAndCode());
    }

    [Fact]
    public async Task What_no_command_may_be_is_refused_where_it_is_wrong()
    {
        Assert.Equal("APPLICATION_COMMAND_INVALID_NAME", (await With(command => command["name"] = "Big Name")).ErrorAt("0.name"));
        Assert.NotNull((await With(command => command["description"] = "")).ErrorAt("0.description"));
        Assert.NotNull((await With(command => command["description"] = new string('d', 101))).ErrorAt("0.description"));
        Assert.Equal("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", (await With(command => command["options"] = new JsonArray(
            new JsonObject { ["type"] = 3, ["name"] = "a", ["description"] = "a" },
            new JsonObject { ["type"] = 3, ["name"] = "b", ["description"] = "b", ["required"] = true }))).ErrorAt("0.options.1.required"));
        Assert.NotNull(
            (
                await With(command =>
                    command["options"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = 3,
                            ["name"] = "a",
                            ["description"] = "a",
                            ["choices"] = new JsonArray([
                                .. Enumerable.Range(0, 26).Select(i => new JsonObject { ["name"] = $"c{i}", ["value"] = $"c{i}" }),
                            ]),
                        }))).ErrorAt("0.options.0.choices"));
        Assert.Equal(
            (400, 30032),
            await Discord
                .Put(
                    OfGuild,
                    new JsonArray([.. Enumerable.Range(0, 101).Select(i => new JsonObject { ["name"] = $"c{i}", ["description"] = "d" })]))
                .StatusAndCode());
        Assert.Equal((403, 20012), await Discord.Get("/applications/5/commands").StatusAndCode());
    }

    private Task<Answered> With(Action<JsonObject> spoil)
    {
        var command = new JsonObject { ["name"] = "incident", ["description"] = "Incidents", ["type"] = 1 };
        spoil(command);
        return Discord.Put(OfGuild, new JsonArray(command));
    }
}
