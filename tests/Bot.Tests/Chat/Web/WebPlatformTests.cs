using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web;

public sealed class WebPlatformTests : IAsyncLifetime
{
    private static readonly Destination _room = new(Platforms.Web, null, "room");
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task What_is_delivered_twice_is_there_once()
    {
        var first = await DeliverAsync(1, Post("hello"));
        Assert.Equal(first, await DeliverAsync(1, Post("hello")));
        Assert.NotEqual(first, await DeliverAsync(2, Post("hello")));
        var document = new UploadDocument(_room, "INC-1-postmortem.md", "# one", "k");
        Assert.Equal(await DeliverAsync(3, document), await DeliverAsync(3, document));
        Assert.Equal(3, (await MessagesAsync()).Count);
    }

    [Fact]
    public async Task An_update_replaces_a_message_and_keeps_its_place()
    {
        var id = await DeliverAsync(1, Post("one"));
        await DeliverAsync(2, Post("two"));
        await DeliverAsync(3, new UpdateMessage(_room, Message.Of(Line.Of($"changed")), "k"), id);
        await DeliverAsync(4, new PinMessage(_room, "k"), id);
        var messages = await MessagesAsync();
        Assert.Equal(["changed", "two"], messages.Select(message => message!["text"]!.GetValue<string>()));
        Assert.True(messages[0]!["pinned"]!.GetValue<bool>());
        Assert.True(messages[0]!["revision"]!.GetValue<long>() > messages[1]!["revision"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_newer_file_replaces_the_older_one()
    {
        var id = await DeliverAsync(1, new UploadDocument(_room, "INC-1-postmortem.md", "# one", "k"));
        await DeliverAsync(2, new UploadDocument(_room, "INC-1-postmortem.md", "# two", "k"), id);
        var file = Assert.Single(await MessagesAsync())!["file"]!["id"];
        Assert.Equal("# two", await _bot.Http.GetStringAsync($"/api/chat/files/{file}"));
    }

    [Fact]
    public async Task A_message_that_is_not_there_is_refused_for_good()
    {
        var refusal = await Assert.ThrowsAsync<PlatformRefusalException>(() => DeliverAsync(1, new PinMessage(_room, "k"), "77"));
        Assert.True(refusal.Permanent);
    }

    private static PostMessage Post(string text) => new(_room, Message.Of(Line.Of($"{text}")));

    private async Task<string?> DeliverAsync(long id, Effect effect, string? message = null) =>
        (
            await _bot
                .Services.GetRequiredService<IEffectTarget>()
                .DeliverAsync(new(id, effect, null, message, DateTimeOffset.UnixEpoch), default)).ExternalId;

    private async Task<JsonArray> MessagesAsync() => JsonNode.Parse(await _bot.Http.GetStringAsync("/api/chat/room/messages"))!.AsArray();
}
