using Microsoft.Extensions.DependencyInjection;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.LocalDiscord.State;
using Sitrep.Prose;

namespace Sitrep.Tests.Chat.Discord.Stories;

public sealed class DiscordContractTests : PlatformContract, IAsyncLifetime
{
    private DiscordBot _bot = null!;

    private protected override IEffectTarget Platform =>
        new PatientPlatform(_bot.Services.GetServices<IEffectTarget>().Single(platform => platform.Name == "discord"));

    private protected override DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task InitializeAsync() => _bot = await DiscordBot.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Empty(_bot.Discord.Ledger.Pings);
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task What_belongs_into_a_channel_that_could_not_be_opened_is_refused_for_good()
    {
        var to = new Destination("discord", new(1), "inc-1-checkout-down");
        var ana = new Person("discord", "80351110224678912", "ana");
        foreach (
            var effect in (Effect[])
                [new PostMessage(to, Sitrep.Chat.Effects.Message.Of(Line.Of($"rolled back"))), new InvitePeople(to, [ana], ana)])
            Assert.True(
                (
                    await Assert.ThrowsAsync<PlatformRefusalException>(() =>
                        Platform.DeliverAsync(new(1, effect, null, null, Now), default))).Permanent);
    }

    // What is too long for one message stands in several, which share their row's nonce.
    private protected override Task<IReadOnlyList<Standing>> LookAsync(string channel) => Task.FromResult<IReadOnlyList<Standing>>(
    [
        .. _bot.Messages(_bot.Channels().Single(one => one.Id == Snowflake.Read(channel)))
            .GroupBy(message => message.Nonce!.ToString().Split('-')[0])
            .Select(parts => new Standing(
                string.Concat(parts.Select(part => part.Content)),
                parts.First().PinnedAt is not null,
                parts.First().Attachments is [var file, ..] ? file.FileName : null)),
    ]);

    // A platform may ask to wait, and the outbox would.
    private sealed class PatientPlatform(IEffectTarget platform) : IEffectTarget
    {
        public string Name => platform.Name;

        public async Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
        {
            while (true)
            {
                try
                {
                    return await platform.DeliverAsync(delivery, cancellation);
                }
                catch (PlatformRefusalException refusal) when (!refusal.Permanent && refusal.RetryAfter is { } wait)
                {
                    await Task.Delay(wait, cancellation);
                }
            }
        }

        public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => platform.FindAsync(delivery, cancellation);
    }
}
