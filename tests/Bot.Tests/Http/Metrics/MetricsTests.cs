using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat.Effects;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Http.Metrics;

public sealed class MetricsTests
{
    [Fact]
    public async Task Commands_move_the_numbers_by_command_and_result()
    {
        await using var bot = await RunningBot.StartAsync();
        var before = await ScrapeAsync(bot);
        Assert.Empty(before.Matching("sitrep_commands_total"));
        var channel = (await bot.Type("ana", "/incident start Checkout down sev2"))["channel"]!.GetValue<string>();
        await bot.Type("ana", "/timeline the database is slow", channel, "k1");
        await bot.Type("ana", "/timeline the database is slow", channel, "k1");
        await bot.Type("ana", "/timeline 25:99 no such time", channel);
        await bot.Type("ana", "/incident clsoe", channel);
        await bot.Type("ana", "only talk", channel);
        var after = await ScrapeAsync(bot);
        Assert.Equal(1, after.Value("sitrep_commands_total", ("command", "incident start"), ("platform", "web"), ("result", "done")));
        Assert.Equal(1, after.Value("sitrep_commands_total", ("command", "timeline"), ("result", "done")));
        Assert.Equal(1, after.Value("sitrep_commands_total", ("command", "timeline"), ("result", "repeated")));
        Assert.Equal(1, after.Value("sitrep_commands_total", ("command", "timeline"), ("result", "refused")));
        Assert.Equal(1, after.Value("sitrep_commands_total", ("command", "unknown"), ("result", "refused")));
        Assert.Equal(5, after.Value("sitrep_commands_total"));
        Assert.Equal(5, after.Value("sitrep_answer_duration_seconds_count", ("platform", "web")));
        Assert.True(after.Value("sitrep_answer_duration_seconds_sum") > 0);
        Assert.True(after.Value("sitrep_commit_batch_size_sum") >= after.Value("sitrep_commit_batch_size_count"));
        Assert.True(after.Value("sitrep_commit_batch_size_sum") >= before.Value("sitrep_commit_batch_size_sum") + 5);
        Assert.Equal(after.Value("sitrep_commit_batch_size_count"), after.Value("sitrep_commit_duration_seconds_count"));
    }

    [Fact]
    public async Task The_size_of_each_table_is_there_from_the_first_reading_on()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        var scraped = await ScrapeAsync(bot);
        Assert.Equal(1, scraped.Value("sitrep_database_table_rows", ("table", "incidents")));
        Assert.True(scraped.Value("sitrep_database_table_size_bytes", ("table", "outbox")) > 100);
    }

    [Fact]
    public async Task The_outbox_is_counted_by_platform_and_state_with_the_age_of_its_oldest()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        await Eventually.Async(async () =>
            (await ScrapeAsync(bot)).Value("sitrep_outbox_deliveries_total", ("platform", "web"), ("result", "done")) >= 3);
        await Eventually.Async(async () => !(await ScrapeAsync(bot)).Matching("sitrep_outbox_rows").Any());
        // Nobody carries to the one platform; the other refuses for good.
        var decided = TimeProvider.System.GetUtcNow().AddHours(-2);
        await bot.Services.GetRequiredService<WriteQueue>().RunAsync(transaction =>
        {
            OutboxRows.Add(transaction, new PinMessage(new("slack", null, "C1"), "card"), decided);
            OutboxRows.Add(transaction, new PinMessage(new("web", null, "general"), "no such card"), decided);
            return 0;
        });
        await Eventually.Async(async () =>
            (await ScrapeAsync(bot)).Value("sitrep_outbox_rows", ("platform", "web"), ("state", "dead")) == 1);
        var after = await ScrapeAsync(bot);
        Assert.Equal(1, after.Value("sitrep_outbox_deliveries_total", ("platform", "web"), ("result", "dead")));
        Assert.Equal(1, after.Value("sitrep_outbox_rows", ("platform", "slack"), ("state", "pending")));
        foreach (var (platform, state) in new[] { ("web", "dead"), ("slack", "pending") })
            Assert.InRange(after.Value("sitrep_outbox_oldest_age_seconds", ("platform", platform), ("state", state)), 7_200, 7_300);
    }

    [Fact]
    public async Task A_reminder_says_how_late_it_fired_and_how_long_it_has_been_due()
    {
        await using var bot = await RunningBot.StartAsync();
        var channel = (await bot.Type("ana", "/incident start Checkout down"))["channel"]!.GetValue<string>();
        await bot.Type("ana", "/incident update rolling back next:30m", channel);
        Assert.Equal(0, (await ScrapeAsync(bot)).Value("sitrep_timer_overdue_seconds"));
        var due = Instants.ToText(TimeProvider.System.GetUtcNow().AddSeconds(-100));
        await bot
            .Services.GetRequiredService<WriteQueue>()
            .RunAsync(transaction => transaction.Run("update reminders set due_at = $1", due));
        await Eventually.Async(async () => (await ScrapeAsync(bot)).Value("sitrep_timer_lateness_seconds_count") == 1);
        Assert.InRange((await ScrapeAsync(bot)).Value("sitrep_timer_lateness_seconds_sum"), 100, 130);
    }

    [Fact]
    public async Task Process_build_platforms_and_database_are_there()
    {
        await using var bot = await RunningBot.StartAsync();
        using var response = await bot.Http.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var read = Exposition.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(1, read.Value("sitrep_platform_up", ("platform", "web")));
        Assert.Equal(1, read.Value("sitrep_database_readable"));
        Assert.Equal(0, read.Value("sitrep_write_queue_length"));
        Assert.StartsWith("SQLite 3.", Assert.Single(read.Matching("sitrep_build_info")).Labels["sqlite"]);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Assert.InRange(read.Value("process_start_time_seconds"), now - 86_400, now);
        foreach (
            var name in (string[])
                [
                    "process_cpu_seconds_total",
                    "process_resident_memory_bytes",
                    "dotnet_gc_heap_bytes",
                    "sitrep_database_size_bytes",
                    "sitrep_disk_free_bytes",
                ])
            Assert.True(read.Value(name) > 0, $"{name} is nothing");
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_said_and_the_rest_is_still_there()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        var healthy = await ScrapeAsync(bot);
        Assert.Equal(1, healthy.Value("sitrep_database_readable"));
        using (var connection = bot.Services.GetRequiredService<IStore>().Open())
            connection.Execute("alter table outbox rename to elsewhere; alter table reminders rename to forgotten");
        var broken = await ScrapeAsync(bot);
        Assert.Empty(broken.Matching("sitrep_timer_overdue_seconds"));
        Assert.Empty(broken.Matching("sitrep_outbox_rows"));
        Assert.Equal(1, broken.Value("sitrep_platform_up"));
    }

    [Fact]
    public async Task A_private_incident_leaves_no_word_of_itself()
    {
        await using var bot = await RunningBot.StartAsync();
        var channel = (await bot.Type("mallory", "/incident start Zanzibar takeover private"))["channel"]!.GetValue<string>();
        await bot.Type("mallory", "/timeline quokka in the vault #finding", channel);
        await bot.Type("mallory", "/zanzibar quokka", channel);
        var text = await bot.Http.GetStringAsync("/metrics");
        foreach (var word in (string[])["zanzibar", "quokka", "mallory", "inc-1", channel])
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_host_s_name_is_not_answered()
    {
        await using var bot = await RunningBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Host = "evil.example";
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<Exposition> ScrapeAsync(RunningBot bot) => Exposition.Parse(await bot.Http.GetStringAsync("/metrics"));
}
