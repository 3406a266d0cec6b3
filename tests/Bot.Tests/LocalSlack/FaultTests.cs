using System.Net;
using Sitrep.Conformance;
using Sitrep.LocalSlack.Faults;
using Xunit.Abstractions;

namespace Sitrep.Tests.LocalSlack;

public sealed class FaultTests(ITestOutputHelper output) : LocalSlackTest
{
    [Fact]
    public async Task A_scripted_429_says_how_long_to_wait_and_nothing_happens()
    {
        var channel = await Channel();
        Slack.Faults.Add(new(FaultKind.RateLimited, "chat.postMessage", Wait: TimeSpan.FromSeconds(7)));
        using var response = await Bot.Send("chat.postMessage", new FormUrlEncodedContent([new("channel", channel), new("text", "t")]));
        Assert.Equal((HttpStatusCode.TooManyRequests, "7"), (response.StatusCode, response.Headers.GetValues("Retry-After").Single()));
        Assert.Empty(Slack.Ledger.Accepted("chat.postMessage"));
        await Posted(channel);
        Assert.Single(Slack.Ledger.Accepted("chat.postMessage"));
    }

    [Fact]
    public async Task A_server_error_and_a_refusal_leave_no_trace()
    {
        var channel = await Channel();
        Slack.Faults.Add(new(FaultKind.ServerError, Status: 502));
        using var response = await Bot.Send("chat.postMessage", new FormUrlEncodedContent([new("channel", channel), new("text", "t")]));
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Slack.Faults.Add(new(FaultKind.Refusal, "chat.postMessage", Error: "fatal_error", Skip: 1));
        await Posted(channel);
        Assert.Equal("fatal_error", await Bot.Refused("chat.postMessage", ("channel", channel), ("text", "t")));
        Assert.Single(Slack.Ledger.Accepted("chat.postMessage"));
    }

    [Fact]
    public async Task A_call_may_take_effect_though_its_answer_fails_or_never_comes()
    {
        var channel = await Channel();
        Slack.Faults.Add(new(FaultKind.AcceptThenRefusal, "chat.postMessage", Error: "fatal_error"));
        Assert.Equal("fatal_error", await Bot.Refused("chat.postMessage", ("channel", channel), ("text", "one")));
        Slack.Faults.Add(new(FaultKind.AcceptThenCut, "chat.postMessage"));
        await Assert.ThrowsAsync<HttpRequestException>(() => Posted(channel, "two"));
        Slack.Faults.Add(new(FaultKind.AcceptThenHang, "chat.postMessage"));
        var hanging = Posted(channel, "three");
        await Sitrep.Tests.Support.Eventually.Async(() => Task.FromResult(Slack.Ledger.Accepted("chat.postMessage").Count == 3));
        Assert.False(hanging.IsCompleted);
        Assert.Equal(
            ["one", "two", "three"],
            Slack.Workspace.Channels[channel].Messages.Where(message => message.Subtype is null).Select(message => message.Text));
        Assert.Equal(
            ["AcceptThenRefusal", "AcceptThenCut", "AcceptThenHang"],
            Slack.Ledger.Accepted("chat.postMessage").Select(call => call.Fault!));
        Bot.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => hanging);
    }

    [Fact]
    public async Task A_connection_cut_before_leaves_no_trace_and_a_script_can_be_thrown_away()
    {
        var channel = await Channel();
        Slack.Faults.Add(new(FaultKind.CutBefore, "chat.postMessage"));
        await Assert.ThrowsAsync<HttpRequestException>(() => Posted(channel));
        Assert.Empty(Slack.Ledger.Accepted("chat.postMessage"));
        Slack.Faults.Add(new(FaultKind.ServerError, Times: null));
        Slack.Faults.Clear();
        await Posted(channel);
    }

    [Fact]
    public async Task About_as_many_calls_meet_a_fault_as_its_probability_says()
    {
        Slack.Faults.Add(new(FaultKind.Refusal, "auth.test", Times: null, Probability: 0.5));
        for (var i = 0; i < 100; i++) await Bot.Form("auth.test");
        Assert.InRange(Slack.Ledger.Calls.Count(call => call.Fault is not null), 30, 70);
    }

    [Fact]
    public async Task A_call_that_breaks_the_documents_is_marked_in_the_ledger()
    {
        var channel = await Channel();
        await Bot.Form("chat.postMessage", ("channel", channel), ("text", "t"), ("colour", "red"));
        if (PlatformSpecs.Found is null)
            output.WriteLine(PlatformSpecs.Skipped);
        else
            Assert.Equal(
                ["/colour: chat.postMessage has no argument 'colour' (argument)"],
                Slack.Ledger.Accepted("chat.postMessage").Single().Violations);
    }
}
