using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sitrep.Conformance;
using Sitrep.LocalSlack;
using Sitrep.LocalSlack.Delivery;
using Xunit.Abstractions;

namespace Sitrep.Tests.LocalSlack;

/// <summary>Deliveries over HTTP, taken by a bot that answers as each test tells it.</summary>
public sealed class RequestUrlTests(ITestOutputHelper output) : LocalSlackTest
{
    // Minutes pass between retries while an answer takes a real moment; it must not look late by then.
    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);
    private readonly ConcurrentQueue<(HeaderDictionary Headers, string Body)> _taken = new();
    private Func<HttpContext, string, Task> _answer = (_, _) => Task.CompletedTask;
    private WebApplication _bot = null!;

    private protected override LocalSlackOptions Options => base.Options with { SocketMode = false, AckWithin = _patience };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _bot = builder.Build();
        _bot.MapPost("/slack/events", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            _taken.Enqueue(
                (
                    new(
                        context.Request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase)
                    ),
                    body));
            await _answer(context, body);
        });
        await _bot.StartAsync();
        Slack.Options.RequestUrl = new(
            _bot.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/slack/events");
    }

    public override async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public void The_signature_is_the_one_that_slack_publishes()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var vector = specs.Json("slack-signature-vector.json");
        Assert.Equal(
            vector.GetProperty("signature").GetString(),
            Signature.Of(
                vector.GetProperty("signing_secret").GetString()!,
                vector.GetProperty("timestamp").GetString()!,
                vector.GetProperty("body").GetString()!));
    }

    [Fact]
    public async Task A_command_is_a_signed_form_and_the_body_of_the_answer_is_shown()
    {
        _answer = (context, _) => context.Response.WriteAsync("""{"response_type":"in_channel","text":"Started."}""");
        Assert.True((await Slack.As("alice").Command("general", "/incident start a b")).IsWell);
        var (headers, body) = Assert.Single(_taken);
        var timestamp = headers["X-Slack-Request-Timestamp"].ToString();
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeSeconds().ToString(), timestamp);
        Assert.Equal(Signature.Of(Slack.Workspace.App.SigningSecret, timestamp, body), headers["X-Slack-Signature"].ToString());
        var form = QueryHelpers.ParseQuery(body);
        Assert.Equal("start a b", form["text"].ToString());
        Assert.Equal("Started.", Slack.As("ben").Sees("general")[^1].Text);
        if (PlatformSpecs.Found is not { } specs)
            output.WriteLine(PlatformSpecs.Skipped);
        else
            Assert.Equal(
                [],
                QueryHelpers
                    .ParseQuery(specs.Text("slack-payloads/slash_command.form.txt").Trim())
                    .Keys.Except(form.Keys)
                    .Except(["enterprise_id", "enterprise_name"]));
    }

    [Fact]
    public async Task An_interaction_is_a_form_with_one_field()
    {
        await Slack.As("alice").Shortcut("declare");
        var form = QueryHelpers.ParseQuery(Assert.Single(_taken).Body);
        Assert.Equal("declare", (string)JsonNode.Parse(form["payload"].ToString())!["callback_id"]!);
    }

    [Fact]
    public async Task A_bot_that_is_late_fails_or_refuses_is_noticed_by_the_person()
    {
        _answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Equal("operation_timeout", (await Passing(Slack.As("alice").Command("general", "/incident"), _patience)).Notice);
        _answer = (context, _) => { context.Response.StatusCode = 500; return Task.CompletedTask; };
        Assert.Equal("http_error", (await Slack.As("alice").Command("general", "/incident")).Notice);
        Slack.Options.RequestUrl = new("http://127.0.0.1:1/");
        Assert.Equal("dispatch_failed", (await Slack.As("alice").Command("general", "/incident")).Notice);
    }

    [Fact]
    public async Task An_event_is_retried_three_times_with_number_and_reason()
    {
        _answer = (context, _) => { context.Response.StatusCode = 503; return Task.CompletedTask; };
        Slack.As("alice").OpenHome();
        await Settled();
        Assert.Equal(["", "1", "2", "3"], _taken.Select(one => one.Headers["X-Slack-Retry-Num"].ToString()));
        Assert.Equal(["", "http_error", "http_error", "http_error"], _taken.Select(one => one.Headers["X-Slack-Retry-Reason"].ToString()));
        Assert.Single(_taken.Select(one => (string)JsonNode.Parse(one.Body)!["event_id"]!).Distinct());
    }

    [Fact]
    public async Task A_bot_may_ask_for_no_retries()
    {
        _answer = (context, _) =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["X-Slack-No-Retry"] = "1";
            return Task.CompletedTask;
        };
        Slack.As("alice").OpenHome();
        await Settled();
        Assert.Single(_taken);
    }

    [Fact]
    public async Task A_request_url_is_verified_by_its_challenge_and_checked_for_ssl()
    {
        _answer = (context, body) => context.Response.WriteAsync(body.StartsWith('{') ? (string)JsonNode.Parse(body)!["challenge"]! : "");
        Assert.True(await Slack.RequestUrl.Verify());
        Assert.True(await Slack.RequestUrl.CheckSsl());
        Assert.Contains("ssl_check=1", _taken.Last().Body);
        _answer = (context, _) => context.Response.WriteAsync("something else");
        Assert.False(await Slack.RequestUrl.Verify());
    }
}
