using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.Chat.Slack;
using Sitrep.Chat.Slack.Sockets;
using Sitrep.Configuration;
using Sitrep.Conformance;
using Sitrep.Tests.Support;
using Xunit.Abstractions;

namespace Sitrep.Tests.Chat.Slack;

/// <summary>Every payload that Slack's own SDKs are tested with is taken without a fault.</summary>
public sealed class RecordedPayloadTests(ITestOutputHelper output)
{
    private static readonly SlackOptions _options = new(
        Secret.Of("xoxb-none"),
        null,
        Secret.Of(SlackRequests.Secret),
        new("http://127.0.0.1:9/api/")
    );

    [Fact]
    public async Task Over_HTTP_each_is_answered_as_it_should_be()
    {
        if (Specs() is not { } specs) return;
        await using var bot = await RunningBot.StartAsync(options => options with { Slack = _options });
        var taken = 0;
        foreach (
            var file in specs
                .Files("slack-payloads")
                .Where(file => !file.EndsWith("INDEX.json") && !Path.GetFileName(file).StartsWith("socket.")))
        {
            var body = specs.Text(file);
            var name = Path.GetFileName(file);
            if (name.StartsWith("interactive.") && !name.Contains("url_verification")) body = "payload=" + Uri.EscapeDataString(body);
            var isForm = body.StartsWith("payload=") || name.EndsWith(".form.txt");
            using var request = isForm
                ? SlackRequests.Form(body, TimeProvider.System.GetUtcNow())
                : SlackRequests.Json(body, TimeProvider.System.GetUtcNow());
            using var response = await bot.Http.SendAsync(request);
            // An event without an event is nothing that Slack sends; it must be refused, not fallen over.
            Assert.True(
                response.StatusCode == (name.StartsWith("event.none") ? response.StatusCode : HttpStatusCode.OK)
                    && response.StatusCode < HttpStatusCode.InternalServerError,
                $"{name}: {response.StatusCode}");
            taken++;
        }

        output.WriteLine($"{taken} payloads");
        Assert.True(taken > 60);
    }

    [Fact]
    public async Task Through_a_socket_each_envelope_is_acknowledged_by_its_id()
    {
        if (Specs() is not { } specs) return;
        await using var bot = await RunningBot.StartAsync(options =>
            options with
            {
                Slack = _options with { SigningSecret = null, AppToken = Secret.Of("xapp-none") },
            });
        var receiver = bot.Services.GetRequiredService<EnvelopeReceiver>();
        foreach (var file in specs.Files("slack-payloads", "socket."))
        {
            if (specs.Json(file) is not { ValueKind: JsonValueKind.Object } envelope) continue;
            var sent = new List<string>();
            await receiver.TakeAsync(envelope, (frame, _) =>
            {
                sent.Add(Encoding.UTF8.GetString(frame.Span));
                return Task.CompletedTask;
            }, new CancellationToken(canceled: true));
            if (envelope.Text("envelope_id") is not { } id) Assert.Empty(sent);
            else Assert.Equal(id, JsonDocument.Parse(Assert.Single(sent)).RootElement.Text("envelope_id"));
        }
    }

    private PlatformSpecs? Specs()
    {
        if (PlatformSpecs.Found is null) output.WriteLine(PlatformSpecs.Skipped);
        return PlatformSpecs.Found;
    }
}
