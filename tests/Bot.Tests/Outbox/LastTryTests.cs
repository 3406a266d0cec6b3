using Microsoft.Extensions.Logging.Abstractions;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Outbox;
using Sitrep.Prose;
using Sitrep.Storage.Outbox;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Outbox;

/// <summary>A row that a platform answers with a fault for ever holds up nothing, while one that is away is waited for.</summary>
public sealed class LastTryTests
{
    [Fact]
    public async Task A_file_is_parked_after_a_last_try_the_lane_goes_on_and_the_channel_is_told()
    {
        await using var bot = new TestBot();
        var platform = new FaultyPlatform();
        var to = new Destination(Platforms.Web, new IncidentId(1), await bot.Declare());
        await AddAsync(bot, new UploadDocument(to, "INC-1-postmortem.md", "# INC-1", "INC-1/postmortem.md"));
        await AddAsync(bot, new PostMessage(to, Message.Of(Line.Of($"behind it"))));
        await PassAsync(bot, platform, TimeSpan.FromMinutes(15));
        Assert.Equal("behind it", platform.Said[0]);
        Assert.Equal(
            "⚠️ The file INC-1-postmortem.md could not be posted, every try failed: answered 500. Nothing of INC-1 is lost: /incident postmortem shows it.",
            platform.Said[1]);
        using var connection = bot.Store.Open();
        Assert.Equal("UploadDocument", connection.QuerySingle<string>("select kind from outbox where state = 'dead'"));
    }

    [Fact]
    public async Task Of_anything_else_who_runs_the_incident_is_told_with_its_words()
    {
        await using var bot = new TestBot();
        var platform = new FaultyPlatform();
        var to = new Destination(Platforms.Web, new IncidentId(1), await bot.Declare());
        await AddAsync(bot, new PostMessage(to, Message.Of(Line.Of($"poison")), IsPage: true));
        await PassAsync(bot, platform, TimeSpan.FromMinutes(15));
        Assert.Contains("to page people in #inc-1-checkout-down: \"poison\". Call them another way", Assert.Single(platform.Said));
    }

    [Fact]
    public async Task A_platform_that_answers_nothing_is_waited_for_and_gets_all_in_order()
    {
        await using var bot = new TestBot();
        var platform = new FaultyPlatform { IsThere = false };
        var to = new Destination(Platforms.Web, new IncidentId(1), await bot.Declare());
        await AddAsync(bot, new UploadDocument(to, "INC-1-postmortem.md", "# INC-1", "INC-1/postmortem.md"));
        await AddAsync(bot, new PostMessage(to, Message.Of(Line.Of($"behind it"))));
        await PassAsync(bot, platform, TimeSpan.FromHours(3));
        Assert.Empty(platform.Said);
        (platform.IsThere, platform.TakesFiles) = (true, true);
        await PassAsync(bot, platform, TimeSpan.FromMinutes(3));
        Assert.Equal(["INC-1-postmortem.md", "behind it"], platform.Said);
    }

    private static async Task PassAsync(TestBot bot, IEffectTarget platform, TimeSpan time)
    {
        var outbox = new OutboxSender(
            bot.Store, bot.Writes, [platform], bot.Clock, BotSettings.Default, NullLogger<OutboxSender>.Instance);
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(1))
        {
            await outbox.DrainAsync(CancellationToken.None);
            bot.Clock.Move(TimeSpan.FromMinutes(1));
        }
    }

    private static Task<int> AddAsync(TestBot bot, Effect effect) => bot.Writes.RunAsync(transaction =>
    {
        OutboxRows.Add(transaction, effect, bot.Clock.GetUtcNow());
        return 0;
    });

    /// <summary>Answers 500 to files and to poison for ever, or to everything while it is away.</summary>
    private sealed class FaultyPlatform : IEffectTarget
    {
        private readonly List<string> _said = [];

        public string Name => Platforms.Web;

        public bool IsThere { get; set; } = true;

        public bool TakesFiles { get; set; }

        public List<string> Said => _said;

        public Task<bool> AnswersAsync(CancellationToken cancellation) => Task.FromResult(IsThere);

        public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => Task.FromResult(Search.Absent);

        public Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
        {
            var text = delivery.Effect switch
            {
                PostMessage post => post.Message.PlainText,
                TellPerson tell => tell.Message.PlainText,
                UploadDocument upload => upload.FileName,
                _ => "",
            };
            if (!IsThere || text == "poison" || (delivery.Effect is UploadDocument && !TakesFiles))
                throw new HttpRequestException("answered 500", null, System.Net.HttpStatusCode.InternalServerError);
            _said.Add(text);
            return Task.FromResult(new DeliveryResult($"m{delivery.Id}"));
        }
    }
}
