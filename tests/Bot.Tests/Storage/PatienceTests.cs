using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Storage;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

public sealed class PatienceTests
{
    private const string TooSlow = "⛔ Not saved: the disk did not answer within 2.5 s. Nothing was changed. Try again.";

    [Fact]
    public async Task What_a_form_held_is_given_back_where_it_could_not_be_saved()
    {
        await using var bot = new TestBot();
        await bot.Declare();
        await using var held = await HeldWriter.HoldAsync(bot.Writes);
        var answer = await bot.Fill("li", "/incident INC-1 update", ("text", "going well"), ("next", "30m"));
        Assert.Equal($"{TooSlow} Your text: \"going well\n30m\".", answer.Message.PlainText);
    }

    [Fact]
    public async Task What_was_answered_as_not_saved_is_not_saved_and_the_repeat_is()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await using var held = await HeldWriter.HoldAsync(bot.Writes);
        // All wait at once, so that this takes as long as one person's patience.
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bot.Ask("li", $"/timeline note {i}", channel, $"k{i}")));
        Assert.All(replies, reply => Assert.True(reply.Refused));
        Assert.All(replies.Select((reply, i) => (reply, i)), answer =>
            Assert.Equal($"{TooSlow} Your text: \"/timeline note {answer.i}\".", answer.reply.Message.PlainText));
        await held.LetGoAsync();
        // Whatever is written after those who gave up would have been written after them.
        await bot.Writes.RunAsync(_ => 0);
        Assert.Empty(bot.Record().Timeline);
        Assert.False((await bot.Type("li", "/timeline note 7", channel, "k7")).Refused);
        Assert.Equal("note 7", Assert.Single(bot.Record().Timeline).Text);
    }

    [Fact]
    public async Task Whoever_gives_up_takes_nobody_else_s_work_away()
    {
        await using var bot = new TestBot();
        var held = await HeldWriter.HoldAsync(bot.Writes);
        var impatient = bot.Writes.RunAsync(
            transaction => transaction.Run("insert into health (id, checked_at) values (71, 'x')"),
            TimeSpan.Zero);
        var patient = bot.Writes.RunAsync(
            transaction => transaction.Run("insert into health (id, checked_at) values (72, 'x')"),
            TimeSpan.FromMinutes(5));
        Assert.True((await Assert.ThrowsAsync<WriteTooSlowException>(() => impatient)).Certain);
        await held.DisposeAsync();
        Assert.Equal(1, await patient);
        using var connection = bot.Store.Open();
        Assert.Equal([72L], connection.Query<long>("select id from health where id > 70"));
    }

    [Fact]
    public async Task Whoever_gives_up_in_the_middle_of_the_work_is_left_out_of_the_commit()
    {
        await using var bot = new TestBot();
        using var mayEnd = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = bot.Writes.RunAsync(
            transaction =>
            {
                transaction.Run("insert into health (id, checked_at) values (71, 'x')");
                begun.TrySetResult();
                mayEnd.Wait();
                return 0;
            },
            TimeSpan.FromSeconds(1));
        await Task.WhenAny(begun.Task, slow);
        Assert.True((await Assert.ThrowsAsync<WriteTooSlowException>(() => slow)).Certain);
        mayEnd.Set();
        await bot.Writes.RunAsync(_ => 0);
        using var connection = bot.Store.Open();
        Assert.Empty(connection.Query<long>("select id from health where id > 70"));
    }

    [Fact]
    public async Task A_full_queue_answers_busy_rather_than_growing_and_works_again_by_itself()
    {
        await using var bot = await RunningBot.StartAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        var writes = bot.Services.GetRequiredService<WriteQueue>();
        var held = await HeldWriter.HoldAsync(writes);
        var waiting = new List<Task<int>>();
        await Assert.ThrowsAsync<QueueFullException>(() =>
        {
            for (var i = 0; i < 100_000; i++) waiting.Add(writes.RunAsync(_ => 0));
            throw new InvalidOperationException("The queue grows without bound");
        });
        Assert.InRange(waiting.Count, 1_000, 10_000);
        var reply = await bot.Type("ana", "/timeline too much", channel, "k1");
        Assert.True(reply["refused"]!.GetValue<bool>());
        Assert.StartsWith(
            "⛔ Not saved: too many commands wait to be written. Nothing was changed. Try again",
            reply["reply"]!.GetValue<string>());
        using (
            var talk = await bot.Http.PostAsync(
                $"/api/chat/{channel}/messages",
                JsonContent.Create(new { user = "ana", text = "just talk" })))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, talk.StatusCode);
            Assert.Equal("application/problem+json", talk.Content.Headers.ContentType!.MediaType);
            Assert.Equal(TimeSpan.FromSeconds(1), talk.Headers.RetryAfter!.Delta);
        }

        using (var ready = await bot.Http.GetAsync("/healthz/ready")) Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("live\n", await bot.Http.GetStringAsync("/healthz/live"));
        await held.DisposeAsync();
        await Task.WhenAll(waiting);
        Assert.False((await bot.Type("ana", "/timeline too much", channel, "k1"))["refused"]!.GetValue<bool>());
        Assert.Equal("ready\n", await bot.Http.GetStringAsync("/healthz/ready"));
    }

    [Fact]
    public async Task A_disk_that_hangs_is_said_on_the_health_page_while_reading_goes_on()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        await using var held = await HeldWriter.HoldAsync(bot.Services.GetRequiredService<WriteQueue>());
        using var ready = await bot.Http.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("not ready: the disk did not answer in time\n", await ready.Content.ReadAsStringAsync());
        Assert.Contains("Checkout down", await bot.Http.GetStringAsync("/api/incidents"));
    }
}
