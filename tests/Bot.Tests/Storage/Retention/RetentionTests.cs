using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sitrep.Storage.Retention;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage.Retention;

public sealed class RetentionTests : IAsyncDisposable
{
    private readonly TestBot _bot = new();
    private readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await _meters.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task What_was_received_and_sent_goes_when_it_is_old_enough_and_what_people_wrote_stays()
    {
        var channel = await _bot.Declare();
        for (var n = 0; n < (2 * ExpiredRows.Slice) + 7; n++) await _bot.Type("li", $"/timeline fact {n}", channel);
        var facts = _bot.Record().Timeline.Count;
        _bot.Clock.Move(TimeSpan.FromDays(91));
        await _bot.Type("li", "/timeline today", channel);
        await Worker(RetentionPeriods.Default).DeleteExpiredAsync();
        Assert.Equal(1, Count("deliveries"));
        Assert.True(Count("outbox") > 2 * ExpiredRows.Slice);
        _bot.Clock.Move(TimeSpan.FromDays(275));
        await Worker(RetentionPeriods.Default).DeleteExpiredAsync();
        Assert.Equal(0, Count("deliveries"));
        Assert.Equal(1, Count("outbox where kind = 'PostMessage'"));
        Assert.Equal(facts + 1, _bot.Record().Timeline.Count);
    }

    [Fact]
    public async Task A_repeat_gets_its_first_answer_as_long_as_deliveries_are_kept()
    {
        var channel = await _bot.Declare();
        var first = await _bot.Type("li", "/timeline rolled back", channel, "the same");
        _bot.Clock.Move(TimeSpan.FromDays(89));
        await Worker(RetentionPeriods.Default).DeleteExpiredAsync();
        var again = await _bot.Type("li", "/timeline rolled back", channel, "the same");
        Assert.Equal(first.Message.PlainText, again.Message.PlainText);
        Assert.Single(_bot.Record().Timeline);
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("sending")]
    [InlineData("ambiguous")]
    [InlineData("held")]
    [InlineData("dead")]
    public async Task What_waits_to_be_sent_or_for_a_person_is_never_deleted(string state)
    {
        await _bot.Declare();
        await _bot.Writes.RunAsync(transaction => transaction.Run("update outbox set state = $1", state));
        var before = Count("outbox");
        _bot.Clock.Move(TimeSpan.FromDays(10_000));
        await Worker(RetentionPeriods.Default).DeleteExpiredAsync();
        Assert.Equal(before, Count("outbox"));
    }

    [Fact]
    public async Task Everything_is_kept_where_no_period_is_set()
    {
        await _bot.Declare();
        _bot.Clock.Move(TimeSpan.FromDays(10_000));
        Assert.Equal(0, await Worker(new(null, null)).DeleteExpiredAsync());
        Assert.Equal(1, Count("deliveries"));
    }

    [Fact]
    public async Task A_slice_is_small_and_says_where_the_next_one_goes_on()
    {
        var channel = await _bot.Declare();
        for (var n = 0; n < ExpiredRows.Slice + 10; n++) await _bot.Type("li", $"/timeline fact {n}", channel);
        _bot.Clock.Move(TimeSpan.FromDays(1));
        var now = _bot.Clock.GetUtcNow();
        var first = await _bot.Writes.RunAsync(transaction => ExpiredRows.Deliveries(transaction, "", now));
        Assert.Equal(ExpiredRows.Slice, first.Deleted);
        var second = await _bot.Writes.RunAsync(transaction => ExpiredRows.Deliveries(transaction, first.Last!, now));
        Assert.Equal((null, 11), (second.Last, second.Deleted));
    }

    [Fact]
    public async Task The_size_of_each_table_is_its_rows_and_what_their_columns_hold()
    {
        var channel = await _bot.Declare();
        await _bot.Type("li", "/timeline " + new string('x', 5_000), channel);
        var sizes = _bot.Store.TableSizes().ToDictionary(table => table.Table, StringComparer.Ordinal);
        Assert.Equal(1, sizes["timeline_entries"].Rows);
        Assert.InRange(sizes["timeline_entries"].Bytes, 5_000, 6_000);
        Assert.Equal((0, 0), (sizes["message_picks"].Rows, sizes["message_picks"].Bytes));
    }

    private RetentionWorker Worker(RetentionPeriods periods) => new(
        _bot.Writes,
        new(_bot.Store, _meters.GetRequiredService<IMeterFactory>()),
        periods,
        _bot.Clock,
        NullLogger<RetentionWorker>.Instance);

    private long Count(string rows)
    {
        using var connection = _bot.Store.Open();
        return connection.QuerySingle<long>($"select count(*) from {rows}");
    }
}
