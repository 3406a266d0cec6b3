using Microsoft.Extensions.DependencyInjection;
using Sitrep.LocalDiscord.Faults;
using Sitrep.LocalDiscord.People;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.Chat.Discord.Stories;

/// <summary>What goes wrong with Discord, and what the bot does then.</summary>
public sealed class DiscordFaultTests
{
    [Fact]
    public async Task Cut_connections_around_channels_and_messages_leave_one_of_each()
    {
        await using var bot = await DiscordBot.StartAsync();
        foreach (var path in (string[])["/guilds/{guild_id}/channels", "/channels/{channel_id}/messages"])
            foreach (var kind in (FaultKind[])[FaultKind.AcceptThenCut, FaultKind.CutBefore])
                bot.Discord.Faults.Lay(new(kind) { Method = "POST", Path = path });
        var channel = await bot.DeclareAsync();
        await bot.IdleAsync();
        Assert.Single(bot.Channels(), one => one.Name == "inc-1-checkout-down");
        Assert.Single(bot.Messages(channel));
        Assert.Single(bot.Messages(bot.Channels().Single(one => one.Id == World.IncidentsId)));
    }

    [Fact]
    public async Task A_line_that_dies_silently_is_noticed_and_no_command_is_lost()
    {
        await using var bot = await DiscordBot.StartAsync(server: options =>
            options with
            {
                HeartbeatInterval = TimeSpan.FromMilliseconds(300),
            });
        var channel = await bot.DeclareAsync();
        bot.Discord.Gateway.Blackhole();
        var asked = bot.Ana.Run(channel.Id, "/timeline note text: typed into the dark");
        var seen = await bot.See(bot.Ana, asked);
        Assert.Equal(OutcomeKind.Answered, seen.Kind);
        Assert.Contains("as no. 1", seen.Message!.Content, StringComparison.Ordinal);
        Assert.Single(bot.Discord.Ledger.Frames, frame => frame.Received && (int)frame.Payload["op"]! == 2);
    }

    [Fact]
    public async Task A_command_that_arrives_too_late_is_carried_out_and_answered_in_the_channel()
    {
        await using var bot = await DiscordBot.StartAsync(server: options => options with { HeartbeatInterval = TimeSpan.FromSeconds(4) });
        var channel = await bot.DeclareAsync();
        bot.Discord.Gateway.Blackhole();
        bot.Ana.Run(channel.Id, "/timeline note text: typed into a long dark");
        await DiscordBot.Until(() =>
            bot.Messages(channel).Any(message => message.Content.Contains("came too late", StringComparison.Ordinal)));
        Assert.Equal(1, bot.LastEntry());
        Assert.Empty(bot.Discord.Ledger.Pings);
    }

    [Fact]
    public async Task An_interaction_that_arrives_twice_is_done_once()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        bot.Discord.Gateway.Duplicate(1);
        Assert.Contains("as no. 1", await bot.Type(bot.Ana, channel.Id, "/timeline note text: once"), StringComparison.Ordinal);
        Assert.Contains("as no. 2", await bot.Type(bot.Ana, channel.Id, "/timeline note text: twice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_answer_that_is_cut_off_is_sent_again_and_stands_once()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        bot.Discord.Faults.Lay(new(FaultKind.AcceptThenCut) { Method = "POST", Path = "/interactions/" });
        Assert.Contains("as no. 1", await bot.Type(bot.Ana, channel.Id, "/timeline note text: cut"), StringComparison.Ordinal);
        await bot.IdleAsync();
        Assert.Single(bot.Ana.Read(channel.Id), message => message.EphemeralTo is not null);
    }

    [Fact]
    public async Task A_long_answer_that_Discord_slows_down_arrives_whole()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        for (var i = 1; i <= 6; i++)
            await bot.Type(bot.Ana, channel.Id, $"/timeline note text: {string.Join(' ', Enumerable.Repeat($"step{i}", 120))}");
        bot.Discord.Faults.Lay(new(FaultKind.RateLimited) { Method = "POST", Path = "/webhooks/", Seconds = 1, Times = 2 });
        var asked = bot.Ana.Run(channel.Id, "/timeline show");
        await bot.See(bot.Ana, asked);
        await DiscordBot.Until(() =>
            bot
                .Ana.Read(channel.Id)
                .Any(message =>
                    message.EphemeralTo is not null
                    && message.Content.Contains("step6 step6", StringComparison.Ordinal)
                    && !message.Content.Contains("Added", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_that_Discord_will_not_take_in_time_is_given_in_the_channel()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        bot.Discord.Faults.Lay(new(FaultKind.RateLimited) { Method = "POST", Path = "/interactions/", Seconds = 5 });
        bot.Ana.Run(channel.Id, "/timeline note text: said into a queue");
        await DiscordBot.Until(() =>
            bot.Messages(channel)
                .Any(message =>
                    message.Content.Contains("came too late", StringComparison.Ordinal)
                    && message.Content.Contains("as no. 1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4014, "Message Content Intent")]
    [InlineData(4004, "Reset Token")]
    public async Task What_only_the_operator_can_mend_is_said_where_the_operator_looks(int code, string remedy)
    {
        await using var bot = await DiscordBot.StartAsync();
        Assert.Null(bot.Services.GetServices<Sitrep.Chat.IEffectTarget>().Single(platform => platform.Name == "discord").Problem);
        bot.Discord.Gateway.Close(code);
        await DiscordBot.Until(() => bot.Ready().Contains(remedy, StringComparison.Ordinal));
        Assert.Contains($"discord: {code}", bot.Ready(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_429_from_the_edge_without_JSON_delays_and_loses_nothing()
    {
        await using var bot = await DiscordBot.StartAsync();
        bot.Discord.Faults.Lay(
            new(FaultKind.EdgeRateLimited)
            {
                Method = "POST",
                Path = "/channels/{channel_id}/messages",
                Seconds = 1,
                Times = 2,
            });
        var channel = await bot.DeclareAsync();
        Assert.Single(bot.Messages(channel));
        Assert.InRange(bot.Discord.Ledger.Calls.Count(call => call.Status == 429), 2, 2);
    }

    [Fact]
    public async Task A_channel_that_somebody_deletes_leaves_the_incident_usable()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        bot.Discord.Administrator.DeleteChannel(channel.Id);
        var incidents = bot.Channels().Single(one => one.Id == World.IncidentsId);
        await DiscordBot.Until(() => bot.Messages(incidents).Any(message => message.Content.Contains("deleted", StringComparison.Ordinal)));
        Assert.Contains(
            "as no. 1",
            await bot.Type(bot.Ana, World.GeneralId, "/timeline note text: going on incident: INC-1"),
            StringComparison.Ordinal);
        await DiscordBot.Until(() =>
            bot.Messages(incidents).Any(message => message.Content.Contains("going on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rights_that_are_taken_away_stop_nothing_else()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        bot.Discord.Administrator.Deny(channel.Id, Permission.SendMessages);
        Assert.Contains("as no. 1", await bot.Type(bot.Ana, channel.Id, "/timeline note text: unheard"), StringComparison.Ordinal);
        Assert.Contains(
            "Update saved for INC-1",
            await bot.Type(bot.Ana, channel.Id, "/incident update text: heard elsewhere"),
            StringComparison.Ordinal);
        var incidents = bot.Channels().Single(one => one.Id == World.IncidentsId);
        await DiscordBot.Until(() =>
            bot.Messages(incidents).Any(message => message.Content.Contains("heard elsewhere", StringComparison.Ordinal)));
        Assert.InRange(bot.Discord.Ledger.Calls.Count(call => call.Status is 401 or 403 or 429), 1, 20);
    }

    [Fact]
    public async Task What_may_not_be_said_in_the_incident_s_channel_is_said_elsewhere_until_the_right_is_back()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var incidents = bot.Channels().Single(one => one.Id == World.IncidentsId);
        bot.Discord.Administrator.Deny(channel.Id, Permission.SendMessages);
        for (var i = 1; i <= 2; i++) await bot.Type(bot.Ana, channel.Id, $"/timeline note text: unheard {i}");
        await DiscordBot.Until(() =>
            bot.Messages(incidents).Any(message => message.Content.Contains("unheard 2", StringComparison.Ordinal)));
        Assert.Single(bot.Messages(incidents), message => message.Content.Contains("I may not read or write", StringComparison.Ordinal));

        bot.Discord.Administrator.Allow(channel.Id);
        await DiscordBot.Until(() =>
            bot.Messages(channel).Any(message => message.Content.Contains("has its channel back", StringComparison.Ordinal)));
        bot.Discord.Administrator.Deny(channel.Id, Permission.ViewChannel);
        await bot.Type(bot.Ana, World.GeneralId, "/timeline note text: unseen incident: INC-1");
        await DiscordBot.Until(() =>
            bot.Messages(incidents).Count(message => message.Content.Contains("I may not read or write", StringComparison.Ordinal)) == 2);
    }

    [Fact]
    public async Task A_bot_that_is_thrown_out_keeps_what_waits_until_it_is_invited_again()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        bot.Discord.Administrator.RemoveBot();
        await DiscordBot.Until(() => bot.Ready().Contains("invite link", StringComparison.Ordinal));
        Assert.Contains("as no. 1", await bot.TypeOnTheWeb("/timeline INC-1 written in the built-in chat"), StringComparison.Ordinal);
        bot.Discord.Administrator.InviteBot();
        await DiscordBot.Until(() =>
            bot.Messages(channel).Any(message => message.Content.Contains("written in the built-in chat", StringComparison.Ordinal)));
        await bot.IdleAsync();
        Assert.DoesNotContain("discord", bot.Ready(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_longer_than_a_message_is_stored_whole_and_shown_in_parts()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var text = string.Join(' ', Enumerable.Range(1, 900).Select(n => $"word{n}"))[..5_900];
        await bot.Type(bot.Ana, channel.Id, $"/incident set field: summary text: {text}");
        await bot.Type(bot.Ana, channel.Id, "/incident close");
        await bot.IdleAsync();
        Assert.All(bot.Messages(channel), message => Assert.InRange(message.Content.Length, 0, 2_000));
        Assert.Contains(bot.Messages(channel), message => message.Content.Contains(text.Split(' ')[^2], StringComparison.Ordinal));
    }
}
