using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Effects;
using Sitrep.Commands;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord.Effects;

/// <summary>
/// Opens the place where an incident lives: a channel, a thread or a forum post. One that an earlier try has opened is
/// found by its name and the time of its making; a channel by its topic, too, which names the incident.
/// </summary>
internal sealed class ChannelOpening(DiscordRest rest, DiscordServer server, DiscordOptions options, BotSettings settings)
{
    private const int Member = 1;
    private const int Role = 0;
    private const int LongestName = 100;
    private const int LongestTopic = 1_024;
    // A week is the longest that Discord waits before it archives a quiet thread.
    private const int ArchiveMinutes = 10_080;
    private const string CategoryFull = "CHANNEL_PARENT";

    // Clocks of two machines differ.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(5);

    /// <summary>Opens it, or finds it open.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenAsync(OutboxItem delivery, OpenChannel open, CancellationToken cancellation)
    {
        if (await FindAsync(delivery, open, cancellation) is { } there) return there;
        return IsThread(open) ? await ThreadAsync(open, cancellation) : await ChannelAsync(open, cancellation);
    }

    /// <summary>The channel that an earlier attempt opened; null for none.</summary>
    public async Task<string?> FindAsync(OutboxItem delivery, OpenChannel open, CancellationToken cancellation)
    {
        var name = Name(open);
        if (!IsThread(open))
        {
            var topic = Topic(open.Topic);
            // One of that name and topic from before was made for another database's incident.
            return (await server.ChannelsAsync(cancellation)).FirstOrDefault(channel =>
                channel.Name == name
                && channel.Topic?.StartsWith(topic, StringComparison.Ordinal) == true
                && Snowflake.MadeAt(channel.Id) >= delivery.At - _slack)?.Id;
        }

        // A thread has no topic: its name holds the incident's number, and its maker and time say whose it is.
        var me = await server.UserIdAsync(cancellation);
        var active = (
            await rest.SendAsync(RestRoute.Get("guilds/{}/threads/active", await server.GuildIdAsync(cancellation)), null, cancellation)
        ).Read(DiscordJson.Default.ThreadList);
        return active.Threads.FirstOrDefault(thread =>
            thread.Name == name && thread.OwnerId == me && Snowflake.MadeAt(thread.Id) >= delivery.At - _slack)?.Id;
    }

    /// <summary>Gives a channel another topic; a thread has none.</summary>
    public async Task SetTopicAsync(OutboxItem delivery, SetTopic topic, CancellationToken cancellation)
    {
        var channel = ChannelOf(delivery);
        if (await IsThreadAsync(channel, cancellation)) return;
        var body = Body.Of(new TopicBody(Topic(topic.Topic)), DiscordJson.Default.TopicBody);
        (await rest.SendAsync(RestRoute.Patch("channels/{}", channel), body, cancellation)).Done();
    }

    /// <summary>Lets people into a private incident's channel or thread; whoever is there already stays.</summary>
    public async Task InviteAsync(OutboxItem delivery, InvitePeople invite, CancellationToken cancellation)
    {
        var channel = ChannelOf(delivery);
        var isThread = await IsThreadAsync(channel, cancellation);
        var answers = new List<RestAnswer>();
        foreach (var person in invite.People.Where(DiscordPeople.Knows))
            answers.Add(
                isThread ? await SeatAsync(channel, person, cancellation) : await AllowAsync(channel, person.Id, Member, cancellation));
        // Whoever has a role comes into a thread by the mention itself.
        foreach (var group in invite.Groups.Where(group => !isThread && Snowflake.IsOne(group.Id)))
            answers.Add(await AllowAsync(channel, group.Id, Role, cancellation));

        // A person who cannot be invited does not keep the others out.
        answers.ForEach(answer => answer.Done());
    }

    private Task<RestAnswer> AllowAsync(string channel, string whom, int type, CancellationToken cancellation) =>
        rest.SendAsync(
            RestRoute.Put("channels/{}/permissions/{}", channel, whom),
            Body.Of(new SeatBody(type, Permissions.Member, 0), DiscordJson.Default.SeatBody),
            cancellation);

    private static string ChannelOf(OutboxItem delivery) =>
        delivery.ChannelId ?? throw new PlatformRefusalException($"{delivery.Effect.To.Incident} has no channel", permanent: true);

    // Discord:Room may have been another when it was opened.
    private async Task<bool> IsThreadAsync(string channel, CancellationToken cancellation)
    {
        var answer = await rest.SendAsync(RestRoute.Get("channels/{}", channel), null, cancellation);
        return ChannelType.IsThread(answer.Read(DiscordJson.Default.ChannelObject).Type);
    }

    private Task<RestAnswer> SeatAsync(string thread, Person person, CancellationToken cancellation) =>
        rest.SendAsync(RestRoute.Put("channels/{}/thread-members/{}", thread, person.Id), null, cancellation);

    private bool IsThread(OpenChannel open) => options.Room switch
    {
        IncidentPlace.Thread => true,
        // A forum's posts are everybody's.
        IncidentPlace.Forum => !open.Private,
        _ => false,
    };

    private async Task<string> ChannelAsync(OpenChannel open, CancellationToken cancellation)
    {
        var body = new ChannelBody(
            Name(open),
            ChannelType.Text,
            Topic(open.Topic),
            await CategoryAsync(cancellation),
            open.Private ? await HiddenAsync(open, cancellation) : null);
        var operation = RestRoute.Post("guilds/{}/channels", await server.GuildIdAsync(cancellation));
        var answer = await rest.SendAsync(operation, Body.Of(body, DiscordJson.Default.ChannelBody), cancellation);
        // A full category, or one deleted a moment ago: a channel beside it is better than none.
        if (answer.Said(RestError.InvalidForm) && answer.Error!.Details.Contains(CategoryFull, StringComparison.Ordinal))
            answer = await rest.SendAsync(operation, Body.Of(body with { ParentId = null }, DiscordJson.Default.ChannelBody), cancellation);
        return answer.Read(DiscordJson.Default.ChannelObject).Id;
    }

    private async Task<string> ThreadAsync(OpenChannel open, CancellationToken cancellation)
    {
        var parent = await ParentAsync(cancellation);
        var body =
            options.Room == IncidentPlace.Forum
                ? new ThreadBody(Name(open), ArchiveMinutes, Message: Messages.Of(Message.Of(Sitrep.Prose.Line.Typed(open.Topic)))[0])
                : new ThreadBody(
                    Name(open),
                    ArchiveMinutes,
                    open.Private ? ChannelType.PrivateThread : ChannelType.PublicThread,
                    open.Private ? false : null);
        var made = (
            await rest.SendAsync(RestRoute.Post("channels/{}/threads", parent), Body.Of(body, DiscordJson.Default.ThreadBody), cancellation)
        )
            .Read(DiscordJson.Default.ChannelObject)
            .Id;
        foreach (var person in open.Invite.Where(DiscordPeople.Knows)) await SeatAsync(made, person, cancellation);
        return made;
    }

    private async Task<string> ParentAsync(CancellationToken cancellation)
    {
        if (options.RoomParent is null) return await server.ChannelIdAsync(settings.AnnouncementChannel, cancellation);
        var type = options.Room == IncidentPlace.Forum ? ChannelType.Forum : ChannelType.Text;
        var found = (await server.ChannelsAsync(cancellation)).FirstOrDefault(channel =>
            channel.Id == options.RoomParent
            || (channel.Type == type && string.Equals(channel.Name, options.RoomParent, StringComparison.OrdinalIgnoreCase)));
        return found?.Id
            ?? throw new PlatformRefusalException(
                $"There is no {options.Room.ToString().ToLowerInvariant()} parent \"{options.RoomParent}\". Fix: make it, or change Discord:RoomParent.",
                permanent: false);
    }

    private async Task<string?> CategoryAsync(CancellationToken cancellation)
    {
        if (options.Category is not { } wanted) return null;
        return (await server.ChannelsAsync(cancellation))
            .FirstOrDefault(channel =>
                channel.Type == ChannelType.Category
                && (channel.Id == wanted || string.Equals(channel.Name, wanted, StringComparison.OrdinalIgnoreCase)))
            ?.Id;
    }

    // The role of everybody has the server's own id.
    private async Task<IReadOnlyList<OverwriteBody>> HiddenAsync(OpenChannel open, CancellationToken cancellation) =>
        [
            new(await server.GuildIdAsync(cancellation), Role, 0, Permissions.ViewChannel),
            new(
                await server.UserIdAsync(cancellation),
                Member,
                Permissions.Member | Permissions.ManageChannels | Permissions.PinMessages,
                0),
            .. open
                .Invite.Where(DiscordPeople.Knows)
                .Distinct()
                .Select(person => new OverwriteBody(person.Id, Member, Permissions.Member, 0)),
        ];

    // Discord writes channel names in lower case; the bot's are made so.
    private static string Name(OpenChannel open) => open.To.Channel.Length > LongestName ? open.To.Channel[..LongestName] : open.To.Channel;

    // Discord formats a topic as it does a message.
    private static string Topic(string words)
    {
        for (var most = words.Length; ; most -= 20)
            if (Markup.Escape(words[..most]) is { Length: <= LongestTopic } topic) return topic;
    }
}
