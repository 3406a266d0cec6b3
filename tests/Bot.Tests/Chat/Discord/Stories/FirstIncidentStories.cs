using Sitrep.LocalDiscord.People;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.Chat.Discord.Stories;

public sealed class FirstIncidentStories
{
    [Fact]
    public async Task I_can_declare_note_and_close_and_get_a_postmortem()
    {
        await using var bot = await DiscordBot.StartAsync(options => options with { Category = "Incidents" });
        var channel = await bot.DeclareAsync();
        Assert.Equal(World.CategoryId, channel.ParentId);
        var card = bot.Messages(channel)[0];
        Assert.NotNull(card.PinnedAt);
        Assert.Contains("INC-1 · Checkout down", card.Content, StringComparison.Ordinal);
        Assert.Contains(bot.Messages(bot.Channels().Single(one => one.Id == World.IncidentsId)), message =>
            message.Content.Contains("**INC-1**", StringComparison.Ordinal));

        var added = await bot.Type(
            bot.Discord.As("ben"),
            channel.Id,
            "/timeline note text: rolled back the api kind: #mitigation #verification");
        Assert.Contains("no. 1", added, StringComparison.Ordinal);
        Assert.Contains("mitigation, verification", added, StringComparison.Ordinal);
        Assert.Contains("closed", await bot.Type(bot.Ana, channel.Id, "/incident close"), StringComparison.Ordinal);
        await bot.IdleAsync();
        var file = bot.Messages(channel).SelectMany(message => message.Attachments).Single();
        Assert.Equal("INC-1-postmortem.md", file.FileName);
        Assert.Contains("rolled back the api", System.Text.Encoding.UTF8.GetString(file.Content), StringComparison.Ordinal);
        Assert.Empty(bot.Discord.Ledger.Pings);
    }

    [Fact]
    public async Task Answers_are_mine_alone_and_come_after_the_commit()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var asked = bot.Ana.Run(channel.Id, "/timeline note text: @everyone look");
        var seen = await bot.See(bot.Ana, asked);
        Assert.Equal(bot.Ana.Id, seen.Message!.EphemeralTo);
        Assert.DoesNotContain(bot.Discord.As("ben").Read(channel.Id), message => message.Id == seen.Message.Id);
        await bot.IdleAsync();
        Assert.Empty(bot.Discord.Ledger.Pings);
    }

    [Fact]
    public async Task A_command_without_its_title_asks_by_a_form()
    {
        await using var bot = await DiscordBot.StartAsync();
        var asked = bot.Ana.Run(World.GeneralId, "/incident start");
        Assert.Equal(OutcomeKind.Modal, (await bot.See(bot.Ana, asked)).Kind);
        var sent = bot.Ana.Submit(asked, new Dictionary<string, string> { ["title"] = "Search slow", ["severity"] = "sev3" });
        Assert.Contains("INC-1 declared", DiscordBot.Shown(await bot.See(bot.Ana, sent)), StringComparison.Ordinal);
        await bot.ChannelAsync("inc-1-search-slow");
    }

    [Fact]
    public async Task A_button_works_after_a_restart_however_long_its_command_is()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var text = "the cache was cold because " + string.Join(' ', Enumerable.Repeat("somebody emptied it", 20));
        var asked = await bot.See(bot.Ana, bot.Ana.Run(channel.Id, $"/timeline note when: 25:70 text: {text}"));
        Assert.Contains("Nothing was changed", asked.Message!.Content, StringComparison.Ordinal);
        await bot.EndAsync();
        await bot.BeginAsync();
        var pressed = await bot.See(bot.Ana, bot.Ana.Press(channel.Id, asked.Message.Id, DiscordBot.Label(asked.Message, "Use now")));
        Assert.Contains("Added to INC-1 as no. 1", pressed.Message!.Content, StringComparison.Ordinal);
        var lead = await bot.See(bot.Ana, bot.Ana.Press(channel.Id, bot.Messages(channel)[0].Id, "Take lead"));
        Assert.Contains("is now the **lead** of INC-1", lead.Message!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_s_own_menu_adds_it_at_its_own_time_and_once()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var said = bot.Discord.As("ben").Post(channel.Id, "graphs look **bad** <@" + bot.Ana.Id + ">");
        var first = await bot.See(bot.Ana, bot.Ana.Menu(channel.Id, said.Id, "Add to timeline"));
        Assert.Contains("as no. 1", first.Message!.Content, StringComparison.Ordinal);
        Assert.Contains("Ben", first.Message.Content, StringComparison.Ordinal);
        var again = await bot.See(bot.Ana, bot.Ana.Menu(channel.Id, said.Id, "Add to timeline"));
        Assert.Contains("already", again.Message!.Content, StringComparison.Ordinal);
        Assert.Empty(bot.Discord.Ledger.Pings);
    }

    [Fact]
    public async Task A_message_outside_of_any_incident_is_added_to_the_one_I_choose_even_after_a_restart()
    {
        await using var bot = await DiscordBot.StartAsync();
        await bot.DeclareAsync();
        var said = bot.Discord.As("ben").Post(World.GeneralId, "customers call about failed payments");
        var asked = bot.Ana.Menu(World.GeneralId, said.Id, "Add to timeline");
        Assert.Equal(OutcomeKind.Modal, (await bot.See(bot.Ana, asked)).Kind);
        await bot.EndAsync();
        await bot.BeginAsync();
        var sent = await bot.See(bot.Ana, bot.Ana.Submit(asked, new Dictionary<string, string> { ["incident"] = "INC-1" }));
        Assert.Contains("Added to INC-1 as no. 1", sent.Message!.Content, StringComparison.Ordinal);
        Assert.Contains("customers call", sent.Message.Content, StringComparison.Ordinal);
        Assert.Contains("Ben", sent.Message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_declared_from_a_message_begins_its_timeline_with_it()
    {
        await using var bot = await DiscordBot.StartAsync();
        var said = bot.Discord.As("ben").Post(World.GeneralId, "Checkout down\nsince the deploy");
        var asked = bot.Ana.Menu(World.GeneralId, said.Id, "Declare an incident");
        Assert.Equal(OutcomeKind.Modal, (await bot.See(bot.Ana, asked)).Kind);
        var sent = await bot.See(bot.Ana, bot.Ana.Submit(asked, new Dictionary<string, string> { ["severity"] = "sev2" }));
        Assert.Contains("INC-1 declared", sent.Message!.Content, StringComparison.Ordinal);
        var channel = await bot.ChannelAsync("inc-1-checkout-down");
        Assert.Equal(1, bot.LastEntry());
        Assert.Contains("since the deploy", await bot.Type(bot.Ana, channel.Id, "/timeline show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pushpin_records_a_message_where_that_is_switched_on()
    {
        await using var bot = await DiscordBot.StartAsync(options => options with { RecordReactions = true });
        var channel = await bot.DeclareAsync();
        var said = bot.Discord.As("ben").Post(channel.Id, "disk of db-1 is full");
        bot.Ana.React(channel.Id, said.Id, "📌");
        await DiscordBot.Until(() => bot.LastEntry() == 1);
        Assert.Contains("disk of db-1 is full", await bot.Type(bot.Ana, channel.Id, "/timeline show"), StringComparison.Ordinal);
        bot.Discord.As("ben").Edit(channel.Id, said.Id, "disk of db-2 is full");
        await DiscordBot.Until(() =>
            bot.Messages(channel)
                .Any(message => message.Content.Contains("disk of db-2 is full", StringComparison.Ordinal) && message.Author.IsBot));
        bot.Ana.Unreact(channel.Id, said.Id, "📌");
        await DiscordBot.Until(() => bot.Messages(channel).Any(message => message.Content.Contains("removed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Messages_that_a_moderator_throws_away_at_once_are_noted_with_their_entries()
    {
        await using var bot = await DiscordBot.StartAsync(options => options with { RecordReactions = true });
        var channel = await bot.DeclareAsync();
        var ben = bot.Discord.As("ben");
        foreach (var text in (string[])["first sign", "second sign"])
            await bot.See(bot.Ana, bot.Ana.Menu(channel.Id, ben.Post(channel.Id, text).Id, "Add to timeline"));
        Assert.Equal(2, bot.Discord.Administrator.Purge(channel.Id, ben.Id));
        await DiscordBot.Until(() =>
            bot.Messages(channel).Sum(message => message.Content.Split("was deleted; the entry stays").Length - 1) == 2);
    }

    [Fact]
    public async Task A_moderator_who_clears_the_reactions_takes_the_picks_back()
    {
        await using var bot = await DiscordBot.StartAsync(options => options with { RecordReactions = true });
        var channel = await bot.DeclareAsync();
        var said = bot.Discord.As("ben").Post(channel.Id, "disk of db-1 is full");
        foreach (var name in (string[])["ana", "chen"]) bot.Discord.As(name).React(channel.Id, said.Id, "📌");
        await DiscordBot.Until(() => bot.LastEntry() == 1);
        await bot.IdleAsync();
        bot.Discord.Administrator.ClearReactions(channel.Id, said.Id);
        await DiscordBot.Until(() =>
            bot.Messages(channel).Any(message => message.Content.Contains("no longer picked", StringComparison.Ordinal)));
        Assert.Equal(0, bot.LastEntry());
    }

    [Fact]
    public async Task Roles_and_channels_are_written_down_by_their_names()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var added = await bot.Type(bot.Ana, channel.Id, $"/timeline note text: asked <@&{World.ResponderRoleId}> in <#{World.GeneralId}>");
        Assert.Contains("asked @responders in \\#general", added.Replace("\\@", "@", StringComparison.Ordinal), StringComparison.Ordinal);
        var said = bot.Discord.As("ben").Post(channel.Id, $"<@&{World.ResponderRoleId}> please look at <#{channel.Id}>");
        var picked = await bot.See(bot.Ana, bot.Ana.Menu(channel.Id, said.Id, "Add to timeline"));
        Assert.Contains("inc-1-checkout-down", picked.Message!.Content, StringComparison.Ordinal);
        await bot.IdleAsync();
        Assert.DoesNotContain(bot.Discord.Ledger.Pings, ping => ping.MessageId != said.Id);
    }

    [Fact]
    public async Task While_I_type_I_am_offered_incidents_numbers_kinds_and_the_time_as_it_is_understood()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        await bot.Type(bot.Ana, channel.Id, "/timeline note text: error rate 38 %");
        Assert.Contains(
            "INC-1 · Checkout down",
            await OfferedAsync(bot, channel, "/incident close incident: check"),
            StringComparison.Ordinal);
        Assert.Contains("error rate", await OfferedAsync(bot, channel, "/timeline remove number: "), StringComparison.Ordinal);
        Assert.Contains("#dead-end", await OfferedAsync(bot, channel, "/timeline note text: x kind: dead"), StringComparison.Ordinal);
        Assert.Contains("UTC", await OfferedAsync(bot, channel, "/timeline note text: x when: 10m ago"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_I_call_in_by_their_mention_is_pinged_and_nobody_else()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync();
        var ben = bot.Discord.As("ben").Id;
        await bot.Type(bot.Ana, channel.Id, $"/escalate to: <@{ben}> text: @everyone please");
        await bot.IdleAsync();
        var ping = Assert.Single(bot.Discord.Ledger.Pings);
        Assert.False(ping.Who.Everyone);
        Assert.Equal([ben], ping.Who.Users);
    }

    [Fact]
    public async Task A_private_incident_s_channel_is_seen_by_those_invited_alone()
    {
        await using var bot = await DiscordBot.StartAsync();
        var channel = await bot.DeclareAsync("Leak", "private: true", "inc-1-leak");
        Assert.NotEmpty(bot.Ana.Read(channel.Id));
        // The owner sees everything; a member who was not invited does not.
        Assert.Throws<NotDoneException>(() => bot.Discord.As("ben").Read(channel.Id));
        Assert.DoesNotContain(
            "Leak",
            await OfferedAsync(
                bot,
                bot.Channels().Single(one => one.Id == World.GeneralId),
                "/incident close incident: ",
                bot.Discord.As("ben")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sitrep.Chat.Discord.IncidentPlace.Channel)]
    [InlineData(Sitrep.Chat.Discord.IncidentPlace.Thread)]
    public async Task Whoever_gets_a_role_in_a_private_incident_is_let_into_its_channel(Sitrep.Chat.Discord.IncidentPlace room)
    {
        await using var bot = await DiscordBot.StartAsync(options => options with { Room = room });
        var ben = bot.Discord.As("ben");
        var chen = bot.Discord.As("chen");
        Assert.Contains(
            "declared",
            await bot.Type(ben, World.GeneralId, "/incident start title: Leak private: true"),
            StringComparison.Ordinal);
        var channel = await bot.ChannelAsync("inc-1-leak");
        await bot.IdleAsync();
        Assert.DoesNotContain("Leak", await bot.Type(chen, World.GeneralId, "/incident list"), StringComparison.Ordinal);
        await bot.Type(ben, channel.Id, $"/incident role role: scribe user: <@{chen.Id}>");
        await bot.IdleAsync();
        lock (bot.Discord.World.Gate)
            Assert.True(
                room == Sitrep.Chat.Discord.IncidentPlace.Thread
                    ? channel.Thread!.Members.ContainsKey(chen.Id)
                    : channel.Overwrites.ContainsKey(chen.Id));
        Assert.Contains("no. 1", await bot.Type(chen, channel.Id, "/timeline note text: I am here"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_offered_once_after_the_bot_is_bound_to_a_server()
    {
        string? guild = null;
        await using var bot = await DiscordBot.StartAsync(options => options with { GuildId = guild });
        Assert.All(Guilds(bot), Assert.Null);
        guild = World.GuildId.ToString();
        await bot.EndAsync();
        await bot.BeginAsync();
        await DiscordBot.Until(() => Guilds(bot) is { Count: > 0 } guilds && guilds.TrueForAll(one => one == guild));
    }

    [Theory]
    [InlineData(Sitrep.Chat.Discord.IncidentPlace.Thread, ChannelType.PublicThread)]
    [InlineData(Sitrep.Chat.Discord.IncidentPlace.Forum, ChannelType.PublicThread)]
    public async Task An_incident_may_live_in_a_thread_or_a_post_which_is_reopened_when_something_is_to_be_said(
        Sitrep.Chat.Discord.IncidentPlace room,
        ChannelType type)
    {
        await using var bot = await DiscordBot.StartAsync(
            options =>
                options with
                {
                    Room = room,
                    RoomParent = room == Sitrep.Chat.Discord.IncidentPlace.Forum ? "war-room" : "incidents",
                },
            server: options => options with { ArchivedThreadsReopenOnPost = false });
        var thread = await bot.DeclareAsync();
        Assert.Equal(type, thread.Type);
        bot.Discord.Administrator.ArchiveThread(thread.Id);
        Assert.Contains(
            "Update saved for INC-1",
            await bot.Type(bot.Ana, World.GeneralId, "/incident update text: still looking incident: INC-1"),
            StringComparison.Ordinal);
        await bot.IdleAsync();
        Assert.False(thread.Thread!.IsArchived);
        Assert.Contains(bot.Messages(thread), message => message.Content.Contains("still looking", StringComparison.Ordinal));
    }

    private static List<string?> Guilds(DiscordBot bot)
    {
        lock (bot.Discord.World.Gate) return bot.Discord.World.Commands.ConvertAll(command => (string?)command["guild_id"]);
    }

    private static async Task<string> OfferedAsync(DiscordBot bot, Channel channel, string typed, Person? who = null)
    {
        who ??= bot.Ana;
        var seen = await bot.See(who, who.Autocomplete(channel.Id, typed));
        return string.Join('\n', seen.Data!["choices"]!.AsArray().Select(choice => (string)choice!["name"]!));
    }
}
