using System.Net;
using System.Text.Json.Nodes;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web;

public sealed class ChatRoutesTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Channels_stand_in_the_order_of_the_page()
    {
        await _bot.Type("ana", "/incident start First");
        await _bot.Type("ana", "/incident start Second sev2");
        await _bot.Type("ana", "/incident INC-1 close");
        await _bot.Type("ana", "hello", "random");
        var channels = await ReadAsync("/api/chat/channels");
        Assert.Equal(
            ["general", "incidents", "inc-2-second", "inc-1-first", "random"],
            channels.Select(channel => channel!["name"]!.GetValue<string>()));
        Assert.Equal(("sev2", true), (channels[2]!["severity"]!.GetValue<string>(), channels[2]!["open"]!.GetValue<bool>()));
        Assert.Equal(("closed", false), (channels[3]!["status"]!.GetValue<string>(), channels[3]!["open"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task After_a_revision_come_new_messages_and_changed_ones()
    {
        var channel = await DeclareAsync("Checkout down");
        await Eventually.Async(async () =>
            (await ReadAsync($"/api/chat/{channel}/messages")).Any(message => message!["pinned"]!.GetValue<bool>()));
        var before = (await ReadAsync($"/api/chat/{channel}/messages")).Max(message => message!["revision"]!.GetValue<long>());
        await _bot.Type("ana", "/incident severity sev1", channel);
        await Eventually.Async(async () =>
            (await ReadAsync($"/api/chat/{channel}/messages?after={before}")).Any(message =>
                message!["pinned"]!.GetValue<bool>() && message["text"]!.GetValue<string>().Contains("SEV1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_scrolls_back_from_the_newest_messages()
    {
        for (var i = 1; i <= 5; i++) await _bot.Type("ana", $"m{i}");
        var newest = await ReadAsync("/api/chat/general/messages?last=2");
        Assert.Equal(["m4", "m5"], newest.Select(message => message!["text"]!.GetValue<string>()));
        var before = newest[0]!["id"]!.GetValue<long>();
        Assert.Equal(
            ["m2", "m3"],
            (await ReadAsync($"/api/chat/general/messages?last=2&before={before}")).Select(message => message!["text"]!.GetValue<string>())
        );
        using var wrong = await _bot.Http.GetAsync("/api/chat/general/messages?after=now");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_postmortem_s_file_is_an_attachment_that_nobody_sniffs()
    {
        var channel = await DeclareAsync("Checkout <script>");
        await _bot.Type("ana", "/incident close", channel);
        JsonNode? file = null;
        await Eventually.Async(async () =>
            (
                file = (await ReadAsync($"/api/chat/{channel}/messages"))
                    .Select(message => message!["file"])
                    .FirstOrDefault(found => found is not null))
                is not null);
        Assert.Equal("INC-1-postmortem.md", file!["name"]!.GetValue<string>());
        Assert.StartsWith("<!doctype html>", await _bot.Http.GetStringAsync(file["page"]!.GetValue<string>()));
        using var response = await _bot.Http.GetAsync($"/api/chat/files/{file["id"]}");
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("# Checkout", await response.Content.ReadAsStringAsync());
        using var absent = await _bot.Http.GetAsync("/api/chat/files/999");
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    [Fact]
    public async Task A_private_incident_s_channel_is_to_others_one_that_does_not_exist()
    {
        var channel = await DeclareAsync("Secret matter private");
        await _bot.Type("ana", "/timeline found the secret", channel);
        await Eventually.Async(async () => (await ReadAsync($"/api/chat/{channel}/messages?user=ana")).Count > 1);
        Assert.Empty(await ReadAsync($"/api/chat/{channel}/messages"));
        Assert.Empty(await ReadAsync($"/api/chat/{channel}/messages?user=ben"));
        Assert.DoesNotContain(channel, await _bot.Http.GetStringAsync("/api/chat/channels?user=ben"));
        Assert.Contains(channel, await _bot.Http.GetStringAsync("/api/chat/channels?user=ana"));
    }

    [Fact]
    public async Task Completion_gets_every_command_with_what_it_takes()
    {
        var commands = await ReadAsync("/api/commands");
        Assert.Equal(Sitrep.Commands.CommandTable.All.Count, commands.Count);
        var start = commands.Single(command => command!["name"]!.GetValue<string>() == "incident start")!;
        Assert.Contains("at", start["options"]!.AsArray().Select(option => option!["key"]!.GetValue<string>()));
        Assert.Equal(5, start["severities"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_completion_gets_is_what_was_approved() =>
        Approved.Is("Chat/Web", "commands", Approved.Lines(await _bot.Http.GetStringAsync("/api/commands")));

    private async Task<string> DeclareAsync(string title) =>
        (await _bot.Type("ana", "/incident start " + title))["channel"]!.GetValue<string>();

    private async Task<JsonArray> ReadAsync(string path) => JsonNode.Parse(await _bot.Http.GetStringAsync(path))!.AsArray();
}
