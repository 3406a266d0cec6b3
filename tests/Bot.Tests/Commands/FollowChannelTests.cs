using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class FollowChannelTests : IAsyncDisposable
{
    private static readonly Person _tom = new("slack", "U3", "tom");
    private readonly CollectingPlatform _slack = new("slack");
    private readonly TestBot _bot;

    public FollowChannelTests() => _bot = new(platform: _slack);

    [Fact]
    public async Task Who_leads_is_told_once_that_the_channel_is_gone_and_the_incident_goes_on()
    {
        var channel = await _bot.Declare();
        await _bot.Type("li", "/incident lead", channel);
        for (var i = 0; i < 3; i++) await _bot.Happen(new ChannelLost(new("slack", channel), _tom, null, ChannelLoss.Archived));
        var told = Assert.Single(_bot.Delivered.Select(delivery => delivery.Effect).OfType<TellPerson>());
        Assert.Equal("li", told.Person.Name);
        Assert.Contains("was archived at 14:00 UTC. The incident goes on", told.Message.PlainText);
        Assert.False((await _bot.Type("li", "/timeline INC-1 still here", "general")).Refused);
        Assert.Equal(ChannelLoss.Archived, _bot.Record().Incident.ChannelLost);
    }

    [Fact]
    public async Task Who_declared_is_told_where_the_lead_is_on_another_platform()
    {
        var channel = await _bot.Declare();
        await _bot.Happen(new TextTyped(new("web", "general"), Person.Named("web", _tom.Id), null, "/incident INC-1 lead"));
        await _bot.Happen(new ChannelLost(new("slack", channel), _tom, null, ChannelLoss.Archived));
        var told = Assert.Single(_bot.Delivered.Select(delivery => delivery.Effect).OfType<TellPerson>());
        Assert.Equal(Person.Named("slack", "ana"), told.Person);
    }

    [Fact]
    public async Task What_the_platform_refuses_because_the_channel_is_gone_is_said_in_the_announcement_channel()
    {
        var channel = await _bot.Declare();
        _slack.Refusing = delivery =>
            delivery.Effect.To.Incident is null ? null : new("is_archived", permanent: true, lost: ChannelLoss.Archived);
        await _bot.Type("ana", "/timeline INC-1 the database is full", "general");
        await _bot.Type("ana", "/timeline INC-1 freed 20 GB", "general");
        var said = _bot
            .Delivered.Select(delivery => delivery.Effect)
            .OfType<PostMessage>()
            .Where(post => post.To.Channel == "incidents")
            .Select(post => post.Message.PlainText)
            .ToList();
        Assert.Contains(said, text => text.Contains($"INC-1 (from #{channel}):") && text.Contains("the database is full"));
        Assert.Contains(said, text => text.Contains("freed 20 GB"));
        Assert.Single(_bot.Delivered, delivery => delivery.Effect is TellPerson);
    }

    [Fact]
    public async Task A_private_incident_s_words_never_reach_the_announcement_channel()
    {
        var channel = await _bot.Declare("Payroll leaked private");
        _slack.Refusing = delivery =>
            delivery.Effect.To.Incident is null ? null : new("is_archived", permanent: true, lost: ChannelLoss.Archived);
        await _bot.Type("ana", "/timeline a secret", channel);
        Assert.DoesNotContain(_bot.Delivered, delivery => delivery.Effect is PostMessage { To.Channel: "incidents" });
        Assert.Contains(_bot.Delivered, delivery =>
            delivery.Effect is TellPerson { Person.Name: "ana" } told && told.Message.PlainText.Contains("a secret"));
    }

    [Fact]
    public async Task A_channel_that_is_back_is_used_again_and_its_loss_can_be_told_again()
    {
        var channel = new ChannelRef("slack", await _bot.Declare());
        await _bot.Happen(new ChannelLost(channel, _tom, null, ChannelLoss.Removed));
        await _bot.Happen(new ChannelRestored(channel, _tom, null));
        Assert.Null(_bot.Record().Incident.ChannelLost);
        Assert.Contains("has its channel back", _bot.Posted[^1]);
        await _bot.Happen(new ChannelLost(channel, _tom, null, ChannelLoss.Removed));
        Assert.Equal(2, _bot.Delivered.Count(delivery => delivery.Effect is TellPerson));
    }

    [Fact]
    public async Task A_renamed_channel_keeps_its_incident_and_the_announcement_follows()
    {
        var channel = new ChannelRef("slack", await _bot.Declare());
        await _bot.Happen(new ChannelRenamed(channel, _tom, null, "war-room"));
        Assert.Equal("war-room", _bot.Record().Incident.ChannelName);
        Assert.Contains(_bot.Delivered, delivery =>
            delivery.Effect is UpdateMessage { To.Channel: "incidents" } update && update.Message.PlainText.Contains("#war-room"));
    }

    [Fact]
    public async Task A_closed_incident_s_channel_is_put_away_after_a_week_and_nobody_is_told()
    {
        var channel = await _bot.Declare();
        await _bot.Type("ana", "/incident close", channel);
        _bot.Clock.Move(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await _bot.Reminders.FireDueAsync());
        _bot.Clock.Move(TimeSpan.FromSeconds(1));
        await _bot.Reminders.FireDueAsync();
        await _bot.DrainAsync();
        Assert.Single(_bot.Delivered, delivery => delivery.Effect is ArchiveChannel);
        await _bot.Happen(new ChannelLost(new("slack", channel), _tom, null, ChannelLoss.Archived));
        Assert.DoesNotContain(_bot.Delivered, delivery => delivery.Effect is TellPerson);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();
}
